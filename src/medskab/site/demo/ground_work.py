"""What staff have in hand in the demo today: a round to walk, and the wall of the last café."""

from secrets import token_hex

from medskab.common.arriving import Channel
from medskab.needs import actions as needs
from medskab.needs.models import InputKind, Need
from medskab.places.models import Place, PlaceKind
from medskab.rounds import actions as rounds
from medskab.statements.models import Conversation
from medskab.surveys.models import Survey, SurveyState

from .listening import SEATS
from .story import Story
from .thinking import EVENINGS

_CAFE = "Fredagscafé i beboerhuset"
_SAID = (
    "Bordet ved gård 3 er godt. Der må gerne stå ét til.",
    "Bænkene skal have ryg, ellers kan jeg ikke rejse mig.",
    "Sæt dem, hvor der er sol efter klokken fire.",
)
_STAIRWELLS = 3


def put_in_hand(story: Story) -> list[str]:
    """A round through three stairwells, with statements and a survey to bring; a wall with what was said."""
    freja = story.who("freja")
    block = story.block(5)
    stairwells = list(Place.objects.filter(parent=block, kind=PlaceKind.STAIRWELL).order_by("pk"))
    way = rounds.Way(
        "Blok 5 en eftermiddag",
        story.today,
        stairwells[:_STAIRWELLS],
        Conversation.objects.get(area=story.area, title=EVENINGS),
        Survey.objects.get(area=story.area, state=SurveyState.OPEN),
    )
    rounds.plan_round(area=story.area, way=way, by=freja, now=story.at(-1, 14))
    _hang_up(story)
    return [
        f"A round through {_STAIRWELLS} stairwells, ready to walk",
        f"A wall with {len(_SAID)} things on it",
    ]


def _hang_up(story: Story) -> None:
    freja, moment = story.who("freja"), story.at(-4, 16)
    wall = needs.begin_wall(area=story.area, title=_CAFE, gathering=None, by=freja, now=moment)
    said = [needs.Said(kind=InputKind.NEED, words=words, channel=Channel.MEETING) for words in _SAID]
    needs.write_on_wall(wall=wall, all_said=said, is_shown=True, secret=token_hex(8), by=freja, now=moment)
    need = Need.objects.get(area=story.area, title=SEATS)
    for note in wall.notes.select_related("input__area"):
        needs.join_input(row=note.input, need=need, by=freja, now=story.at(-3))
    needs.close_wall(wall=wall, by=freja, now=story.at(-4, 18))
