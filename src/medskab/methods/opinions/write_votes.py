"""Write a conversation in the field's open-data layout, so that anybody can map it again."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

import numpy as np
from numpy.typing import NDArray

from .tallies import tallies
from .votes import AGREE, DISAGREE, Votes


def votes_csv(votes: Votes) -> bytes:
    """`votes.csv`: one row per last vote, in the order of voters and statements.

    The columns for time are there, and empty: when somebody voted tells who they are, and no result needs
    it. Voter ids are written as they are: give `votes` made-up ones before publishing.

    >>> from .votes import Statement, gather
    >>> votes = gather(["v"], [Statement("0")], np.array([0]), np.array([0]), np.array([1]))
    >>> votes_csv(votes).decode().splitlines()
    ['timestamp,datetime,comment-id,voter-id,vote', ',,0,v,1']
    """
    voter = np.repeat(np.arange(votes.shape[0]), votes.per_voter)
    cells = zip(votes.columns.tolist(), voter.tolist(), votes.values.tolist(), strict=True)
    rows = (("", "", votes.statements[what].id, votes.voters[who], vote) for what, who, vote in cells)
    return _csv(("timestamp", "datetime", "comment-id", "voter-id", "vote"), rows)


def comments_csv(votes: Votes) -> bytes:
    """`comments.csv`: the statements with how many agreed and disagreed, and -1 for those moderated out."""
    counts = tallies(votes, np.zeros(votes.shape[0], dtype=np.int64), 1)
    rows = (
        ("", "", one.id, one.author, agreed, disagreed, _mark(one.is_out, one.is_meta), one.is_meta, one.text)
        for one, agreed, disagreed in zip(
            votes.statements, counts.agreed[0].tolist(), counts.disagreed[0].tolist(), strict=True
        )
    )
    head = ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated")
    return _csv((*head, "is-meta", "comment-body"), rows)


def participants_votes_csv(votes: Votes, group: NDArray[np.int64]) -> bytes:
    """`participants-votes.csv`: one row per person with their group (empty for none) and a cell per
    statement."""
    written: dict[str, int] = {}
    for one in votes.statements:
        written[one.author] = written.get(one.author, 0) + 1
    head = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
    rows = (_person(votes, at, int(group[at]), written) for at in range(votes.shape[0]))
    return _csv((*head, *(one.id for one in votes.statements)), rows)


def _person(votes: Votes, at: int, group: int, written: dict[str, int]) -> Sequence[object]:
    _, columns, values = votes.rows(at, at + 1)
    cells: list[object] = [""] * votes.shape[1]
    for column, value in zip(columns.tolist(), values.tolist(), strict=True):
        cells[column] = value
    name = votes.voters[at]
    agreed, disagreed = int((values == AGREE).sum()), int((values == DISAGREE).sum())
    return (name, group if group >= 0 else "", written.get(name, 0), len(values), agreed, disagreed, *cells)


def _mark(is_out: bool, is_meta: bool) -> int:
    return -1 if is_out and not is_meta else 1


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()
