"""How the address of the mail server is read."""

import pytest

from medskab.site import environment


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://u%40x:p@mail.example.org", ("mail.example.org", 587, "u@x", False, True)),
        ("smtps://u:p@mail.example.org", ("mail.example.org", 465, "u", True, False)),
        ("smtp://localhost:2525", ("localhost", 2525, "", False, False)),
    ],
)
def test_reads_the_mail_servers_address(monkeypatch, address, expected):
    monkeypatch.setenv("MEDSKAB_MAIL_URL", address)
    found = environment.mail("MEDSKAB_MAIL_URL")
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_USE_SSL", "EMAIL_USE_TLS")
    assert tuple(found[name] for name in names) == expected


@pytest.mark.parametrize("address", ["mail.example.org", "http://mail", "smtp://"])
def test_says_how_the_address_must_look(monkeypatch, address):
    monkeypatch.setenv("MEDSKAB_MAIL_URL", address)
    with pytest.raises(environment.BadSetting, match="must look like smtp://"):
        environment.mail("MEDSKAB_MAIL_URL")
