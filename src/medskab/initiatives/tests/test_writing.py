"""The card is written in small steps; nothing is lost, and nobody writes over another unseen."""

import pytest

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.initiatives import actions, queries, refusals
from medskab.initiatives.models import Author, AuthorState, Initiative, State
from medskab.initiatives.steps import STEPS, mark_of, step_at, walk
from medskab.needs.tests import factories as needs
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind
from medskab.threads.models import Link

from . import factories


def saved(initiative, key, by, **words):
    step = step_at(key)
    given = {name: getattr(initiative, name) for name in step.fields} | words
    seen = mark_of(initiative, step)
    return actions.save_step(initiative=initiative, step=step, words=given, seen=seen, by=by, now=now())


def test_starts_with_one_step_and_its_lead_as_author(area, ida):
    draft = factories.draft(area, ida)
    assert (draft.state, draft.slug) == (State.DRAFT, "music-in-the-yard")
    assert Author.objects.get().state == AuthorState.ACCEPTED
    assert Line.objects.filter(kind="initiatives.started", about_id=str(draft.pk)).exists()
    assert factories.draft(area, ida).slug == "music-in-the-yard-2"
    assert factories.draft(area, ida, title="Mine").slug == "initiative-mine"
    assert factories.draft(area, ida, title="موسيقى").slug == "initiative"


def test_is_started_by_who_lives_here_only(area, freja, nadia):
    for who in (freja, nadia, people.person(area, "Bo")):
        with pytest.raises(refusals.NotYoursToStart):
            factories.draft(area, who)
    assert not Initiative.objects.exists()
    assert factories.draft(area, people.person(area, "Bi", RoleKind.BOARD_MEMBER)).pk


def test_stops_at_many_drafts(area, ida, monkeypatch):
    monkeypatch.setattr("medskab.initiatives.actions.writing.MOST_DRAFTS", 1)
    factories.draft(area, ida)
    with pytest.raises(refusals.TooManyDrafts):
        factories.draft(area, ida)


def test_keeps_one_step_and_leaves_the_others(area, ida):
    draft = factories.draft(area, ida)
    kept = saved(draft, "why", ida, gains="Friends")
    assert (kept.gains, kept.idea) == ("Friends", factories.CARD["idea"])
    assert [one["state"] for one in walk(kept, None)] == ["done", "done", *["next"] * 4]
    assert Line.objects.get(kind="initiatives.written").figures == {"step": 2}


def test_shows_what_another_wrote_meanwhile_instead_of_losing_it(area, ida, una):
    draft = factories.draft(area, ida)
    factories.author(draft, una)
    stale = Initiative.objects.get(pk=draft.pk)
    saved(draft, "why", una, gains="Hers")
    saved(stale, "people", ida, team="Another step is no clash")
    with pytest.raises(refusals.ChangedMeanwhile):
        saved(stale, "why", ida, gains="Mine")
    assert Initiative.objects.get().gains == "Hers"


def test_lets_nobody_else_write(area, ida, una, freja):
    draft = factories.draft(area, ida)
    for who in (una, freja):
        with pytest.raises(refusals.NotYoursToWrite):
            saved(draft, "why", who, gains="Not mine")


def test_keeps_what_is_open_whole(opened, ida):
    with pytest.raises(refusals.NotReady, match="gain"):
        saved(opened, "why", ida, gains="")
    assert saved(opened, "why", ida, gains="More").gains == "More"
    actions.end_initiative(initiative=opened, because="Done", by=ida, now=now())
    with pytest.raises(refusals.IsOver):
        saved(opened, "why", ida, gains="After the end")


def test_takes_places_of_the_area_down_to_the_block(area, ida):
    draft = factories.draft(area, ida)
    top = Place.objects.create(area=area, kind=PlaceKind.DEPARTMENT, name="Afdeling 1")
    block = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Blok 1", parent=top)
    stairs = Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name="Engvej 4", parent=block)
    for wrong in (stairs, people.place(people.area("skoven"))):
        with pytest.raises(refusals.NoSuchPlace):
            saved(draft, "begin", ida, place=wrong)
    assert saved(draft, "begin", ida, place=block).place == block


def test_takes_up_a_need_and_leads_from_it(area, ida, freja, una):
    need = needs.need(area, freja)
    started = actions.start(
        area=area, words={"title": "Lamps", "what_if": "", "idea": ""}, need=need, by=ida, now=now()
    )
    link = Link.objects.get(to_kind="initiatives.initiative")
    assert (link.from_kind, link.why) == ("needs.need", "was taken up in")
    assert list(queries.needs_of(started)) == [need]
    actions.take_up(initiative=started, need=need, by=freja, now=now())
    assert Link.objects.filter(to_kind="initiatives.initiative").count() == 1
    with pytest.raises(refusals.NotYoursToWrite):
        actions.take_up(initiative=started, need=need, by=una, now=now())
    assert not queries.initiatives_about(need).exists()


def test_takes_up_no_need_of_another_area(area, ida, nadia):
    elsewhere, draft = needs.need(nadia.area, nadia), factories.draft(area, ida)
    with pytest.raises(refusals.OtherArea):
        actions.take_up(initiative=draft, need=elsewhere, by=ida, now=now())


def test_has_six_steps_that_hold_each_field_of_the_card_once():
    fields = [name for step in STEPS for name in step.fields]
    assert len(STEPS) == 6
    assert sorted(fields) == sorted(factories.CARD)
