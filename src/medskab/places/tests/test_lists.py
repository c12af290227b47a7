"""Lists of homes: looked at, carried out whole, taken back."""

from datetime import timedelta

import pytest

from medskab.audit.queries import lines_about
from medskab.places import actions, exports, queries
from medskab.places.actions import refusals
from medskab.places.imports.preview import preview
from medskab.places.models import Dwelling, DwellingList, Place
from medskab.tools.jobs.models import JobState
from medskab.tools.jobs.tests.factories import run_pending_jobs

from .factories import MOMENT, area, block, dwelling, facilitator, resident, stairwell

pytestmark = pytest.mark.django_db
HEAD = "Afdeling;Blok;Adresse;Etage;Dør;Lejemål;Boliger;Navn\n"
LIST = HEAD + "A;B1;Engvej 4;1;tv;11;1;Amira\nA;B1;Engvej 4;1;th;12;1;Jens\nA;B2;Engvej 6;st;;13;2;Li\n"


@pytest.fixture
def engparken():
    return area()


def upload(to, text=LIST, by=None):
    by = by or facilitator(to)
    return actions.upload_list(area=to, file_name="homes.csv", content=text.encode(), by=by, now=MOMENT)


def bring_in(to, text=LIST):
    kept = upload(to, text)
    actions.ask_to_carry_out(dwelling_list=kept, by=facilitator(to), now=MOMENT)
    (job,) = run_pending_jobs()
    kept.refresh_from_db()
    return kept, job


def addresses():
    return sorted(one.full_address for one in Dwelling.objects.filter(valid_until=None))


def everything():
    homes = Dwelling.objects.values_list(
        "address_line", "floor", "door", "unit", "homes", "stairwell__name", "valid_until"
    )
    return sorted(map(str, homes)), sorted(Place.objects.values_list("kind", "name", "parent__name"), key=str)


def test_changes_nothing_before_somebody_says_so(engparken):
    kept = upload(engparken)
    seen = preview(kept, MOMENT.date())
    assert seen.comparison.counts == {"new": 3, "changed": 0, "gone": 0, "unchanged": 0}
    assert seen.can_be_carried_out
    assert (kept.dropped, kept.line_count) == (["Navn"], 3)
    assert "Amira" not in str(DwellingList.objects.values().get())
    assert not Dwelling.objects.exists()


def test_brings_in_places_and_homes_in_one_deed(engparken):
    kept, job = bring_in(engparken)
    assert (job.state, job.done_url) == (JobState.DONE, kept.get_absolute_url())
    assert addresses() == ["Engvej 4, 1. th", "Engvej 4, 1. tv", "Engvej 6, st"]
    assert queries.size(engparken, MOMENT.date()) == queries.Size(1, 2, 2, 4)
    assert kept.lines == []
    assert [line.kind for line in lines_about(kept)][-1] == "dwelling_list.carried_out"


def test_brings_nothing_in_a_second_time(engparken):
    bring_in(engparken)
    before = everything()
    again = upload(engparken)
    assert preview(again, MOMENT.date()).comparison.counts == {
        "new": 0,
        "changed": 0,
        "gone": 0,
        "unchanged": 3,
    }
    assert not preview(again, MOMENT.date()).can_be_carried_out
    actions.ask_to_carry_out(dwelling_list=again, by=facilitator(engparken), now=MOMENT)
    (job,) = run_pending_jobs()
    assert job.state == JobState.FAILED
    assert everything() == before


def test_changes_and_ends_what_the_list_says(engparken):
    bring_in(engparken)
    second = HEAD + "A;B1;Engvej 4;1;tv;12;1;\nA;B2;Engvej 6;st;;11;3;\nA;B2;Engvej 8;1;;14;1;\n"
    kept, _job = bring_in(engparken, second)
    assert kept.changes == {"new": 1, "changed": 2, "gone": 1, "unchanged": 0}
    assert addresses() == ["Engvej 4, 1. tv", "Engvej 6, st", "Engvej 8, 1."]
    assert Dwelling.objects.get(address_line="Engvej 6").homes == 3


def test_leaves_other_departments_alone(engparken):
    bring_in(engparken)
    kept, _job = bring_in(engparken, HEAD + "B;B9;Søvej 1;;;91;1;\n")
    assert kept.changes["gone"] == 0
    assert len(addresses()) == 4


def test_is_as_before_when_taken_back(engparken):
    bring_in(engparken)
    before = everything()
    kept, _job = bring_in(engparken, HEAD + "A;B7;Engvej 4;1;tv;12;1;\nA;B2;Engvej 6;st;;11;3;\n")
    assert everything() != before
    actions.take_back_list(dwelling_list=kept, by=facilitator(engparken), now=MOMENT)
    assert everything() == before


def test_takes_the_latest_list_back_first(engparken):
    first, _job = bring_in(engparken)
    second, _job = bring_in(engparken, HEAD + "B;B9;Søvej 1;;;91;1;\n")
    by = facilitator(engparken)
    with pytest.raises(refusals.NotTheLatestList):
        actions.take_back_list(dwelling_list=first, by=by, now=MOMENT)
    for kept in (second, first):
        actions.take_back_list(dwelling_list=kept, by=by, now=MOMENT)
    assert everything() == ([], [])
    with pytest.raises(refusals.NotTheLatestList):
        actions.take_back_list(dwelling_list=first, by=by, now=MOMENT)


