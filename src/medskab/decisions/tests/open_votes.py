"""A vote that is open, and codes for it: rows as the set-up leaves them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from medskab.common.clock import now
from medskab.common.codes import kept, new_code
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import (
    CodeIssue,
    Credential,
    Decision,
    DecisionKind,
    Delivery,
    DeliveryNews,
    DeliveryPhoto,
    PaperBatch,
    Phase,
    Poll,
    PollState,
    Proposal,
    ProposalDraft,
    Shaping,
    ShapingAnswer,
    State,
)
from medskab.decisions.urn_keys import sealed_signing_key
from medskab.people.models import Person
from medskab.tools.vault import ballot_box

PROPOSALS = (("bench", "A bench", 40_000), ("party", "A party", 60_000), ("herbs", "Herbs", 30_000))


@dataclass(frozen=True)
class OpenVote:
    """A poll, whoever conducts it, and the key that opens its urn."""

    poll: Poll
    by: Person
    private_key: bytes

    @property
    def decision(self) -> Decision:
        return self.poll.decision

    def codes(self, count: int = 1) -> list[str]:
        """Rights to vote, as letters would carry them."""
        area, made = self.poll.area, [new_code() for _unused in range(count)]
        issue = CodeIssue.objects.create(
            area=area, poll=self.poll, kind="desk", count=count, at=now(), by=self.by
        )
        digests = [kept(code, purpose_of(self.poll)) for code in made]
        Credential.objects.bulk_create(
            Credential(area=area, poll=self.poll, issue=issue, code_hmac=digest) for digest in digests
        )
        return made


def open_vote(by: Person, shape: str = "approval", proposals: Any = PROPOSALS, **facts: Any) -> OpenVote:
    """It began an hour ago and ends tomorrow; `facts` are the poll's, or its decision's slug or budget."""
    moment, area, budget = now(), by.area, facts.pop("budget", 100_000)
    is_budget = shape != "yes-no"
    decision = Decision.objects.create(
        area=area,
        slug=facts.pop("slug", "our-budget"),
        title="Our budget" if is_budget else "Shall block 4 be rebuilt?",
        kind=DecisionKind.BUDGET if is_budget else DecisionKind.HOUSEHOLD,
        nature="hearing",  # nothing is decided, so that no mandate is needed
        state=State.RUNNING,
        budget=budget if is_budget else None,
        currency_unit=facts.pop("currency_unit", 100),
        objection="Write to the board before 1 June.",
        opened_at=moment,
        created_by=by,
        created_at=moment,
    )
    for number, (project, title, cost) in enumerate(proposals if is_budget else (), 1):
        Proposal.objects.create(
            area=area, decision=decision, number=number, project=project, title=title, cost=cost, votes=0
        )
    public, private = ballot_box.new_pair()
    signing, secret = ballot_box.new_signing_pair()
    voters = {"unit": "person", "minimum_age": 12} if is_budget else {"unit": "home"}
    words = {
        "state": PollState.OPEN,
        "ref": f"ref-{decision.pk}",
        "rule": "equal-shares" if is_budget else "",
    }
    dates = {"opens_at": moment - timedelta(hours=1), "closes_at": moment + timedelta(days=1)}
    keys = {
        "sealing_key": public.hex(),
        "signing_key": signing.hex(),
    }
    named = [{"name": "Ida", "side": "The residents"}, {"name": "Karl", "side": "The municipality"}]
    row = {**voters, **words, **dates, **keys, "custodians": named} | facts
    poll = Poll(area=area, decision=decision, shape=shape, **row)
    poll.signing_secret = sealed_signing_key(poll, secret)
    poll.save()
    return OpenVote(poll, by, private)


def words_of_everything(decision: Decision, whom: Person) -> dict[str, dict[str, Any]]:
    """Something of everything that hangs on an open vote, by the names of the pages about it."""
    area, day = decision.area, {"area": decision.area, "at": now(), "by": whom}
    Phase.objects.create(
        area=area, decision=decision, kind="vote", starts_at=now(), ends_at=now() + timedelta(days=1)
    )
    typed = _draft(decision, None)
    shaping = Shaping.objects.create(decision=decision, kind="change", wordings=[], because="Shorter", **day)
    answer = ShapingAnswer.objects.create(area=area, shaping=shaping, draft=_draft(decision, whom))
    batch = PaperBatch.objects.create(
        area=area, poll=decision.polls.get(), number=1, papers=2, box="The house"
    )
    first = decision.proposals.first()
    delivery = Delivery.objects.create(
        area=area, decision=decision, proposal=first, carried_out_by="Bente", due_on=now().date()
    )
    news = DeliveryNews.objects.create(
        delivery=delivery, state="done", text="There", due_on=now().date(), **day
    )
    photo = DeliveryPhoto.objects.create(area=area, news=news, name="a")
    one = {"slug": decision.slug}
    plain = (
        "set-up",
        "plan",
        "meeting",
        "open",
        "propose",
        "shape",
        "ballot",
        "poll",
        "poll-set-up",
        "keys",
        "codes",
    )
    plain += ("letter-sample", "paper-ballot", "slips", "call-poster", "numbers-poster")
    plain += ("codes-again", "codes-print", "desk", "rehearsal", "check-in", "batches", "urn", "key-destroy")
    drafts = ("draft", "draft-change", "draft-withdraw", "draft-check")
    return {
        **{f"decision-{name}": one for name in plain},
        **{f"decision-{name}": one | {"pk": typed.pk} for name in drafts},
        "decision-move": one | {"kind": "vote"},
        "decision-shape-answer": one | {"pk": answer.pk},
        "decision-batch": one | {"number": batch.number},
        "decision-batch-finish": one | {"number": batch.number},
        "decision-deliver": one | {"number": first.number},
        "decision-delivery-photo": one | {"pk": photo.pk},
        "decision-photo-down": one | {"pk": photo.pk},
    }


def _draft(decision: Decision, author: Person | None) -> ProposalDraft:
    return ProposalDraft.objects.create(
        area=decision.area,
        decision=decision,
        title="Benches",
        text="To sit on",
        author=author,
        proposed_at=now(),
    )
