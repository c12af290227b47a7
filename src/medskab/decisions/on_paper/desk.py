"""What lies at the desk where people vote on paper. Papers bear no number: nothing tells one from another."""

from medskab.decisions import preflight, printing
from medskab.decisions.amounts import Money
from medskab.decisions.models import Decision, Poll

from . import shared

_KRONER = Money("DKK", 100)


def paper_ballot(poll: Poll) -> bytes:
    """The ballot, every copy alike; a sample as long as what stands on it is not fixed."""
    decision = poll.decision
    is_fixed = not decision.is_budget or decision.proposals.exists()
    money = Money(decision.currency, decision.currency_unit)
    with shared.in_language_of_letters():
        rows = _lines(decision, money) if is_fixed else _lines_to_be(decision)
        ballot = printing.PaperBallot(
            **shared.common(decision, is_sample=not is_fixed),
            shape=poll.shape,  # type: ignore[arg-type]
            question=shared.question(decision),
            proposals=rows,
            until=shared.until(poll),
            hand_in=_desk(poll),
            least=poll.least,
            most=min(poll.most, len(rows)),
            points=poll.points,
            budget=money.coins(decision.budget or 0),
        )
        return shared.kept(ballot, "ballot", printing.paper_ballot)


def check_in_slips(poll: Poll) -> bytes:
    """What two people fill in for each paper that they hand out."""
    with shared.in_language_of_letters():
        slip = printing.CheckIn(**shared.common(poll.decision), place=_desk(poll))
        return shared.kept(slip, "slip", printing.check_in_slip)


def _lines(decision: Decision, money: Money) -> tuple[printing.PaperProposal, ...]:
    if not decision.is_budget:
        return (printing.PaperProposal(number="", name=decision.title),)
    return tuple(
        printing.PaperProposal(
            number=str(one.number), name=one.title or one.project, cost=money.coins(one.cost)
        )
        for one in decision.proposals.all()
    )


def _lines_to_be(decision: Decision) -> tuple[printing.PaperProposal, ...]:
    return tuple(
        printing.PaperProposal(number=str(number), name=one.title, cost=_KRONER.coins(one.cost_ore or 0))
        for number, one in enumerate(preflight.ready(decision), 1)
    )


def _desk(poll: Poll) -> str:
    return poll.paper_at or str(poll.place or poll.area)
