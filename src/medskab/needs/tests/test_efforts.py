"""The register of what was tried before: staff write it, everybody reads and searches it."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from medskab.audit.queries import lines_about
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions, calculations
from medskab.needs.effort import Effort
from medskab.needs.searching import efforts
from medskab.people.tests import factories as people
from medskab.threads.queries import thing_at

from . import factories
from .handing_in import at


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(calculations, "_areas", calculations.OrderedDict())


def sent(**more):
    return {"title": "Benches", "begun_year": "2012", "idempotency_key": "one", **more}


def titles(area, typed):
    return [one.title for one in efforts(area, typed)]


def test_is_written_changed_and_struck_by_staff(area, freja, staff, client):
    page = staff.post(at("effort-new"), sent(cost_ore="12.000,50", about="Ten benches"), follow=True)
    effort = Effort.objects.get()
    assert (effort.cost_ore, effort.written_by, effort.years) == (1_200_050, freja, "2012–")
    assert "Ten benches" in page.text
    staff.post(at("effort-change", effort.pk), sent(ended_year="2014", cost_ore="", idempotency_key="two"))
    effort.refresh_from_db()
    assert (effort.cost_ore, effort.years, effort.about) == (None, "2012–2014", "")
    staff.post(at("effort-strike", effort.pk), {"because": "It was elsewhere", "idempotency_key": "three"})
    kinds = [line.kind for line in lines_about(effort)]
    assert sorted(kinds) == ["needs/effort-changed", "needs/effort-struck", "needs/effort-written"]
    public = client.get(at("effort", effort.pk)).text
    assert "It was elsewhere" in public
    assert "Benches" not in public
    assert "Benches" in staff.get(at("effort", effort.pk)).text
    assert "Benches" not in staff.get(at("efforts")).text
    assert thing_at("needs.effort", str(effort.pk), area_id=area.pk, viewer=None) is None


def test_is_written_once_however_often_it_is_sent(area, staff):
    for _time in range(2):
        staff.post(at("effort-new"), sent())
    assert Effort.objects.count() == 1


def test_is_kept_by_nobody_else(area, freja, ida):
    effort = factories.effort(area, freja)
    elsewhere = people.facilitator(people.area("skoven"))
    tried = actions.Tried("Mine", 2010)
    for by in (ida, elsewhere):
        with pytest.raises(CannotAct):
            actions.write_effort(area=area, tried=tried, by=by, now=now())
        with pytest.raises(CannotAct):
            actions.change_effort(effort=effort, tried=tried, by=by, now=now())
        with pytest.raises(CannotAct):
            actions.strike_effort(effort=effort, because="No", by=by, now=now())
    assert Effort.objects.get().title == effort.title


@pytest.mark.parametrize(
    "facts",
    [
        {"title": " "},
        {"begun_year": 1899},
        {"begun_year": 2027},
        {"ended_year": 2009},
        {"ended_year": 2027},
        {"cost_ore": -1},
    ],
)
def test_refuses_what_cannot_have_been(area, freja, facts):
    tried = actions.Tried(**{"title": "Lamps", "begun_year": 2010, **facts})
    with pytest.raises(CannotAct):
        actions.write_effort(area=area, tried=tried, by=freja, now=datetime(2026, 5, 1, tzinfo=UTC))


def test_is_struck_once_and_only_with_a_reason(area, freja):
    effort = factories.effort(area, freja)
    with pytest.raises(CannotAct):
        actions.strike_effort(effort=effort, because=" ", by=freja, now=now())
    actions.strike_effort(effort=effort, because="Twice", by=freja, now=now())
    with pytest.raises(CannotAct):
        actions.strike_effort(effort=effort, because="Again", by=freja, now=now())
    with pytest.raises(CannotAct):
        actions.change_effort(effort=effort, tried=actions.Tried("Back", 2010), by=freja, now=now())


@pytest.mark.parametrize(
    "facts", [{"ended_year": 2015}, {"cost_ore": -1}, {"title": ""}, {"struck_at": now()}]
)
def test_is_guarded_by_the_database_too(area, freja, facts):
    effort = factories.effort(area, freja)
    with pytest.raises(IntegrityError), transaction.atomic():
        Effort.objects.filter(pk=effort.pk).update(**facts)


@pytest.mark.parametrize("typed", ["ØL ålborg", "aalborg øl", "A\u030aLBORG", "  øL\x00 "])
def test_finds_words_in_any_order_with_danish_letters(area, freja, typed):
    factories.effort(area, freja, "Ølbryg", remained="Et kursus i Ålborg, ærligt talt")
    factories.effort(area, freja, "Lamps")
    assert titles(area, typed) == ["Ølbryg"]


@pytest.mark.parametrize("typed", ["%", "_", "100%", "'; DROP TABLE", "\\", "lamps ølbryg", "\x00%"])
def test_takes_what_is_typed_as_words_alone(client, area, freja, typed):
    factories.effort(area, freja, "Lamps")
    assert titles(area, typed) == []
    assert "0 are found" in client.get(at("efforts"), {"words": typed}).text


def test_shows_what_is_typed_and_written_as_text(client, area, freja):
    effort = factories.effort(area, freja, about="<script>x</script>")
    evil = '"><script>y</script>' + "z" * 9000
    listed = client.get(at("efforts"), {"words": evil, "page": "x"}).text
    assert "<script>y" not in listed
    assert len(listed) < 30_000
    assert "<script>x" not in client.get(at("effort", effort.pk)).text + client.get(at("efforts")).text


def test_refuses_a_form_that_says_too_much_or_nonsense(area, staff):
    for wrong in (
        {"title": "x" * 121},
        {"about": "x" * 2001},
        {"begun_year": "99999999999"},
        {"ended_year": "2011"},
        {"cost_ore": "1e9"},
        {"source": "a\x00b"},
    ):
        assert staff.post(at("effort-new"), sent(**wrong)).status_code == 200
    assert not Effort.objects.exists()


def test_is_found_in_its_own_area_alone(client, area, freja):
    other = people.area("skoven")
    effort = factories.effort(other, people.facilitator(other))
    assert titles(area, "lamps") == []
    assert client.get(at("effort", effort.pk)).status_code == 404
    assert "Nothing is written down yet" in client.get(at("efforts")).text
    assert at("efforts") in client.get(at("needs")).text


def test_is_shown_where_something_like_it_is_needed(client, area, freja, staff):
    need = factories.need(area, freja, "Lamps on the path to school")
    assert "This was tried before:" not in client.get(need.get_absolute_url()).text
    made = [factories.effort(area, freja, f"Lamps on the path {number}") for number in range(4)]
    factories.effort(area, freja, "A choir for everybody")
    page = client.get(need.get_absolute_url()).text
    assert sum(one.get_absolute_url() in page for one in made) == 3
    assert "by words alone" in page
    assert "choir" not in page
    row = factories.said(area, "The lamps on the path are dark")
    assert "This was tried before:" in staff.get(at("need-input", row.pk)).text
    for one in made:
        actions.strike_effort(effort=one, because="Elsewhere", by=freja, now=now())
    assert "This was tried before:" not in client.get(need.get_absolute_url()).text
