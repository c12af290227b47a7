"""Leads a meeting of the demo through all its steps, from the draft to minutes that everybody can read."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from medskab.gatherings import actions
from medskab.gatherings.models import AgendaItem, Gathering, Kind, SignedAs
from medskab.people.models import Person
from medskab.places.models import Dwelling, Place, PlaceKind

from .story import Story


@dataclass
class Meeting:
    """One meeting while it is told; `by` conducts it."""

    story: Story
    gathering: Gathering
    by: Person

    @property
    def day(self) -> int:
        """Its day, as the story counts."""
        return (self.gathering.held_on - self.story.today).days

    def items(self) -> list[AgendaItem]:
        """Its agenda as it stands."""
        found = AgendaItem.objects.select_related("gathering__area").filter(gathering=self.gathering)
        return list(found)

    def item(self, title: str) -> AgendaItem:
        """The point of that title."""
        return next(one for one in self.items() if one.title == title)

    def again(self) -> Gathering:
        """As a request would load it."""
        self.gathering = Gathering.objects.select_related("area").get(pk=self.gathering.pk)
        return self.gathering


def drafted(story: Story, day: int, words: dict[str, Any], *, by: str, drafted_on: int) -> Meeting:
    """A meeting at seven in the evening of its day."""
    begins_at = story.at(day, 19)
    department = Place.objects.for_area(story.area).get(kind=PlaceKind.DEPARTMENT)
    given = {
        "begins_at": begins_at,
        "ends_at": begins_at + timedelta(hours=2, minutes=30),
        "where": "Beboerhuset, den store sal",
        "place": None,
        "is_extraordinary": False,
        "kind": Kind.LAWFUL,
    }
    given |= {"department": department} if words.get("kind", Kind.LAWFUL) == Kind.LAWFUL else {}
    who = story.who(by)
    made = actions.draft(area=story.area, words=given | words, by=who, now=story.at(drafted_on))
    return Meeting(story, made, who)


def called(meeting: Meeting, day: int) -> None:
    """All homes are told."""
    actions.call(gathering=meeting.again(), by=meeting.by, now=meeting.story.at(day))


def gathered(meeting: Meeting, *, homes: int, chair: str, keeper: str) -> None:
    """The doors open, the homes come in, and the meeting chooses its chair."""
    story, begins = meeting.story, meeting.story.at(meeting.day, 18, 30)
    actions.open_doors(gathering=meeting.again(), by=meeting.by, now=begins)
    room = meeting.again()
    # Every so many homes along the list: they come from all blocks.
    every = Dwelling.objects.for_area(story.area).order_by("pk")
    for home in list(every)[:: every.count() // homes][:homes]:
        actions.check_in(gathering=room, home=home, votes=2, code="", by=meeting.by, now=begins)
    actions.elect_chair(
        gathering=room,
        chair=story.who(chair),
        chair_name=story.who(chair).name,
        keeper_name=story.who(keeper).name,
        by=meeting.by,
        now=story.at(meeting.day, 19, 5),
    )
    meeting.again()


def voted(meeting: Meeting, title: str, yes: int, no: int, blank: int = 0, **more: Any) -> None:
    """A vote by show of hands."""
    numbers = {"method": "hands", "majority": "of-valid", "yes": yes, "no": no, "blank": blank, "invalid": 0}
    moment = meeting.story.at(meeting.day, 20)
    actions.record_vote(item=meeting.item(title), numbers=numbers | more, by=meeting.by, now=moment)


def elected(meeting: Meeting, title: str, votes: dict[str, int], *, seats: int) -> None:
    """An election in writing; the next one is the substitute."""
    story = meeting.story
    frame = {"seats": seats, "substitutes": 1, "term_until": story.on(meeting.day + 730), "lots_drawn_by": ""}
    standing = [actions.Standing(story.who(key).name, count) for key, count in votes.items()]
    moment = story.at(meeting.day, 20, 30)
    actions.record_election(
        item=meeting.item(title), frame=frame, candidates=standing, by=meeting.by, now=moment
    )


def minuted(meeting: Meeting, said: dict[int, tuple[str, str]], *, chair: str, board: str = "birgit") -> None:
    """The minutes are written, signed by two and published. `said`: point → what was said and decided."""
    story = meeting.story
    end = story.at(meeting.day, 21, 30)
    actions.close_meeting(gathering=meeting.again(), by=meeting.by, now=end)
    for item in meeting.items():
        minutes, decided = said[item.number]
        actions.write_minutes(
            item=item, minutes=minutes, decided=decided, by=meeting.by, now=story.at(meeting.day + 1)
        )
    actions.finish_minutes(gathering=meeting.again(), by=meeting.by, now=story.at(meeting.day + 2))
    if meeting.gathering.is_lawful:
        for signed_as, key, day in ((SignedAs.CHAIR, chair, 4), (SignedAs.BOARD, board, 6)):
            _sign(meeting, signed_as, story.who(key), day)
    actions.publish_minutes(gathering=meeting.again(), by=meeting.by, now=story.at(meeting.day + 7))


def _sign(meeting: Meeting, signed_as: SignedAs, who: Person, day: int) -> None:
    versions = meeting.again().minutes_versions.select_related("gathering__area")
    version = versions.order_by("-number")[0]
    actions.sign_minutes(
        version=version,
        signed_as=signed_as,
        sha256=version.sha256,
        is_on_paper=False,
        by=who,
        now=meeting.story.at(meeting.day + day),
    )
