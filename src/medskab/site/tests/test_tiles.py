"""The address of map pictures: one known host over https, or none at all."""

import pytest

from medskab.site import environment


def given(monkeypatch, address):
    monkeypatch.setenv("MEDSKAB_TILES", address)
    return environment.tiles("MEDSKAB_TILES")


def test_asks_nobody_for_pictures_unless_it_is_told(monkeypatch):
    assert given(monkeypatch, "") == ""


def test_takes_an_address_with_places_for_zoom_column_and_row(monkeypatch):
    address = "https://tiles.test.invalid:8443/{z}/{x}/{y}.png?style=quiet"
    assert given(monkeypatch, address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.test.invalid/{z}/{x}/{y}.png",
        "https://{s}.tiles.test.invalid/{z}/{x}/{y}.png",
        "https://tiles.test.invalid/{z}/{x}.png",
        "https://tiles.test.invalid; script-src */{z}/{x}/{y}.png",
        "https://somebody@tiles.test.invalid/{z}/{x}/{y}.png",
    ],
)
def test_refuses_what_would_let_more_in_than_one_host(monkeypatch, address):
    with pytest.raises(environment.BadSetting, match="must look like"):
        given(monkeypatch, address)
