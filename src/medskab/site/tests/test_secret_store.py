"""Secrets are added to, never replaced."""

import json

from medskab.site import secret_store


def test_a_renewed_family_keeps_its_older_secrets(tmp_path):
    first = secret_store.load_or_make(tmp_path)["bags-1"]
    assert secret_store.renew(tmp_path, "bags") == "bags-2"
    known = json.loads((tmp_path / "secrets.json").read_text())
    assert known["bags-1"] == first
    assert known["bags-2"] not in ("", first)
