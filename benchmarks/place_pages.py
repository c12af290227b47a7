"""How long the pages of a place take on the server when ten thousand people have said something.

    python benchmarks/place_pages.py          some ten seconds
    python benchmarks/place_pages.py --json   the figures for programs

Made-up words on 200 needs, in a database of their own. Peer in the same run: the page for signing in,
which has the same frame and nothing in it. Milliseconds of wall time through all of the site, best of
twenty, with an empty cache; the goal is 50 ms for each page that residents open.
"""

import argparse
import json
import os
import tempfile
from typing import Any

from result_page import best

GOAL_MS, INPUTS, NEEDS = 50.0, 10_000, 200
_PACKED = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


def measured() -> list[dict[str, Any]]:
    """One line for each page, and the peer's."""
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from medskab.needs.models import Need
    from medskab.needs.tests.test_budgets import grow
    from medskab.people.tests import factories as people

    area = people.area()
    grow(area, NEEDS, INPUTS)
    need = Need.objects.select_related("area", "place").first()
    assert need is not None
    assert need.place is not None
    pages = {
        "front page": area.get_absolute_url(),
        "a place": need.place.get_absolute_url(),
        "needs": reverse("needs", args=[area.slug]),
        "a need": need.get_absolute_url(),
        "say something": reverse("say", args=[area.slug]),
        "peer: signing in": reverse("account_login"),
    }
    client = Client(SERVER_NAME="127.0.0.1")
    lines = []
    for page, address in pages.items():
        taken = best(lambda at=address: client.get(at, headers=_PACKED), cache.clear)
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        lines.append({"page": page, "ms": taken, "queries": len(asked)})
    return lines


def main() -> None:
    """Measure in a database of its own, and say so."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"MEDSKAB_HOME": home, "DJANGO_SETTINGS_MODULE": "medskab.site.settings"}
        os.environ.pop("MEDSKAB_DATABASE_URL", None)
        lines = _in_own_database()
    if asked.json:
        print(json.dumps(lines, indent=2))
        return
    print(f"{'page':<20}{'ms':>8}{'queries':>10}")
    for line in lines:
        print(f"{line['page']:<20}{line['ms']:>8}{line['queries']:>10}")
    kept = all(line["ms"] <= GOAL_MS for line in lines)
    print(f"Goal: {GOAL_MS} ms with {INPUTS} inputs: {'kept' if kept else 'MISSED'}.")


def _in_own_database() -> list[dict[str, Any]]:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    return measured()


if __name__ == "__main__":
    main()
