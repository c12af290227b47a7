"""Money as people type it, and as a Danish spreadsheet reads it; lists that no spreadsheet runs."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from medskab.common.csv_lines import csv_lines
from medskab.common.forms import KronerField
from medskab.common.money import ore_for_tables


@pytest.mark.parametrize(
    ("typed", "ore"), [("1.234,50", 123_450), ("12000", 1_200_000), ("12.000", 1_200_000), ("0,01", 1)]
)
def test_reads_kroner_as_whole_ore(typed, ore):
    assert KronerField().clean(typed) == ore


@pytest.mark.parametrize("typed", ["0", "-5", "ten", "0,001", "99999999999"])
def test_refuses_what_is_no_amount_above_zero(typed):
    with pytest.raises(ValidationError):
        KronerField().clean(typed)


def test_may_be_left_out_where_the_form_says_so():
    assert KronerField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        KronerField().clean("")


def test_shows_kroner_in_the_box():
    form = forms.Form(initial={"sum": 120_050})
    form.fields["sum"] = KronerField()
    assert "1,200.50" in str(form["sum"]) or "1.200,50" in str(form["sum"])


def test_writes_every_ore_into_a_table():
    assert [ore_for_tables(ore) for ore in (123_450, 5, -7_05, 0)] == ["1234,50", "0,05", "-7,05", "0,00"]


def test_writes_lists_that_no_spreadsheet_runs():
    first, second = csv_lines(["What", "Kr."], [["=1+1; rm", "-5"]])
    assert first == "\ufeffWhat;Kr.\r\n"
    assert second == '"\'=1+1; rm";-5\r\n'
