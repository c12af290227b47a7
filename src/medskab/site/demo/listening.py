"""What people say in the demo through many channels, and what becomes of it."""

from dataclasses import dataclass

from medskab.needs import actions
from medskab.needs.models import Channel, Input, InputKind, Need, NeedKind, NeedState

from .ground import PINS
from .story import Story

LIGHT = "Lys på stien til skolen"
YOUNG = "Et sted for unge om aftenen"
SEATS = "Flere steder at sidde i gården"
PLAN = "Vi vil være med, før planen er tegnet"
KITCHEN = "Køkkenet i beboerhuset kan bespise 60"
SEWING = "Fire naboer kan sy og vil lære fra sig"

_NEEDS = (
    (LIGHT, "Stien mellem blok 2 og skolen er mørk fra november til februar. Børn går en omvej.", 2),
    (YOUNG, "Efter klokken 20 er der intet sted at være, hvis man er mellem 13 og 25.", 0),
    (SEATS, "I gård 3 er der én bænk til 160 hjem.", 3),
    (PLAN, "Mange sagde nej til planen, fordi de så den først, da den var færdig.", 0),
)
_ASSETS = (
    (KITCHEN, "Det bliver brugt to dage om ugen. Nøglen ligger hos varmemesteren.", 0),
    (SEWING, "Maskinerne står i blok 6.", 6),
)


@dataclass(frozen=True)
class Saying:
    """One thing that somebody said: on which day, how, where, by whom, and which need was heard in it."""

    day: int
    channel: Channel
    kind: InputKind
    words: str
    block: int = 0
    by: str = ""
    heard: tuple[str, ...] = ()
    answer: str = ""
    declined: str = ""


_C, _K = Channel, InputKind
SAYINGS = (
    Saying(-392, _C.QR, _K.NEED, "Hvorfor hørte vi først om planen, da den var færdig?", 1, heard=(PLAN,)),
    Saying(-391, _C.QR, _K.NEED, "Jeg stemte nej, men jeg vil gerne have nye vinduer.", 4, heard=(PLAN,)),
    Saying(-390, _C.KIOSK, _K.IDEA, "Lad os tegne den selv sammen med nogen, der kan regne.", heard=(PLAN,)),
    Saying(-384, _C.MEETING, _K.NEED, "Vi skal spørges først. Ikke sidst.", heard=(PLAN,)),
    Saying(-384, _C.MEETING, _K.NEED, "Vis os tallene, mens de kan ændres.", heard=(PLAN,)),
    Saying(-384, _C.MEETING, _K.NEED, "Min datter tør ikke gå til skole om morgenen.", 2, heard=(LIGHT,)),
    Saying(-384, _C.MEETING, _K.NEED, "De unge står i opgangen, fordi de ikke har andet.", 5, heard=(YOUNG,)),
    Saying(-382, _C.PAPER, _K.NEED, "Mor på 80 forstod ikke planen. Heller ikke jeg.", heard=(PLAN,)),
    Saying(-380, _C.QR, _K.NEED, "Der er helt mørkt ved stien bag blok 2.", 2, heard=(LIGHT,)),
    Saying(-379, _C.DOORSTEP, _K.NEED, "Vi følger børnene i skole på skift.", 1, heard=(LIGHT,)),
    Saying(-376, _C.QR, _K.NEED, "Lygten ved skralderummet har været ude i to år.", 2, heard=(LIGHT,)),
    Saying(-374, _C.KIOSK, _K.NEED, "Stien bag blok 2 er uhyggelig om aftenen.", 3, heard=(LIGHT,)),
    Saying(-371, _C.WEB, _K.IDEA, "Et rum hvor vi kan lave musik.", by="yusuf", heard=(YOUNG,)),
    Saying(-369, _C.KIOSK, _K.NEED, "Ingen steder at sidde, når man venter på børnene.", 3, heard=(SEATS,)),
    Saying(
        -365, _C.DOORSTEP, _K.ASSET, "Jeg var syerske i 30 år og lærer gerne fra mig.", 6, heard=(SEWING,)
    ),
    Saying(-362, _C.PHONE, _K.NEED, "Jeg kan ikke gå langt. Sæt en bænk halvvejs.", 3, heard=(SEATS,)),
    Saying(-355, _C.PAPER, _K.ASSET, "Køkkenet i beboerhuset er det bedste i byen.", heard=(KITCHEN,)),
    Saying(-341, _C.QR, _K.ASSET, "Vi er tre, der gerne laver mad til mange.", 7, heard=(KITCHEN, YOUNG)),
    Saying(-333, _C.WEB, _K.NEED, "Kan vi få lys, før det bliver vinter?", 2, by="hassan", heard=(LIGHT,)),
    Saying(
        *(-300, _C.QR, _K.NEED, "Hvornår virker elevatoren i blok 7 igen?", 7),
        answer="Den nye motor kom i mandags. Elevatoren har kørt siden torsdag.",
    ),
    Saying(
        *(-288, _C.KIOSK, _K.IDEA, "Forbyd boldspil i alle gårde."),
        declined="Gårdene er for alle. Vi har sat skilte op om ro efter klokken 21 i stedet.",
    ),
    Saying(-6, _C.QR, _K.NEED, "Cyklerne står i vejen i kælderen i blok 5.", 5),
    Saying(-3, _C.KIOSK, _K.IDEA, "Kunne vi have et bord med bøger, man må tage?"),
    Saying(-1, _C.WEB, _K.ASSET, "Jeg kan hjælpe med at læse breve om tirsdagen.", by="leyla"),
)


