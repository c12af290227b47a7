"""What residents of the demo start themselves."""

from typing import Any

from medskab.initiatives import actions
from medskab.initiatives.models import Initiative, Level
from medskab.needs.models import Need

from .listening import PLAN, YOUNG
from .story import Story

STUDIO = "Lydstudie i kælderen"
WORKSHOP = "Planværkstedet"

_STUDIO = {
    "what_if": "Hvad nu, hvis vi kunne optage vores egen musik her, hvor vi bor?",
    "idea": "Vi indretter det tomme rum under blok 5 som lydstudie. Vi passer det selv.",
    "drives": "Vi er mange, der laver musik på telefonen. Der er ingen steder at være sammen om det.",
    "gains": "Unge får et sted at være. Alle får en fest, når vi spiller.",
    "effect_seen": "Tyve unge bruger studiet hver uge. Der er ro i opgangen i blok 5.",
    "inspiration": "Ungdomshuset i nabobyen har ét. Vi har været der.",
    "key_people": "Amira er voksen kontakt. Malik kender en lydtekniker.",
    "contributions": "Vi maler selv. Boligorganisationen giver rummet.",
    "team": "Yusuf og fire venner fra blok 5 og 7.",
    "first_needed": "Nøglen til rummet, og nogen der måler, hvor højt man hører os.",
    "on_social": True,
    "on_place": True,
    "on_organisation": False,
    "level": Level.EVERYDAY,
    "contact": "Skriv til beboerhuset: Til Yusuf.",
}
_WORKSHOP = {
    "what_if": "Hvad nu, hvis vi tegnede den næste plan selv?",
    "idea": "Hver anden onsdag mødes beboere, en arkitekt og kommunen om ét emne ad gangen.",
    "drives": "Planen ovenfra blev stemt ned. Husene skal stadig sættes i stand.",
    "gains": "En plan, som folk kender, før de stemmer om den.",
    "effect_seen": "Halvdelen af opgangene har været med, før planen kommer til afstemning.",
    "inspiration": "Andre områder har gjort det efter et nej.",
    "key_people": "Bente, Hassan, Karen fra bestyrelsen, Ole fra kommunen.",
    "contributions": "Boligorganisationen betaler arkitekten. Beboerne bestemmer dagsordenen.",
    "team": "Tolv beboere fra seks blokke.",
    "first_needed": "Tal for, hvad hver del koster i husleje.",
    "on_social": False,
    "on_place": True,
    "on_organisation": True,
    "level": Level.AREA,
    "contact": "Skriv til beboerhuset: Til Bente.",
}


def start_both(story: Story) -> str:
    """A young resident leads one, a grown-up the other; both come from what was said."""
    workshop = _write(story, "bente", WORKSHOP, _WORKSHOP, need=PLAN, day=-378)
    _join(story, workshop, "hassan", asked_by="bente", day=-377)
    _open(story, workshop, lead="bente", day=-376, supporters=("amira", "tove", "mikkel", "karen"))
    studio = _write(story, "yusuf", STUDIO, _STUDIO, need=YOUNG, day=-352)
    _join(story, studio, "amira", asked_by="yusuf", day=-350, is_adult_contact=True)
    _join(story, studio, "leyla", asked_by="yusuf", day=-349)
    _open(story, studio, lead="yusuf", day=-348, supporters=("sofia", "mikkel", "hassan", "bente", "malik"))
    return "Two initiatives, one of them led by a young resident"


def end_workshop(story: Story, *, day: int) -> None:
    """What it was for is done."""
    workshop = Initiative.objects.get(area=story.area, title=WORKSHOP)
    because = "Planen er stemt igennem. Værkstedet fortsætter som følgegruppe, når der bygges."
    actions.end_initiative(initiative=workshop, because=because, by=story.who("bente"), now=story.at(day))


def _write(story: Story, lead: str, title: str, words: dict[str, Any], *, need: str, day: int) -> Initiative:
    by, moment = story.who(lead), story.at(day, 17)
    words = words | {"title": title, "place": story.block(5) if title == STUDIO else None}
    first = {name: words[name] for name in actions.STEPS[0].fields}
    found = Need.objects.get(area=story.area, title=need)
    initiative = actions.start(area=story.area, words=first, need=found, by=by, now=moment)
    for step in actions.STEPS[1:]:
        given = {name: words[name] for name in step.fields}
        initiative = actions.save_step(
            initiative=initiative,
            step=step,
            words=given,
            seen=actions.mark_of(initiative, step),
            by=by,
            now=moment,
        )
    return initiative


def _join(
    story: Story, initiative: Initiative, key: str, *, asked_by: str, day: int, is_adult_contact: bool = False
) -> None:
    person = story.who(key)
    actions.invite_author(initiative=initiative, person=person, by=story.who(asked_by), now=story.at(day, 9))
    actions.accept_invitation(
        initiative=initiative, is_adult_contact=is_adult_contact, by=person, now=story.at(day, 20)
    )


def _open(story: Story, initiative: Initiative, *, lead: str, day: int, supporters: tuple[str, ...]) -> None:
    initiative = actions.open_initiative(initiative=initiative, by=story.who(lead), now=story.at(day))
    for number, key in enumerate(supporters, 1):
        actions.support(initiative=initiative, by=story.who(key), now=story.at(day + number))
    actions.begin(initiative=initiative, by=story.who(lead), now=story.at(day + 20))
