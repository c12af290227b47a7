"""The confidential room of the demo: interviews, field notes, a codebook, and words that may be quoted."""

from dataclasses import dataclass

from medskab.common.codes import new_code
from medskab.fieldwork import actions
from medskab.fieldwork.models import Code, Quote, Source
from medskab.needs.models import Need
from medskab.people.models import AgeBand, Channel, Voice

from .listening import LIGHT, SEATS, YOUNG
from .story import Story

_USUAL, _SHOWN = ("stored", "analysed"), ("quoted", "published")


@dataclass(frozen=True)
class Talk:
    """An interview: the words that got a code, and the need beside which they may be quoted."""

    pseudonym: str
    age: AgeBand
    said: str
    words: str
    code: str
    quoted_for: str = ""

    @property
    def text(self) -> str:
        """As it was written down."""
        return f"[00:00:04] Freja: Hvordan er det at bo her?\n[00:00:09] {self.pseudonym}: {self.said}"

    @property
    def place(self) -> tuple[int, int]:
        """Where the words stand."""
        start = self.text.index(self.words)
        return start, start + len(self.words)


_ADULT, _YOUNG = AgeBand.ADULT, AgeBand.FROM_15
TALKS = (
    Talk(
        *("Lærke", _ADULT, "Om vinteren går jeg udenom. Stien er sort som en sæk."),
        *("sort som en sæk", "Mørke", LIGHT),
    ),
    Talk(
        *("Bøg", _YOUNG, "Vi står i opgangen. Ikke for at genere. Der er bare varmt."),
        *("Der er bare varmt", "Steder", YOUNG),
    ),
    Talk(
        *("Mose", _ADULT, "Jeg sætter mig på muren. En bænk ville gøre min dag længere."),
        *("En bænk ville gøre min dag længere", "Steder", SEATS),
    ),
    Talk(
        *("Tang", _ADULT, "De spurgte os, da det var bestemt. Det glemmer man ikke."),
        *("da det var bestemt", "Spurgt for sent", ""),
    ),
    Talk(
        *("Rav", _ADULT, "Min nabo henter mine børn. Jeg syr hendes tøj."),
        *("Min nabo henter mine børn", "Naboer", ""),
    ),
    Talk(
        *("Fyr", _ADULT, "Da elevatoren stod, bar vi hinandens poser op."),
        *("bar vi hinandens poser op", "Naboer", ""),
    ),
    Talk(
        *("Klit", _YOUNG, "Jeg vil have et job, men jeg kender ingen, der har et firma."),
        *("jeg kender ingen, der har et firma", "Udenfor", ""),
    ),
    Talk(
        *("Sø", _ADULT, "Køkkenet er det bedste, vi har. Det står tomt fem dage om ugen."),
        *("Det står tomt fem dage om ugen", "Steder", ""),
    ),
)
NOTES = (
    (
        "Feltnote: gård 3 en onsdag",
        "Klokken 16: fire voksne står op og taler. Ingen sidder. Bænken er i skygge.",
    ),
    ("Feltnote: stien ved skolen", "Klokken 7.40 i november: ni børn, tre med lygte. To voksne går med."),
)


def talk(story: Story) -> str:
    """Each speaker agrees first; what is quoted was given back to them before."""
    codes: dict[str, Code] = {}
    for number, one in enumerate(TALKS):
        source, receipt = _interview(story, number, one)
        code = codes.get(one.code) or codes.setdefault(one.code, _code(story, one.code))
        quote = _coded(story, source, code, one)
        if quote is not None:
            _given_back(story, quote, receipt, one.quoted_for)
    for number, note in enumerate(NOTES):
        _note(story, note, -300 + number)
    return f"{len(TALKS)} interviews and {len(NOTES)} field notes with {len(codes)} codes"


def _note(story: Story, note: tuple[str, str], day: int) -> None:
    facts = {"title": note[0], "on": story.on(day), "place": None, "language": "da", "text": note[1]}
    freja, moment = story.who("freja"), story.at(day, 17)
    actions.new_source(area=story.area, subject=None, facts=facts, by=freja, now=moment)


def _interview(story: Story, number: int, one: Talk) -> tuple[Source, str]:
    freja, receipt, day = story.who("freja"), new_code(), -340 + 4 * number
    purposes = (*_USUAL, *_SHOWN) if one.quoted_for else _USUAL
    whom = actions.enter_subject(
        area=story.area,
        facts={"pseudonym": one.pseudonym, "contact": "", "age_band": one.age},
        asked=actions.Asked(purposes, (Voice.OWN,), "da", Channel.PAPER),
        code=receipt,
        by=freja,
        now=story.at(day, 10),
    )
    facts = {
        "title": f"Samtale {number + 1}",
        "on": story.on(day),
        "place": story.block(1 + number % 8),
        "language": "da",
        "text": one.text,
    }
    source = actions.new_source(area=story.area, subject=whom, facts=facts, by=freja, now=story.at(day, 11))
    source.refresh_from_db()
    return actions.finish_source(source=source, by=freja, now=story.at(day, 12)), receipt


def _code(story: Story, name: str) -> Code:
    freja, moment = story.who("freja"), story.at(-300)
    return actions.new_code(area=story.area, name=name, definition="", parent=None, by=freja, now=moment)


def _coded(story: Story, source: Source, code: Code, one: Talk) -> Quote | None:
    freja, moment = story.who("freja"), story.at(-298, 14)
    actions.open_source(source=source, reason="Kodning", by=freja, now=moment)
    coding = actions.give_code(source=source, code=code, place=one.place, memo="", by=freja, now=moment)
    if not one.quoted_for:
        return None
    return actions.propose_quote(coding=coding, plain="", by=freja, now=moment)


def _given_back(story: Story, quote: Quote, receipt: str, title: str) -> None:
    freja = story.who("freja")
    actions.show_quote(quote=quote, by=freja, now=story.at(-296))
    quote = actions.answer_quote(
        quote=quote, code=receipt, is_yes=True, wording="", by=None, now=story.at(-292)
    )
    need = Need.objects.for_area(story.area).get(title=title)
    kind = Need._meta.label_lower
    actions.use_quote(quote=quote, kind=kind, row_id=need.pk, by=freja, now=story.at(-291))
