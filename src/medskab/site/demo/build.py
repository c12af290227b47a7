"""Builds the demo through the same deeds as real areas: nothing in it is shown that was not done."""

from collections.abc import Callable, Iterator

from django.utils import translation

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people.models import Person
from medskab.places import actions as places
from medskab.places.models import Area

from . import homes
from .actions import begin_chapter, end_chapter, found_demo
from .bills import pay
from .budget import propose_and_shape, set_up_budget
from .budget_vote import vote_on_budget
from .cast import CAST
from .delivery import deliver
from .efforts import remember
from .ground import draw_ground
from .ground_work import put_in_hand
from .initiatives import start_both
from .interviews import talk
from .listening import listen
from .mandates import hand_over
from .meetings import call_next_meeting, meet_about_plan, meet_each_year, meet_to_listen
from .notices import hang_up
from .plans import vote_from_above, vote_together
from .story import Story
from .survey import ask, ask_again
from .thinking import think, think_now
from .today import open_votes
from .work import CannotBuild, work

_HOMES = (("engparken", homes.engparken), ("birkelunden", homes.birkelunden))


def _bring_homes(story: Story) -> list[str]:
    """Both areas' homes, from the lists of their estate offices."""
    told = []
    for slug, content in _HOMES:
        area = Area.objects.get(slug=slug)
        by = _facilitator(area)
        brought = places.upload_list(area=area, file_name="boliger.csv", content=content(), by=by, now=now())
        places.ask_to_carry_out(dwelling_list=brought, by=by, now=now())
        work()
        brought.refresh_from_db()
        told.append(f"{brought.line_count:,} homes in {area.name}")
    return told


Chapter = Callable[[Story], str | list[str]]
CHAPTERS: tuple[tuple[str, Chapter], ...] = (
    ("homes", _bring_homes),
    ("ground", draw_ground),
    ("plan-from-above", vote_from_above),
    ("listening", listen),
    ("listening-evening", meet_to_listen),
    ("efforts", remember),
    ("interviews", talk),
    ("what-we-think", think),
    ("survey", ask),
    ("initiatives", start_both),
    ("afdelingsmoede", meet_each_year),
    ("mandates", hand_over),
    ("budget", set_up_budget),
    ("proposals", propose_and_shape),
    ("budget-vote", vote_on_budget),
    ("plan-meeting", meet_about_plan),
    ("plan-together", vote_together),
    ("delivery", deliver),
    ("bills", pay),
    ("notices", hang_up),
    ("next-meeting", call_next_meeting),
    ("today", open_votes),
    ("thinking-now", think_now),
    ("survey-again", ask_again),
    ("in-hand", put_in_hand),
)


def is_built() -> bool:
    """Whether the demo stands, whole."""
    return CHAPTERS[-1][0] in _chapters("ended")


def build() -> Iterator[str]:
    """Tell what is missing, chapter by chapter; says after each what is done."""
    if not Area.objects.filter(slug="engparken").exists():
        found_demo(by=None, now=Story.begins())
        yield f"Two areas and {len(CAST)} invented people"
    story = Story(Area.objects.get(slug="engparken"))
    ended, begun = _chapters("ended"), _chapters("begun")
    for name, tell in CHAPTERS:
        if name in ended:
            continue
        if name in begun:
            raise CannotBuild("The demo was left half built. Build it anew in an empty MEDSKAB_HOME.")
        begin_chapter(area=story.area, name=name, by=None, now=now())
        with translation.override("da"):
            told = tell(story)
        end_chapter(area=story.area, name=name, by=None, now=now())
        yield from [told] if isinstance(told, str) else told


def _chapters(what: str) -> set[str]:
    lines = Line.objects.filter(kind=f"demo.chapter_{what}")
    return {line.figures["chapter"] for line in lines}


def _facilitator(area: Area) -> Person:
    key = next(player for player in CAST if player.area == area.slug and player.role == "facilitator").key
    return Person.objects.for_area(area).get(account__email=f"{key}@demo.invalid")
