"""Check the public board of a vote: python verifier.py BOARD.jsonl [--ballots BALLOTS.pb] (needs PyNaCl)

This file stands alone: copy it anywhere. It prints one line per check. Exit: 0 everything is right;
1 something is wrong; 2 nothing wrong was seen, but something could not be checked.
"""

import argparse
import csv
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from math import ceil, lcm
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

KINDS = {
    "set_up": "poll title sealing_key signing_key ballot projects budget currency_unit rule opens_at"
    " closes_at rehearsal",
    "codes_issued": "count",
    **dict.fromkeys(("codes_voided", "codes_reissued"), "count because"),
    "moved": "closes_at because",
    "nightly": "day root",
    "closed": "issued voided unused digital paper batches padding",
    "opened": "digital paper spoilt ballots_sha256 ballots witnesses",
    "result": "winners cost ballots_sha256",
    **dict.fromkeys(("pointers_deleted", "key_destroyed"), ""),
}
NUMBERS = "seq count issued voided unused digital paper padding spoilt cost yes no blank invalid budget"
TYPES = dict.fromkeys(f"{NUMBERS} currency_unit".split(), int) | {
    **dict.fromkeys(("projects", "batches", "witnesses", "winners"), list),
    **{"ballot": dict, "rule": dict, "rehearsal": bool, "body": dict},
}
LETTERS = dict(zip(KINDS, "SIVRMNCOTPK", strict=True))  # the order of events as one word
LEGAL = re.compile("(?!.*P.*P)S[IVRMN]*(C(O(P?(TP?K?)?)?)?)?")
VOTE_TYPES = {kind: {"approval", "choose-1"} for kind in ("approval", "knapsack", "yes-no")}
VOTE_TYPES |= {"points": {"cumulative", "scoring"}, "ranking": {"ordinal"}}
CHECKS = "lines shape order chain signatures wall times codes batches receipts opened file ballots result"


class Wrong(Exception):
    """A check failed: this is what was seen."""


class Unseen(Exception):
    """This could not be checked, though nothing is wrong: what and why."""


def need(truth: object, sentence: str) -> None:
    if not truth:
        raise Wrong(sentence)


def canonical(value: object) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def misfits(fields: dict[str, Any], names: str) -> set[str]:
    """The fields that are missing, too many, not of their type or below zero."""
    other = {name for name, value in fields.items() if type(value) is not TYPES.get(name, str)}
    below = {name for name, value in fields.items() if type(value) is int and value < 0}
    return other | below | fields.keys() ^ set(names.split())


def number(text: str) -> Fraction:
    need(re.fullmatch(r"\d+([.,]\d+)?", text.strip()), f"“{text[:30]}” in the ballots is no amount.")
    return Fraction(text.strip().replace(",", "."))


class Ballots:
    """A .pb file: what it says of the vote, and per ballot the projects, with points where it gives any."""

    def __init__(self, data: bytes) -> None:
        tables: dict[str, list[dict[str, str]]] = {"META": [], "PROJECTS": [], "VOTES": []}
        section, header = "", list[str]()
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True):
            if len(row) == 1 and row[0].strip() in tables:
                section, header = row[0].strip(), []
            elif row and not header:
                header = [cell.strip().lower() for cell in row]
            elif row:
                tables[section].append(dict(zip(header, row, strict=True)))
        self.meta = {row["key"].strip(): row["value"].strip() for row in tables["META"]}
        self.costs = {row["project_id"].strip(): number(row["cost"]) for row in tables["PROJECTS"]}
        lists = [[row.get(name, "").strip() for row in tables["VOTES"]] for name in ("vote", "points")]
        votes, points = ([one.split(",") if one else [] for one in column] for column in lists)
        self.votes = [[one.strip() for one in vote] for vote in votes]
        self.points = [[number(one) for one in given] for given in points]


