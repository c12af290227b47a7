"""A vote that begins, and one that is over, inside an installation whose web process was killed meanwhile.

Each function prints one line of JSON.
"""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from medskab.cli.installation import collect_static
from medskab.common.clock import now
from medskab.common.codes import kept
from medskab.decisions import actions, boards
from medskab.decisions.calculations import unpacked
from medskab.decisions.calculations.board import receipt_hash
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import Decision, Envelope, OpenedBallot, Pointer, Poll, PollState
from medskab.decisions.tests.factories import area, facilitator, person
from medskab.decisions.tests.open_votes import open_vote
from medskab.methods.board import verifier
from medskab.people.models import Person, RoleKind

SIDES = [{"name": "Ida", "side": "The residents"}, {"name": "Karl", "side": "The municipality"}]
BALLOT = {"shape": "approval", "least": 1, "most": 3, "rule": "equal-shares", "completion": "add1"}


def begin(count: str) -> None:
    """A vote opened by its own deeds, after a rehearsal; the codes and the key, as people hold them."""
    collect_static()
    rehearsal = open_vote(facilitator(area()), is_rehearsal=True, state=PollState.OPENED)
    facts, by = BALLOT | {"unit": "person", "minimum_age": 12}, rehearsal.by
    poll = actions.prepare_poll(decision=rehearsal.decision, facts=facts, by=by, now=now())
    poll = actions.make_keys(poll=poll, custodians=SIDES, by=by, now=now())
    key, begins = poll.private_key, now() - timedelta(hours=1)
    ends = begins + timedelta(days=3)
    poll = actions.open_poll(poll=poll, opens_at=begins, closes_at=ends, by=by, now=now())
    second = person(by.area, "poul", RoleKind.PROJECT_LEADER)
    issue = actions.issue_at_desk(
        poll=poll, count=int(count), because="By declaration", second=second, by=by, now=now()
    )
    print(json.dumps({"slug": poll.decision.slug, "codes": issue.codes, "key": key.hex()}))


def end(path: str, key: str) -> None:
    """Close and open; what is wrong, held against a file of all that was acknowledged."""
    poll = Poll.objects.select_related("decision__area").get(is_rehearsal=False)
    acknowledged = json.loads(Path(path).read_text("utf-8"))
    digests = [receipt_hash(poll.ref, receipt) for _code, _choice, receipt in acknowledged]
    last = {code: (choice, digest) for (code, choice, _), digest in zip(acknowledged, digests, strict=True)}
    in_urn = Counter(Envelope.objects.filter(poll=poll).values_list("receipt_hash", flat=True))
    counted = Counter(_counted(poll))
    meant = Counter((kept(code, purpose_of(poll)), digest) for code, (_choice, digest) in last.items())
    out = _open(poll, bytes.fromhex(key))
    found = {
        "lost": sum(not in_urn[digest] for digest in digests),
        "double": in_urn.total() - len(set(digests)) + len(digests) - len(set(digests)),
        "not the last counts": (meant - counted).total() + (counted - meant).total(),
        "other ballots": _differ(out, [choice for choice, _digest in last.values()]),
        "wrong on the board": _verdicts(poll, [receipt for *_vote, receipt in acknowledged]),
    }
    print(json.dumps({what: wrong for what, wrong in found.items() if wrong}))


def _counted(poll: Poll) -> Any:
    pointers = Pointer.objects.filter(credential__poll=poll)
    return pointers.values_list("credential__code_hmac", "envelope__receipt_hash")


def _open(poll: Poll, key: bytes) -> list[Any]:
    by, over = Person.objects.get(name="freja"), poll.closes_at
    poll = actions.close_poll(poll=poll, by=None, now=over)
    actions.open_urn(poll=poll, private_key=key, witnesses=["Ida", "Karl", "Mona"], by=by, now=over)
    return list(OpenedBallot.objects.filter(poll=poll).values_list("choice", flat=True))


def _differ(out: list[Any], meant: list[Any]) -> int:
    one, other = (Counter(json.dumps(sorted(choice["approve"])) for choice in some) for some in (out, meant))
    return (one - other).total() + (other - one).total()


def _verdicts(poll: Poll, receipts: list[str]) -> dict[str, str]:
    """What the verifier does not find right; nobody has announced a result, and nothing hangs on a wall."""
    board = ("\n".join(boards.lines(poll)) + "\n").encode()
    ballots = unpacked(Decision.objects.get(pk=poll.decision_id).submission.packed)
    found = {name: (verdict, said) for name, verdict, said in verifier.verify(board, ballots, receipts)}
    unseen = {name for name in ("order", "result", "wall") if found[name][0] == "open"}
    return {
        name: f"{word} {said}" for name, (word, said) in found.items() if word != "ok" and name not in unseen
    }
