"""What was paid of the demo's budget, bill by bill."""

from dataclasses import dataclass

from medskab.resources import actions

from .delivery import delivery_of
from .proposals import BENCHES, BIKES, GOALS, LIGHTS, PARTY, SEWING
from .story import Story


@dataclass(frozen=True)
class Bill:
    """One bill; above 20,000 kr. a second person agrees, unless it still waits for them."""

    title: str
    day: int
    kroner: int
    payee: str
    what: str
    is_agreed: bool = True


BILLS = (
    Bill(SEWING.title, -120, 9_400, "Symaskinehuset (opdigtet)", "Seks brugte symaskiner"),
    Bill(PARTY.title, -101, 38_200, "Køkkenholdet (opdigtet)", "Mad til sommerfesten"),
    Bill(PARTY.title, -100, 11_500, "Scene og Lyd (opdigtet)", "Scene og lyd"),
    Bill(LIGHTS.title, -90, 40_500, "El & Lys (opdigtet)", "Ni lamper med montering"),
    Bill(BENCHES.title, -63, 17_300, "Træværket (opdigtet)", "Fire bænke og to borde"),
    Bill(BIKES.title, -33, 12_900, "Hjul og Ram (opdigtet)", "Værktøj til seks pladser"),
    Bill(GOALS.title, -3, 24_000, "Grønt Græs (opdigtet)", "Første rate for kunstgræs", is_agreed=False),
)


def pay(story: Story) -> str:
    """Each bill with its paper; large ones wait until the board agrees, and one still does."""
    for number, bill in enumerate(BILLS, 1):
        commitment = delivery_of(story, bill.title).commitment
        assert commitment is not None  # noqa: S101  what won has its money
        spending = actions.spend(
            commitment=commitment,
            amount_ore=bill.kroner * 100,
            on=story.on(bill.day),
            words=actions.Words(payee=bill.payee, what=bill.what, voucher=f"Demo-{number}"),
            by=story.who("freja"),
            now=story.at(bill.day, 15),
        )
        if spending.needs_second and bill.is_agreed:
            later = story.at(bill.day + 1, 15)
            actions.confirm_spending(spending=spending, by=story.who("birgit"), now=later)
    return f"{len(BILLS)} bills; one waits for a second person"
