"""What Engparken thinks in the demo: a conversation that is over, and one that goes on now."""

from collections.abc import Sequence
from hashlib import sha256
from random import Random

from medskab.common.arriving import Channel
from medskab.needs.models import Need
from medskab.statements import actions
from medskab.statements.models import Choice, Conversation, Statement

from .listening import SEATS, YOUNG
from .story import Story

YARDS, EVENINGS = "Gårdene og aftenerne", "Hvad skal vi bruge pengene til næste år?"
_VOICES, _VOICES_NOW, _SEED = 72, 26, 11
_AGREE, _NO, _PASS = Choice.AGREE, Choice.DISAGREE, Choice.PASS

# Words, and how likely the one half and the other half of the neighbours agree, in percent.
SAID = (
    ("Der skal være lys på stierne hele natten.", 92, 88),
    ("Børn skal kunne lege i alle gårde.", 90, 84),
    ("Der mangler bænke, hvor man kan hvile sig.", 82, 90),
    ("Vi skal selv bestemme over gårdene.", 85, 80),
    ("Musik ude er i orden til klokken 23.", 88, 12),
    ("Efter klokken 21 skal der være ro.", 15, 92),
    ("Unge skal have deres eget rum om aftenen.", 94, 38),
    ("Boldspil skal kun være på banen.", 18, 78),
    ("En grillplads i hver gård er en god idé.", 86, 30),
    ("Der skal være flere blomster og mindre græs.", 45, 70),
    ("Cykler skal stå i kælderen, ikke i gården.", 30, 66),
    ("Vi skal have en fest sammen hvert år.", 84, 68),
    ("Naboer skal tale med de unge, før de ringer til nogen.", 91, 70),
    ("Hunde skal i snor i gårdene.", 55, 88),
    ("Vaskeriet må gerne være åbent om natten.", 76, 26),
)
_SEEDS = 10
NOW = (
    "Flere bænke langs stien er vigtigere end blomster.",
    "De unge skal selv bestemme over en del af pengene.",
    "Vi skal spare op til noget stort.",
    "Et værksted for cykler kommer alle til gode.",
    "Pengene skal deles lige mellem blokkene.",
    "Beboerhuset skal have åbent hver aften.",
)
_DOORS = (*[Channel.QR] * 5, *[Channel.WEB] * 3, *[Channel.KIOSK] * 2)


def think(story: Story) -> str:
    """Seventy-two neighbours vote on fifteen statements; five of these come from themselves."""
    about = _begun(
        story, YARDS, "Hvordan skal det være at være ude her?", [w for w, *_ in SAID[:_SEEDS]], -330
    )
    _say_more(story, about)
    random = Random(_SEED)  # noqa: S311  invented votes
    rows = {one.words: one for one in about.statements.all()}
    votes = 0
    for number in range(_VOICES):
        likes_noise, voter = number % 9 < 5, _voter(story, YARDS, number)
        for words, noisy, quiet in random.sample(SAID, random.randint(8, len(SAID))):
            agrees = random.randrange(100) < (noisy if likes_noise else quiet)
            choice = _PASS if random.random() < 0.08 else _AGREE if agrees else _NO
            day = -325 + number // 4
            actions.cast_vote(
                statement=rows[words], choice=choice, voter=voter, by=None, now=story.at(day, 10 + number % 9)
            )
            votes += 1
    actions.close_conversation(conversation=about, by=story.who("freja"), now=story.at(-300))
    return f"{_VOICES} neighbours gave {votes} votes on {len(SAID)} statements; the result is out"


def think_now(story: Story) -> str:
    """A conversation that a visitor of the demo can take part in."""
    about = _begun(story, EVENINGS, "Til næste år er der igen penge at dele.", NOW, -9)
    random = Random(_SEED)  # noqa: S311  invented votes
    rows = list(about.statements.all())
    for number in range(_VOICES_NOW):
        voter = _voter(story, EVENINGS, number)
        for row in random.sample(rows, random.randint(2, len(rows))):
            choice = random.choice((_AGREE, _AGREE, _NO, _PASS))
            day = -8 + number // 4
            actions.cast_vote(statement=row, choice=choice, voter=voter, by=None, now=story.at(day, 12))
    _words(story, about, "Vi skal have en gynge, også til dem der er voksne.", -1)
    return f"{_VOICES_NOW} neighbours have begun to vote on {len(NOW)} statements; one more waits for a check"


def _begun(story: Story, title: str, question: str, seeds: Sequence[str], day: int) -> Conversation:
    freja = story.who("freja")
    plan = actions.Plan(title, question, opens_at=story.at(day, 8))
    about = actions.make_conversation(area=story.area, plan=plan, by=freja, now=story.at(day - 3))
    need = Need.objects.for_area(story.area).filter(title__in=(SEATS, YOUNG)).first()
    lines = [actions.Words(words) for words in seeds]
    actions.add_seeds(conversation=about, lines=lines, heard_in=need, by=freja, now=story.at(day - 2))
    return actions.open_conversation(conversation=about, by=freja, now=story.at(day, 8))


def _say_more(story: Story, about: Conversation) -> None:
    freja = story.who("freja")
    for number, (words, *_likely) in enumerate(SAID[_SEEDS:]):
        row = _words(story, about, words, -329 + number)
        actions.show_statement(statement=row, by=freja, now=story.at(-328 + number, 9))


def _words(story: Story, about: Conversation, words: str, day: int) -> Statement:
    said, key = actions.Words(words), _key(about.title, words)
    return actions.say_statement(conversation=about, said=said, key=key, by=None, now=story.at(day, 17))


def _voter(story: Story, title: str, number: int) -> actions.Voter:
    block = story.block(1 + number % 8)
    assert block is not None  # noqa: S101  the blocks of the demo are numbered from 1 to 8
    return actions.Voter(_key(title, str(number)), _DOORS[number % len(_DOORS)], block.pk)


def _key(*of: str) -> str:
    return sha256(" ".join(("demo", *of)).encode()).hexdigest()