@pytest.mark.parametrize("use", ["home", "place", "boundary"])
def test_keeps_what_is_in_use(engparken, use):
    kept, _job = bring_in(engparken)
    stairs = Place.objects.get(name="Engvej 4")
    if use == "home":
        dwelling(stairs, floor="9")
    elif use == "place":
        stairwell(stairs.parent, "By hand")
    else:
        facts = actions.BoundaryFacts("B1", "its plot", "the plan", MOMENT.date())
        actions.add_boundary(
            area=engparken,
            facts=facts,
            outline=None,
            place=stairs.parent,
            by=facilitator(engparken),
            now=MOMENT,
        )
    with pytest.raises(refusals.AlreadyInUse):
        actions.take_back_list(dwelling_list=kept, by=facilitator(engparken), now=MOMENT)
    assert len(addresses()) >= 3


def test_brings_in_nothing_of_a_list_with_an_error(engparken):
    _kept, job = bring_in(engparken, LIST + "A;B2;;1;;;;\n")
    assert (job.state, "Mend the lines" in job.error["en"]) == (JobState.FAILED, True)
    assert everything() == ([], [])


def test_leaves_nothing_when_it_breaks_halfway(engparken, monkeypatch):
    def broken(*_rows, **_options):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(type(Dwelling.objects.all()), "bulk_update", broken)
    monkeypatch.setattr("medskab.places.actions.carrying_out._end", broken)
    _kept, job = bring_in(engparken)
    assert job.state == JobState.WAITING
    assert everything() == ([], [])


def test_uses_the_places_that_are_there(engparken):
    there = block(engparken, "b1")
    bring_in(engparken, "Blok;Adresse\nB1;Engvej 4\n")
    assert Place.objects.get(kind="stairwell").parent == there


def test_lets_columns_be_chosen(engparken):
    kept = upload(engparken, "Hvor;Hvad\nEngvej 4;1\n")
    assert not preview(kept, MOMENT.date()).are_columns_enough
    by = facilitator(engparken)
    with pytest.raises(refusals.ColumnsMissing):
        actions.ask_to_carry_out(dwelling_list=kept, by=by, now=MOMENT)
    with pytest.raises(refusals.ColumnTwice):
        actions.map_columns(dwelling_list=kept, mapping={"address": 0, "floor": 0}, by=by, now=MOMENT)
    for mapping in ({"address": 7}, {"cpr": 0}):
        with pytest.raises(refusals.ColumnsMissing):
            actions.map_columns(dwelling_list=kept, mapping=mapping, by=by, now=MOMENT)
    actions.map_columns(dwelling_list=kept, mapping={"address": 0}, by=by, now=MOMENT)
    assert preview(kept, MOMENT.date()).can_be_carried_out


def test_is_refused_to_everybody_else(engparken):
    kept = upload(engparken)
    stranger = facilitator(area("Birkelunden", "birkelunden"))
    for by in (resident(engparken), stranger, None):
        for deed in (actions.ask_to_carry_out, actions.drop_list, actions.take_back_list):
            with pytest.raises(refusals.NotYoursToChange):
                deed(dwelling_list=kept, by=by, now=MOMENT)
    with pytest.raises(refusals.NotYoursToChange):
        upload(engparken, by=resident(engparken))


def test_forgets_a_list_that_is_dropped_or_left_lying(engparken):
    actions.drop_list(dwelling_list=upload(engparken), by=facilitator(engparken), now=MOMENT)
    kept = upload(engparken)
    actions.forget_drafts(now=MOMENT + timedelta(hours=23))
    assert list(DwellingList.objects.all()) == [kept]
    actions.forget_drafts(now=MOMENT + timedelta(hours=25))
    assert not DwellingList.objects.exists()


def test_does_nothing_with_a_list_that_is_over(engparken):
    kept, _job = bring_in(engparken)
    for deed in (actions.ask_to_carry_out, actions.drop_list):
        with pytest.raises(refusals.ListIsOver):
            deed(dwelling_list=kept, by=facilitator(engparken), now=MOMENT)


def test_gives_out_lists_that_it_can_read_again(engparken):
    bring_in(engparken, LIST + "A;B1;Engvej 4;-1;2;'=1;1;\n".replace("'=1", "15"))
    rows = [exports.dwelling_row(one) for one in queries.dwellings(engparken, MOMENT.date())]
    for content in ("".join(exports.as_csv(rows)).encode(), exports.as_workbook(rows)):
        kept = actions.upload_list(
            area=engparken, file_name="x", content=content, by=facilitator(engparken), now=MOMENT
        )
        assert preview(kept, MOMENT.date()).comparison.counts == {
            "new": 0,
            "changed": 0,
            "gone": 0,
            "unchanged": 4,
        }


@pytest.mark.parametrize(
    ("cell", "shown"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("-1", "-1"), ("-a", "'-a"), ("4", "4")]
)
def test_gives_out_nothing_that_a_spreadsheet_would_run(cell, shown):
    assert exports.neutral(cell) == shown