class Count:
    """The count, from its definition, in exact numbers. Voters with the same ballot pay as one."""

    def __init__(self, set_up: dict[str, Any], ballots: Ballots) -> None:
        self.rule, self.budget, self.unit = set_up["rule"], set_up["budget"], set_up["currency_unit"]
        self.costs = {one["id"]: one["cost"] for one in set_up["projects"]}
        default = {"points": "points", "ranking": "borda"}.get(set_up["ballot"]["kind"], "cost")
        self.worth = self.rule["satisfaction"] or default
        scale = lcm(*(one.denominator for given in ballots.points for one in given))
        rows = (self.units(*one, scale) for one in zip(ballots.votes, ballots.points, strict=True))
        groups = Counter(tuple(sorted((name, unit) for name, unit in row if unit)) for row in rows)
        self.sizes = list(groups.values())
        self.backing: dict[str, dict[int, int]] = {}  # for each project, how strongly which group wants it
        for group, (row, size) in enumerate(groups.items()):
            for name, unit in row:
                self.backing.setdefault(name, {})[group] = size * unit
        self.total = {one: sum(units.values()) for one, units in self.backing.items()}

    def units(self, vote: list[str], points: list[Fraction], scale: int) -> list[tuple[str, int]]:
        if self.worth == "borda":
            return [(name, len(vote) - 1 - at) for at, name in enumerate(vote)]
        given = [int(one * scale) if self.worth == "points" else one > 0 for one in points]
        return list(zip(vote, given or [1] * len(vote), strict=True))

    def winners(self) -> list[str]:
        name, completion = self.rule["name"], self.rule["completion"] or "add1"
        known = completion in ("none", "add1", "add1u", "add1-exhaustive") and self.rule["tie_break"] == "id"
        if name not in ("equal-shares", "greedy-votes") or not known:
            raise Unseen(f"This file cannot count by {name}, {completion}. The command medskab count can.")
        won = self.equal_shares(completion) if name == "equal-shares" else []
        return self.greedy(won) if name == "greedy-votes" or completion == "add1u" else won

    def greedy(self, won: list[str]) -> list[str]:
        for one in sorted(self.backing.keys() - set(won), key=lambda one: (-self.total[one], one)):
            if sum(self.costs[other] for other in [*won, one]) <= self.budget:
                won = [*won, one]
        return won

    def equal_shares(self, completion: str) -> list[str]:
        stands: list[str] = []
        start = Fraction(self.budget, max(1, sum(self.sizes)))
        if completion in ("add1", "add1u"):
            start = Fraction(start // self.unit * self.unit)
        while True:
            won, all_paid_alike = self.shares(start)
            left = self.budget - sum(self.costs[one] for one in won)
            if left < 0:
                return stands
            missing = self.backing.keys() - set(won)
            full = completion == "add1-exhaustive" and all(self.costs[one] > left for one in missing)
            if completion == "none" or not missing or full:
                return won
            # Where all backers paid alike, nothing changes until the backers of another can pay it at all.
            heads = {one: sum(self.sizes[group] for group in self.backing[one]) for one in missing}
            lack = min(Fraction(self.costs[one], heads[one]) - start for one in missing)
            stands, start = won, start + self.unit * (max(1, ceil(lack / self.unit)) if all_paid_alike else 1)

    def shares(self, start: Fraction) -> tuple[list[str], bool]:
        """One count in which everybody starts with the same; all money is in whole parts of a coin."""
        held, parts, alike = [size * start.numerator for size in self.sizes], start.denominator, True
        won = sorted(one for one in self.backing if not self.costs[one])
        others = [one for one in self.backing if self.costs[one]]
        while offers := [offer for one in others if (offer := self.offer(one, held, parts))]:
            _, winner, share, all_paid = min(offers)
            won, others = [*won, winner], [one for _, one, _, _ in offers if one != winner]
            alike &= all_paid
            held, parts = [money * share.denominator for money in held], parts * share.denominator
            for group, unit in self.backing[winner].items():
                held[group] = max(0, held[group] - share.numerator * unit)
        return won, alike

    def offer(self, one: str, held: list[int], parts: int) -> tuple[Fraction, str, Fraction, bool] | None:
        """Its price, its id, what those pay a unit who can pay their part, and whether all can."""
        backing, money, units = self.backing[one], self.costs[one] * parts, self.total[one]
        while poor := {group for group, unit in backing.items() if held[group] * units < money * unit}:
            money -= sum(held[group] for group in poor)
            units -= sum(backing[group] for group in poor)
            backing = {group: unit for group, unit in backing.items() if group not in poor}
        if not units:
            return None
        share, worth = Fraction(money, units), self.costs[one] if self.worth == "cost" else 1
        return share / worth, one, share, units == self.total[one]


class Board:
    """A board, perhaps with ballots, receipts and checkpoints. Each check says what it saw, or raises."""

    def __init__(self, board: bytes, ballots: bytes | None, codes: Sequence[str], known: Sequence[str]):
        self.raw = board.removesuffix(b"\n").split(b"\n")
        self.pb, self.codes, self.known = ballots, codes, known
        self.events = [json.loads(line) for line in self.raw]
        self.set_up = self.events[0]["body"]
        self.form, self.unit = self.set_up["ballot"], self.set_up["currency_unit"]
        self.yes_no = self.form["kind"] == "yes-no"
        self.costs = {one["id"]: one["cost"] for one in self.set_up["projects"]} or {"yes": 0, "no": 0}

    def all(self, *kinds: str) -> list[Any]:
        return [event["body"] for event in self.events if event["kind"] in kinds]

    def one(self, kind: str) -> Any:
        if not (found := self.all(kind)):
            raise Unseen(f"The board has no event “{kind}” yet.")
        return found[0]

    def read(self) -> Ballots:
        opened = self.one("opened")
        if self.pb is not None:
            return Ballots(self.pb)
        if opened["ballots"] == "published" and opened["ballots_sha256"]:
            raise Unseen("The ballots are published: give their file with --ballots.")
        raise Unseen(f"Single ballots are not published. They were seen by {', '.join(opened['witnesses'])}.")

    def check_lines(self) -> str:
        for at, event in enumerate(self.events):
            need(self.raw[at] == canonical(event), f"Line {at + 1} is not written in the agreed way.")
        return f"The board has {len(self.raw)} lines, written in the agreed way."

    def check_shape(self) -> str:
        for at, event in enumerate(self.events, 1):
            votes = event["kind"] == "result" and self.yes_no
            names = "yes no blank invalid" if votes else KINDS[event["kind"]]
            bad = misfits(event, "seq kind body prev hash signature") or misfits(event["body"], names)
            need(not bad, f"Line {at} is not as it should be: {', '.join(sorted(bad))}.")
        need(self.form["kind"] in VOTE_TYPES and (self.yes_no or self.set_up["rule"]), "No such ballot.")
        odd = [one for one in self.set_up["projects"] if misfits(one, "id name cost")]
        need(not odd, "A project has no name or cost.")
        need(len(self.costs) == (len(self.set_up["projects"]) or 2), "Two projects have the same id.")
        need(len(bytes.fromhex(self.set_up["sealing_key"])) == 32, "The sealing key is no key.")
        return f"{'A REHEARSAL, no vote: ' * self.set_up['rehearsal']}{self.set_up['title']}."

    def check_order(self) -> str:
        letters = "".join(LETTERS.get(event["kind"], "?") for event in self.events)
        need(LEGAL.fullmatch(letters), "The events do not come in a legal order.")
        self.one("result")
        return "The events come in a legal order, from set-up to result."

    def check_chain(self) -> str:
        last = "0" * 64
        for at, event in enumerate(self.events):
            need((event["seq"], event["prev"]) == (at, last), f"Line {at + 1} does not follow the last.")
            last = sha256(canonical({key: event[key] for key in ("seq", "kind", "body", "prev")})).hexdigest()
            need(event["hash"] == last, f"Line {at + 1} was changed.")
        return f"No line was changed, taken out or put in. The last one: {len(self.events) - 1}:{last}"

    def check_signatures(self) -> str:
        key = VerifyKey(bytes.fromhex(self.set_up["signing_key"]))
        for at, event in enumerate(self.events, 1):
            signature = bytes.fromhex(event["signature"])
            need(event["signature"] == signature.hex(), f"The signature of line {at} is not as agreed.")
            try:
                key.verify(bytes.fromhex(event["hash"]), signature)
            except (CryptoError, ValueError):
                raise Wrong(f"Line {at} is not signed with the key of this vote.") from None
        return "Every line is signed with the key of this vote."

    def check_wall(self) -> str:
        hashes = {f"{event['seq']}:{event['hash']}" for event in self.events}
        need(hashes.issuperset(one.strip() for one in self.known), "A checkpoint is not on this board.")
        return "Your checkpoints are on the board." if self.known else "None given: compare the line above."

    def check_times(self) -> str:
        opens = datetime.fromisoformat(self.set_up["opens_at"])
        closes = [datetime.fromisoformat(one["closes_at"]) for one in self.all("set_up", "moved")]
        days = [date.fromisoformat(one["day"]) for one in self.all("nightly")]
        first, last = opens.date() - timedelta(1), closes[-1].date() + timedelta(1)  # days are local
        need(opens < min(closes), "The vote closes before it opens.")
        need(days == sorted(set(days)), "The nights do not follow each other.")
        need(all(first <= day <= last for day in days), "A night lies outside the vote.")
        moved = "".join(f" Moved to {one['closes_at']}: {one['because']}." for one in self.all("moved"))
        return f"Votes from {self.set_up['opens_at']} to {self.set_up['closes_at']}.{moved}"

    def check_codes(self) -> str:
        closed, again = self.one("closed"), sum(one["count"] for one in self.all("codes_reissued"))
        issued = again + sum(one["count"] for one in self.all("codes_issued"))
        voided = again + sum(one["count"] for one in self.all("codes_voided"))
        need((closed["issued"], closed["voided"]) == (issued, voided), "Codes are not as issued and voided.")
        used = closed["unused"] + closed["paper"] + closed["digital"]
        need(issued == voided + used, "Codes issued are not those voided, unused, on paper and digital.")
        text = "{issued} codes = {voided} voided + {unused} unused + {paper} paper + {digital} digital."
        return text.format(**closed)

    def check_batches(self) -> str:
        closed, roots = self.one("closed"), {one["day"]: one["root"] for one in self.all("nightly")}
        days = [one["day"] for one in closed["batches"]]
        need(days == sorted(set(days)) and set(days[:-1]) <= roots.keys() <= set(days), "Nights are missing.")
        for batch in closed["batches"]:
            need(batch["hashes"] == sorted(batch["hashes"]), "A batch is not sorted: it tells who was first.")
            root = sha256("\n".join(batch["hashes"]).encode()).hexdigest()
            need(roots.get(batch["day"], root) == root, f"Envelopes of {batch['day']} were changed since.")
        hashes = [one for batch in closed["batches"] for one in batch["hashes"]]
        need(all(len(bytes.fromhex(one)) == 32 for one in hashes), "An envelope is none.")
        need(len(set(hashes)) == len(hashes), "An envelope stands there twice.")
        need(len(hashes) - closed["padding"] >= closed["digital"], "Fewer envelopes than digital votes.")
        return "The envelopes are those of each night. Only witnesses saw that a voter's last one counted."

    def check_receipts(self) -> str:
        batches = self.one("closed")["batches"] if self.codes else []
        hashes = {one for batch in batches for one in batch["hashes"]}
        for code in self.codes:
            plain = re.sub(r"[\s-]", "", code.upper()).translate(str.maketrans("ILO", "110"))
            texts = (f"{self.set_up['poll']}|{one}".encode() for one in (code.strip(), plain))
            is_there = hashes & {sha256(one).hexdigest() for one in texts}
            need(is_there, f"The envelope with the receipt {code} is not in the urn.")
        return "Your envelopes are in the urn." if self.codes else "None given: none was looked up."

    def check_opened(self) -> str:
        closed, opened = self.one("closed"), self.one("opened")
        same = (opened["digital"], opened["paper"]) == (closed["digital"], closed["paper"])
        need(same, "Not as many votes were opened as cast.")
        need(opened["spoilt"] <= opened["digital"] + opened["paper"], "More votes spoilt than cast.")
        enough = {"published": 0, "witnessed": 2 if self.yes_no else 3}[opened["ballots"]]
        need(len(set(opened["witnesses"]) - {""}) >= enough, "Ballots not published need more witnesses.")
        return "{digital} digital and {paper} paper votes were opened, {spoilt} spoilt.".format(**opened)

    def check_file(self) -> str:
        digests = {one.get("ballots_sha256") for one in self.all("opened", "result")} - {None}
        need(len(digests) < 2, "Opening and result are not of the same ballots.")
        ballots = self.read()
        need({sha256(self.pb or b"").hexdigest()} == digests, "The board names another file of ballots.")
        need(ballots.meta["vote_type"] in VOTE_TYPES[self.form["kind"]], "The file has other ballots.")
        costs = {name: cost * self.unit for name, cost in ballots.costs.items()}
        budget = number(ballots.meta["budget"]) * self.unit
        same = (costs, budget) == (self.costs, self.set_up["budget"])
        need(same, "The file has other projects, costs or another budget than the board.")
        return "The file of ballots is the one that the board names, with its projects and budget."

    def check_ballots(self) -> str:
        ballots, form, opened = self.read(), self.form, self.one("opened")
        expected = opened["digital"] + opened["paper"] - opened["spoilt"]
        need(len(ballots.votes) == expected, f"{len(ballots.votes)} ballots in the file, not {expected}.")
        most = 1 if self.yes_no else len(self.costs) if form["most"] is None else form["most"]
        for at, (vote, points) in enumerate(zip(ballots.votes, ballots.points, strict=True), 1):
            known = len(set(vote)) == len(vote) and self.costs.keys() >= set(vote)
            need(known, f"Ballot {at} names a project twice, or one that is not there.")
            need(not vote or (form["least"] or 0) <= len(vote) <= most, f"Ballot {at}: too few or too many.")
            if form["kind"] == "points":
                fair = len(points) == len(vote) and (form["points"] is None or sum(points) <= form["points"])
                need(fair, f"Ballot {at} gives too many points, or not each project any.")
            spent = sum(self.costs[one] for one in vote) if form["kind"] == "knapsack" else 0
            need(spent <= self.set_up["budget"], f"Ballot {at} costs more than the budget.")
        return f"{expected} ballots, {ballots.votes.count([])} of them blank; each keeps the rules."

    def check_result(self) -> str:
        result, opened = self.one("result"), self.one("opened")
        if self.yes_no:
            every = sum(result.values()) == opened["digital"] + opened["paper"]
            need(every and result["invalid"] == opened["spoilt"], "The result has other votes than opened.")
            seen = Counter("".join(vote) or "blank" for vote in self.read().votes)
            need(all(result[one] == seen[one] for one in ("yes", "no", "blank")), "The votes say otherwise.")
            return "Counted again: {yes} yes, {no} no, {blank} blank, {invalid} invalid.".format(**result)
        won = result["winners"]
        need(len(set(won)) == len(won), "A project won twice.")
        spent = sum(self.costs[one] for one in won)
        need(result["cost"] == spent <= self.set_up["budget"], "The winners do not cost what is said.")
        winners = Count(self.set_up, self.read()).winners()
        need(set(winners) == set(won), f"Counted again, others win: {', '.join(winners)}.")
        return f"Counted again, the same projects win: {', '.join(winners) or 'none'}."


def verify(
    board: bytes, ballots: bytes | None = None, receipts: Sequence[str] = (), checkpoints: Sequence[str] = ()
) -> list[tuple[str, str, str]]:
    """For each check its name, “ok”, “WRONG” or “open”, and what was seen."""
    found = []
    for name in CHECKS.split():
        try:
            check = getattr(Board(board, ballots, receipts, checkpoints), f"check_{name}")
            found.append((name, "ok", check()))
        except (Unseen, Wrong) as seen:
            found.append((name, "open" if isinstance(seen, Unseen) else "WRONG", str(seen)))
        except Exception as fault:  # whatever a forged file brings about
            found.append((name, "WRONG", f"Not readable ({type(fault).__name__})."))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Check what the command line names, print one line per check."""
    parser = argparse.ArgumentParser(description="Check the public board of a vote.")
    parser.add_argument("board", type=Path)
    parser.add_argument("--ballots", type=Path, help="the published ballots (.pb)")
    parser.add_argument("--receipt", action="append", default=[], help="a code of yours")
    parser.add_argument("--checkpoint", action="append", default=[], help="SEQ:HASH from the wall or a mail")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    try:
        files = asked.board.read_bytes(), asked.ballots and asked.ballots.read_bytes()
    except OSError as fault:
        parser.error(f"The file cannot be read: {fault}")
    found = verify(*files, asked.receipt, asked.checkpoint)
    plain = "\n".join(f"{verdict:6}{name}: {said}" for name, verdict, said in found)
    sys.stdout.write(f"{json.dumps(found) if asked.json else plain}\n")
    verdicts = {verdict for _, verdict, _ in found}
    return 1 if "WRONG" in verdicts else 2 if "open" in verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
