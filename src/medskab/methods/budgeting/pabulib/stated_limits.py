"""What META states about the content: real files break it, so a breach is remarked upon and counted."""

import numpy as np
from numpy.typing import NDArray

from medskab.methods.budgeting.election import BadElection, BallotKind, Ballots

from .amounts import parse_amount
from .meta import Meta
from .remarks import Remarks


class StatedLimits:
    """The limits of one file, held against its ballots."""

    def __init__(self, meta: Meta, lines: NDArray[np.int64], remarks: Remarks) -> None:
        self._meta, self._lines, self._remarks = meta, lines, remarks

    def check(self, ballots: Ballots, costs: list[int], unit: int) -> None:
        """Remark on ballots that are too long, too short, too dear, or give too many or too few points."""
        self._check_default_score(ballots.kind)
        self._check_number("num_votes", ballots.count, "ballots")
        self._check_number("num_projects", len(costs), "projects")
        self._check_rows("length", np.diff(ballots.offsets), 1)
        if self._meta.get("min_sum_cost")[0] or self._meta.get("max_sum_cost")[0]:
            prices = np.array(costs, np.int64)[ballots.projects] if costs else np.zeros(0, np.int64)
            self._check_rows("sum_cost", _sums(prices, ballots.offsets), unit)
        if ballots.points is not None:
            self._check_rows("sum_points", _sums(ballots.points, ballots.offsets), ballots.points_scale)
            rows = np.repeat(np.arange(ballots.count), np.diff(ballots.offsets))
            self._check_rows("points", ballots.points, ballots.points_scale, rows)

    def _check_rows(
        self, what: str, numbers: NDArray[np.int64], scale: int, rows: NDArray[np.int64] | None = None
    ) -> None:
        for most, key in ((True, f"max_{what}"), (False, f"min_{what}")):
            limit = self._limit(key, scale, up=not most)
            if limit is None:
                continue
            bad = np.flatnonzero(numbers > limit if most else numbers < limit)
            if rows is not None:
                bad = np.unique(rows[bad])
            if len(bad):
                self._remarks.add(
                    "A ballot breaks the limit {key} of {limit} in META; it was counted as it is."
                    if most
                    else "A ballot stays below {key} of {limit} in META; it was counted as it is.",
                    int(self._lines[bad[0]]),
                    count=len(bad),
                    key=key,
                    limit=self._meta.get(key)[0],
                )

    def _limit(self, key: str, scale: int, *, up: bool) -> int | None:
        """The limit as a whole number of `1/scale`, rounded so that comparing whole numbers stays exact."""
        text, line = self._meta.get(key)
        if not text:
            return None
        amount = parse_amount(text)
        if amount is None:
            self._remarks.add("The {key} in META is not a number; it was not checked.", line, key=key)
            return None
        limit = amount.times(scale) + (up and not amount.fits(scale))
        return limit if abs(limit) < 2**63 else None

    def _check_number(self, key: str, found: int, what: str) -> None:
        text, line = self._meta.get(key)
        if text and text != str(found):
            self._remarks.add(
                "META says {key} {stated}, but the file holds {found} {what}. Check that nothing is missing.",
                line,
                key=key,
                stated=text,
                found=found,
                what=what,
            )

    def _check_default_score(self, kind: BallotKind) -> None:
        text, line = self._meta.get("default_score")
        amount = parse_amount(text) if text else None
        if kind is BallotKind.SCORING and text and (amount is None or amount.digits):
            raise BadElection(
                "The default_score is {score}: projects that a ballot does not name would get points."
                " Write every project's points into the ballots, and set default_score to 0.",
                line,
                score=text[:40],
            )


def _sums(numbers: NDArray[np.int64], offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    running = np.concatenate([np.zeros(1, np.int64), np.cumsum(numbers)])
    return running[offsets[1:]] - running[offsets[:-1]]
