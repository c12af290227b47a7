"""Invented examples for the gallery: an area, a form in all its states, figures, and a decided budget."""

from dataclasses import dataclass
from fractions import Fraction

from django import forms

from medskab.common.charts import Bar, Piece
from medskab.common.templatetags.figures import kroner

LONG = "Afdelingsbestyrelsesmedlemskabsansøgningsskema"


@dataclass(frozen=True)
class ExampleArea:
    """Stands in for an area in the frame."""

    accent: str
    name: str = "Engparken"
    slug: str = "engparken"
    is_demo: bool = True
    data_controller: str = "Engparken’s department board"
    contact: str = "The community house, Engvej 4"

    def get_absolute_url(self) -> str:
        """Where the area is."""
        return "/gallery/?page=place"


@dataclass(frozen=True)
class Outcome:
    """A proposal and what became of it."""

    title: str
    votes: int
    cost_kr: int
    next: str = ""
    reason: str = ""
    href: str = ""

    @property
    def cost_ore(self) -> int:
        """What it costs."""
        return self.cost_kr * 100


class ExampleForm(forms.Form):
    """Each kind of field."""

    title = forms.CharField(label="What would you call it?", help_text="A few words that others recognise.")
    words = forms.CharField(label="Tell us more", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    place = forms.ChoiceField(label="Where is it?", choices=[("4", "Block 4"), ("7", "Block 7")])
    kind = forms.ChoiceField(
        label="What is it about?",
        choices=[("place", "The physical place"), ("org", "How we organise"), ("life", "Life together")],
        widget=forms.RadioSelect,
    )
    days = forms.MultipleChoiceField(
        label="When can you help?",
        choices=[("tue", "Tuesday"), ("thu", "Thursday"), ("sat", "Saturday")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    amount = forms.CharField(label="What does it cost?", help_text="For example 1.234,50")
    day = forms.DateField(label="From which day?", widget=forms.DateInput(attrs={"type": "date"}))
    picture = forms.FileField(label="A picture or a voice note", required=False)
    agreed = forms.BooleanField(label="You may show this under my name")


def example_forms() -> dict[str, forms.Form]:
    """The form untouched, and as it comes back when it was wrong."""
    given = {"wrong-title": LONG, "wrong-day": "yesterday", "wrong-kind": "place"}
    wrong = ExampleForm(given, prefix="wrong")
    wrong.is_valid()
    return {"form": ExampleForm(), "wrong": wrong}


TABLE_HEAD: list[dict[str, object]] = [
    {"title": "Stairwell"},
    {"title": "Who to call"},
    {"title": "Homes", "is_number": True},
    {"title": "Took part", "is_number": True},
]


def table_rows() -> list[list[dict[str, object]]]:
    """Rows as components/table.html wants them: each cell knows its column's title."""
    rows = (
        ("Engvej 4", "Amira", "24", "17"),
        ("Engvej 6", LONG, "24", "9"),
        ("Engvej 8", "Jens", "18", "11"),
    )
    return [[{**head, "text": text} for head, text in zip(TABLE_HEAD, row, strict=True)] for row in rows]


BARS = [
    Bar("Safe in the evening", Fraction(535, 1000), "53.5 %", 0.478, 0.592),
    Bar("Know somebody in the next block", Fraction(41, 100), "41 %", 0.354, 0.466),
    Bar("Took part in something last year", Fraction(28, 100), "28 %", 0.229, 0.331),
    Bar("All areas together", Fraction(533, 1000), "53.3 %", is_ours=False, note="to compare"),
]

STEPS = [
    {
        "title": "Proposals",
        "state": "done",
        "when": "1 March",
        "text": "38 came in, 14 could be carried out.",
    },
    {"title": "Vote", "state": "now", "when": "until 20 April"},
    {"title": "Result", "state": "next", "when": "22 April"},
]

WINNERS = [
    Outcome("Benches and lamps in the courtyard of block 4", 241, 32_000, "Amira and Jens begin on 4 May"),
    Outcome("Cooking together every Thursday", 228, 18_000, "First evening: 7 May, in the community house"),
    Outcome("Goals for the smallest footballers", 203, 14_500, "Ordered; in place before the holidays"),
    Outcome("Homework café, also for parents", 187, 24_000, "Looking for two more helpers"),
    Outcome("Herb garden by the laundry", 176, 9_500, "Digging day: Saturday 9 May"),
    Outcome("A bench for mending bicycles", 169, 21_000, "The caretaker finds the room in May"),
    Outcome("Paint and quiet walls for the music room", 154, 38_000, "The youth board leads it"),
    Outcome("Lights for Eid and Christmas", 121, 16_000, "Ready in November"),
    Outcome("Three sewing machines to borrow", 98, 12_000, "At the desk from June"),
]


def others() -> list[Outcome]:
    """What was not chosen, each with its reason, money in the reader's language."""
    return [
        Outcome("Outdoor gym", 198, 95_000, reason=_too_little(198, 61_300, 95_000)),
        Outcome("Fence with a gate", 92, 48_000, reason=_too_little(92, 27_100, 48_000)),
        Outcome("Open-air cinema", 74, 17_000, reason=_too_little(74, 12_900, 17_000)),
        Outcome("Fountain", 61, 70_000, reason=_too_little(61, 22_800, 70_000)),
        Outcome(
            "Speed bump at the school",
            57,
            26_000,
            reason="Taken out before the count: the municipality builds it with its own money before August.",
        ),
    ]


def _too_little(supporters: int, left_kr: int, cost_kr: int) -> str:
    left, cost = kroner(left_kr * 100), kroner(cost_kr * 100)
    return f"It costs {cost}, and the {supporters} who wanted it had {left} left together when its turn came."


BUDGET_KR = 200_000


def money_pieces() -> list[Piece]:
    """What the money went to, and what is left."""
    left = BUDGET_KR - sum(one.cost_kr for one in WINNERS)
    return [Piece(one.title, one.cost_ore) for one in WINNERS] + [
        Piece("Left for next year", left * 100, True)
    ]


DOOR_ROWS = [
    Bar("On a phone", 251, "251"),
    Bar("On paper", 118, "118"),
    Bar("In the community house", 43, "43"),
]

COUNT_STEPS = [
    {"title": one.title, "state": "done", "text": f"Each of its {one.votes} supporters gave the same."}
    for one in WINNERS
]

DECISION_FACTS = [
    ("Decided by", "Everybody over 12 who lives here"),
    ("Under", "The mandate for the yearly budget"),
    ("Closed", "20 April 2026"),
    ("Voted", "412 of 2,310"),
]
