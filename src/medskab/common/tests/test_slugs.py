"""Addresses made of titles."""

import pytest

from medskab.common.slugs import slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Lydstudie i kælderen", "lydstudie-i-kaelderen"),
        ("ØL og brød på Ærø", "oel-og-broed-paa-aeroe"),
        ("Café: 40.000 kr.!", "cafe-40000-kr"),
        ("مرحبا", ""),
    ],
)
def test_spells_danish_letters_out(title, slug):
    assert slug_of(title) == slug


def test_never_ends_in_a_dash_where_it_is_cut():
    assert slug_of("en have til alle", most=8) == "en-have"
