"""Lines of a list as homes."""

import pytest

from medskab.common.tables.columns import guessed_mapping
from medskab.places.imports.columns import FIELDS, is_enough
from medskab.places.imports.lines import read_lines


def read(heading, *rows):
    headings = heading.split(";")
    lines = [(number, row.split(";")) for number, row in enumerate(rows, 2)]
    return read_lines(lines, guessed_mapping(headings, FIELDS), "Engparken")


def first(heading, row):
    homes, errors = read(heading, row)
    assert not errors
    return homes[0]


def test_guesses_danish_and_english_headings():
    danish = guessed_mapping(
        ["Afd.", "Blok", "Opgang", "Vejnavn", "Husnr.", "Etage", "Dør", "Lejemålsnr.", "Antal boliger"],
        FIELDS,
    )
    english = guessed_mapping(
        ["Department", "Block", "Stairwell", "Street", "House number", "Floor", "Door", "Unit", "Homes"],
        FIELDS,
    )
    assert danish == english
    assert is_enough(danish)
    assert not is_enough(guessed_mapping(["Etage", "Vejnavn"], FIELDS))


def test_joins_street_and_number():
    home = first("Vejnavn;Husnr;Etage;Dør", "Engvej;4B;2.;TV")
    assert (home.address, home.floor, home.door, home.stairwell, home.block) == (
        "Engvej 4B",
        "2",
        "tv",
        "Engvej 4B",
        "Engvej",
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Engvej 4, 2. tv", ("Engvej 4", "2", "tv")),
        ("Engvej 4, st. th., 5000 Odense C", ("Engvej 4", "st", "th")),
        ("Engvej 4B, stuen", ("Engvej 4B", "st", "")),
        ("Engvej 4, kld", ("Engvej 4", "kl", "")),
        ("Engvej 4, 10., 12", ("Engvej 4", "10", "12")),
        ("Engvej 4, 5000 Odense C", ("Engvej 4", "", "")),
        ("Engvej 4", ("Engvej 4", "", "")),
    ],
)
def test_takes_an_address_apart(address, expected):
    home = first("Adresse", address)
    assert (home.address, home.floor, home.door) == expected


def test_fills_in_what_the_list_does_not_say():
    home = first("Adresse", "Engvej 4, 1. tv")
    assert (home.department, home.block, home.stairwell, home.homes) == ("Engparken", "Engvej", "Engvej 4", 1)


@pytest.mark.parametrize(
    ("heading", "row", "sentence"),
    [
        ("Adresse;Etage", ";2", "address is missing"),
        ("Adresse;Blok", "Engvej 4;", "“Block” is empty"),
        ("Adresse;Boliger", "Engvej 4;0", "whole number from 1 to 500"),
        ("Adresse;Boliger", "Engvej 4;2,5", "whole number"),
        ("Adresse;Boliger", "Engvej 4;٣", "whole number"),
        ("Adresse;Boliger", "Engvej 4;9999999999999", "whole number"),
        ("Adresse;Dør", "Engvej 4;=HYPERLINK(1)", "looks like a formula"),
        ("Adresse;Dør", "Engvej 4;@SUM(A1)", "looks like a formula"),
        ("Adresse;Dør", "Engvej 4;-cmd", "looks like a formula"),
        ("Adresse;Dør", "Engvej 4;" + "x" * 21, "longer than 20"),
        ("Adresse", "Еngvej 4", "one alphabet"),
    ],
)
def test_says_what_is_wrong_with_a_line_and_which(heading, row, sentence):
    homes, errors = read(heading, "Engvej 2" + ";1" * heading.count(";"), row)
    assert len(homes) == 1
    assert errors[0].line == 3
    assert sentence in errors[0].sentence


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Adresse;Etage;Dør", ("Engvej 4;1;tv", "ENGVEJ 4;1.;TV")),
        ("Adresse;Lejemål", ("Engvej 4;17", "Engvej 6;17")),
    ],
)
def test_notices_a_home_that_is_there_twice(heading, rows):
    _homes, errors = read(heading, *rows)
    assert [(one.line, "same home as line 2" in one.sentence) for one in errors] == [(3, True)]


def test_lets_a_basement_be_below_zero():
    assert first("Adresse;Etage", "Engvej 4;-1").floor == "-1"


def test_takes_the_apostrophe_off_what_looked_like_a_formula():
    home = first("Adresse;Dør;Lejemål", "Engvej 4;1;'101")
    assert home.unit == "101"
