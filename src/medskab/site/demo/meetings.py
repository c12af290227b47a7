"""The meetings of the demo: one to listen, the yearly afdelingsmøde, one about the new plan, one to come."""

from decimal import Decimal

from medskab.gatherings import actions
from medskab.gatherings.models import AgendaItem, ItemKind, Kind

from .holding import Meeting, called, drafted, elected, gathered, minuted, voted
from .story import Story

LISTENING, YEARLY, ABOUT_PLAN = -384, -240, -118
BUDGET_MOTION = "250.000 kr. til et beboerbudget"
YOUTH_MOTION = "En pulje, som de unge bestemmer over"
NEW_PLAN = "Den nye helhedsplan og huslejen"
COMING = 35


def meet_to_listen(story: Story) -> str:
    """An informal evening after the no: nothing is decided, and everybody is heard."""
    words = {
        "title": "Beboermøde: Hvad nu, efter et nej?",
        "about": "Planen blev stemt ned. Hvad vil vi selv?",
        "kind": Kind.INFORMAL,
    }
    meeting = drafted(story, LISTENING, words, by="birgit", drafted_on=LISTENING - 12)
    for title in ("Hvorfor blev det et nej?", "Hvad skal den næste plan kunne?"):
        point = {"title": title, "kind": ItemKind.OTHER}
        actions.add_item(
            gathering=meeting.gathering, words=point, by=meeting.by, now=story.at(LISTENING - 12)
        )
    called(meeting, LISTENING - 11)
    actions.open_doors(gathering=meeting.again(), by=meeting.by, now=story.at(LISTENING, 19))
    said = {
        1: ("Mange så først planen, da den var færdig. Huslejen steg for meget for for lidt.", ""),
        2: ("Lys, vinduer og steder at være. Beboerne vil tegne med fra starten.", ""),
    }
    minuted(meeting, said, chair="")
    return "A beboermøde after the no, with minutes"


def meet_each_year(story: Story) -> str:
    """The lawful meeting, from its call to signed minutes; two motions of residents are carried."""
    words = {"title": "Afdelingsmøde", "about": "Regnskab, budget, valg og beboernes forslag."}
    meeting = drafted(story, YEARLY, words, by="birgit", drafted_on=YEARLY - 40)
    called(meeting, YEARLY - 35)
    _motions(meeting)
    actions.send_agenda(gathering=meeting.again(), by=meeting.by, now=story.at(YEARLY - 10))
    gathered(meeting, homes=61, chair="tove", keeper="freja")
    items = {one.kind: one for one in meeting.items()}
    voted(meeting, items[ItemKind.BUDGET].title, 97, 14, 5)
    voted(meeting, BUDGET_MOTION, 88, 21, 6)
    voted(meeting, YOUTH_MOTION, 74, 35, 8)
    votes = {"birgit": 92, "karen": 71, "hassan": 64, "mikkel": 40}
    elected(meeting, items[ItemKind.ELECTION].title, votes, seats=2)
    minuted(meeting, {one.number: _said(one.kind, one.title) for one in meeting.items()}, chair="tove")
    return "An afdelingsmøde, from its call to signed minutes"


def meet_about_plan(story: Story) -> str:
    """An extraordinary meeting: the rent would rise by more than 15 %, and enough ask for a ballot of all."""
    words = {
        "title": "Ekstraordinært afdelingsmøde om helhedsplanen",
        "about": "Fysisk helhedsplan, som beboere, kommune og boligorganisation har lavet sammen.",
        "is_extraordinary": True,
    }
    meeting = drafted(story, ABOUT_PLAN, words, by="birgit", drafted_on=ABOUT_PLAN - 18)
    point = {
        "title": NEW_PLAN,
        "text": "Nye vinduer, lys på alle stier og tre gårde. Huslejen stiger 16,40 % over fire år.",
        "kind": ItemKind.VOTE,
        "rent_rise_percent": Decimal("16.40"),
    }
    actions.add_item(gathering=meeting.gathering, words=point, by=meeting.by, now=story.at(ABOUT_PLAN - 18))
    called(meeting, ABOUT_PLAN - 17)
    actions.send_agenda(gathering=meeting.again(), by=meeting.by, now=story.at(ABOUT_PLAN - 9))
    gathered(meeting, homes=84, chair="tove", keeper="freja")
    voted(meeting, NEW_PLAN, 109, 42, 9, ballot_demanded=58)
    said = {
        1: ("Tove blev valgt.", "Tove er dirigent."),
        2: (
            "Planen blev vist. 58 stemmer bad om urafstemning.",
            "Planen sendes til urafstemning.",
        ),
    }
    minuted(meeting, said, chair="tove")
    return "An extraordinary afdelingsmøde: the new plan goes to a ballot of all homes"


def point_of(story: Story, title: str) -> AgendaItem:
    """A point of some meeting of the demo."""
    return AgendaItem.objects.get(area=story.area, title=title)


def call_next_meeting(story: Story) -> str:
    """The next yearly meeting is called, and a resident's motion waits for its answer."""
    words = {"title": "Afdelingsmøde", "about": "Budget, valg og jeres egne forslag."}
    meeting = drafted(story, COMING, words, by="birgit", drafted_on=-4)
    called(meeting, -2)
    motion = {
        "title": "Bogbytte i vaskeriet",
        "text": "En hylde med bøger, som alle må tage.",
    }
    actions.hand_in_motion(
        gathering=meeting.again(), words=motion, by=story.who("leyla"), now=story.at(-1, 16)
    )
    return f"The next afdelingsmøde is called for {story.on(COMING):%d.%m.%Y}"


def _motions(meeting: Meeting) -> None:
    story, wanted = meeting.story, meeting.again()
    handed_in = (
        ("amira", BUDGET_MOTION, "Vi vil selv bestemme, hvad der bliver lavet i gårdene for pengene."),
        ("yusuf", YOUTH_MOTION, "40.000 kr. om året. Alle over 12 år stemmer."),
    )
    for key, title, text in handed_in:
        motion = actions.hand_in_motion(
            gathering=wanted,
            words={"title": title, "text": text},
            by=story.who(key),
            now=story.at(YEARLY - 22),
        )
        actions.put_on_agenda(motion=motion, by=meeting.by, now=story.at(YEARLY - 13))
    other = {"title": "Hurtigere internet hos mig", "text": "Mit internet er langsomt om aftenen."}
    motion = actions.hand_in_motion(
        gathering=wanted, words=other, by=story.who("mikkel"), now=story.at(YEARLY - 20)
    )
    because = "Det er en aftale mellem dig og dit selskab. Beboerhuset hjælper gerne med at skrive."
    actions.decline_motion(motion=motion, because=because, by=meeting.by, now=story.at(YEARLY - 13))


def _said(kind: str, title: str) -> tuple[str, str]:
    by_kind = {
        ItemKind.CHAIR: ("Tove blev valgt. Mødet er lovligt indkaldt.", "Tove er dirigent."),
        ItemKind.REPORT: ("Birgit fortalte om året efter det store nej.", "Beretningen blev godkendt."),
        ItemKind.BUDGET: ("Budgettet blev gennemgået. Huslejen stiger 1,9 %.", "Budgettet er godkendt."),
        ItemKind.ELECTION: ("Fire stillede op. Der blev stemt skriftligt.", ""),
        ItemKind.OTHER: ("Der mangler en nøgle til cykelrummet i blok 5.", ""),
        ItemKind.MOTION: ("Forslaget blev forklaret og talt igennem.", f"Vedtaget: {title}."),
    }
    return by_kind[ItemKind(kind)]