def listen(story: Story) -> str:
    """What was said is taken in; most of it is heard as a need or an asset, and some still waits."""
    freja = story.who("freja")
    found: dict[str, Need] = {}
    for number, saying in enumerate(SAYINGS, 1):
        row = _say(story, number, saying)
        for title in saying.heard:
            need = found.get(title) or found.setdefault(title, _make(story, title, saying.day + 1))
            actions.join_input(row=row, need=need, by=freja, now=story.at(saying.day + 1, 10))
        if saying.answer:
            actions.answer_input(row=row, answer=saying.answer, by=freja, now=story.at(saying.day + 2))
        if saying.declined:
            actions.decline_input(row=row, because=saying.declined, by=freja, now=story.at(saying.day + 4))
    return f"{len(SAYINGS)} people said something; {len(found)} needs and assets were heard in it"


def settle_needs(story: Story, states: dict[str, NeedState], *, day: int) -> None:
    """Say of some needs how far they came."""
    for need in Need.objects.filter(area=story.area, title__in=states):
        pin = (need.latitude, need.longitude)
        facts = (need.title, need.wording, need.kind, need.place, states[need.title])
        worded = actions.Worded(*facts, pin=None if None in pin else pin)
        actions.edit_need(need=need, worded=worded, by=story.who("freja"), now=story.at(day))


def _say(story: Story, number: int, saying: Saying) -> Input:
    is_typed = saying.channel not in {Channel.WEB, Channel.QR, Channel.KIOSK}
    by = "freja" if is_typed else saying.by
    said = actions.Said(saying.kind, saying.words, place=story.block(saying.block), channel=saying.channel)
    return actions.say(
        area=story.area,
        said=said,
        code=actions.code_for(f"demo-{number}"),
        by=story.who(by) if by else None,
        now=story.at(saying.day, 9 + number % 10),
    )


def _make(story: Story, title: str, day: int) -> Need:
    kinds = ((NeedKind.NEED, _NEEDS), (NeedKind.ASSET, _ASSETS))
    rows = {one[0]: (kind, one) for kind, many in kinds for one in many}
    kind, (_title, wording, block) = rows[title]
    worded = actions.Worded(title, wording, kind, story.block(block), pin=PINS.get(title))
    return actions.make_need(area=story.area, worded=worded, by=story.who("freja"), now=story.at(day, 9))
