"""Read a conversation in the field's open-data layout."""

from collections.abc import Iterable

import numpy as np

from ._csv_rows import Rows
from .votes import BadVotes, Statement, Votes, gather

_STATEMENT = ("comment-id", "statement-id", "comment_id", "statement_id", "tid")
_VOTER = ("voter-id", "participant-id", "participant", "voter_id", "participant_id", "pid")
_ANSWERS = {"1": 1, "-1": -1, "0": 0, "agree": 1, "disagree": -1, "pass": 0}
_YES, _NO = {"true", "1", "yes", "t"}, {"", "false", "0", "no", "f"}
_LONGEST_ID = 200


def read_votes(votes: bytes, comments: bytes | None = None, *, strict: bool = False) -> Votes:
    """Read the bytes of `votes.csv` or `participants-votes.csv`, and of `comments.csv` where there is one.

    `votes.csv` has a row per vote with columns comment-id, voter-id and vote (1 agree, 0 pass, -1
    disagree); the last vote of a voter on a statement counts: the one with the highest timestamp where all
    rows have one, else the lowest in the file. `participants-votes.csv` has a row per person and a column
    per statement, named by its id. `comments.csv` has comment-id and, if known, comment-body, author-id,
    moderated (-1 is out, and 0 too where `strict`) and is-meta; statements in it without votes are kept.
    Columns may be in any order.

    Not for internal dumps in which -1 means agree: turn their signs first.

    Raises:
        BadVotes: the file is no such file; the text names the line.

    Format: Polis open data, github.com/compdemocracy/openData.

    >>> read_votes(b"comment-id,voter-id,vote\\n0,a,1\\n1,a,-1\\n0,a,0\\n").values.tolist()
    [0, -1]
    """
    known = {} if comments is None else _statements(Rows(comments, "statements"), strict)
    rows = Rows(votes, "votes")
    if rows.find(*_STATEMENT) is None and rows.find(*_VOTER) is not None:
        cast: Iterable[tuple[str, str, int]] = _wide(rows)
    else:
        cast = _long(rows)
    return _gathered(cast, known)


def read_groups(data: bytes) -> dict[str, str]:
    """Read a CSV of voter-id and group: the name of each voter's group, by voter id.

    Raises:
        BadVotes: columns are missing, or a voter is in two groups.

    >>> read_groups(b"voter-id,group\\n7,north\\n8,\\n")
    {'7': 'north'}
    """
    rows = Rows(data, "groups")
    voter, group = rows.column(*_VOTER), rows.column("group", "group-id", "group_id")
    found: dict[str, str] = {}
    for row in rows:
        name, of = row[voter].strip(), row[group].strip()
        if found.setdefault(name, of) != of:
            raise BadVotes(f"Line {rows.line}: voter {name[:40]} is in two groups.")
    return {name: of for name, of in found.items() if of}


def _statements(rows: Rows, strict: bool) -> dict[str, Statement]:
    at = rows.column(*_STATEMENT)
    text, author = rows.find("comment-body", "body", "txt"), rows.find("author-id", "author_id")
    moderated, meta = rows.find("moderated"), rows.find("is-meta", "is_meta")
    found: dict[str, Statement] = {}
    for row in rows:
        name = _id(row[at], rows, "statement")
        is_meta = meta is not None and _is_yes(row[meta], rows)
        mark = "1" if moderated is None else row[moderated].strip()
        if mark not in {"1", "0", "-1", ""}:
            raise BadVotes(f"Line {rows.line}: moderated is 1, 0 or -1, not “{mark[:20]}”.")
        is_out = is_meta or mark == "-1" or (strict and mark != "1")
        words, by = (row[place] if place is not None else "" for place in (text, author))
        if name in found:
            raise BadVotes(f"Line {rows.line}: statement {name[:40]} is there twice.")
        found[name] = Statement(name, words, by.strip(), is_out, is_meta)
    return found


def _long(rows: Rows) -> list[tuple[str, str, int]]:
    voter, statement, vote = rows.column(*_VOTER), rows.column(*_STATEMENT), rows.column("vote")
    time = rows.find("timestamp", "modified", "created")
    cast, times = [], []
    for row in rows:
        answer = _answer(row[vote], rows)
        cast.append((_id(row[voter], rows, "voter"), _id(row[statement], rows, "statement"), answer))
        times.append("" if time is None else row[time].strip())
    moments = _whole_numbers(times)
    if moments is None:
        return cast
    return [cast[at] for at in np.argsort(moments, kind="stable")]


def _wide(rows: Rows) -> list[tuple[str, str, int]]:
    voter = rows.column(*_VOTER)
    columns = [(at, name) for at, name in enumerate(rows.header) if name.isdigit()]
    if not columns:
        raise BadVotes("The votes file has no column for any statement, and no column “comment-id”.")
    cast = []
    for row in rows:
        name = _id(row[voter], rows, "voter")
        cast += [(name, column, _answer(row[at], rows)) for at, column in columns if row[at].strip()]
    return cast


def _gathered(cast: Iterable[tuple[str, str, int]], known: dict[str, Statement]) -> Votes:
    voters: dict[str, int] = {}
    statements = {name: at for at, name in enumerate(known)}
    cells = [
        (voters.setdefault(who, len(voters)), statements.setdefault(what, len(statements)), answer)
        for who, what, answer in cast
    ]
    who, what, vote = np.array(cells, dtype=np.int32).reshape(-1, 3).T
    listed = [known.get(name) or Statement(name) for name in statements]
    return gather(list(voters), listed, who, what, vote.astype(np.int8))


def _answer(text: str, rows: Rows) -> int:
    answer = _ANSWERS.get(text.strip().lower())
    if answer is None:
        raise BadVotes(f"Line {rows.line}: a vote is 1, 0 or -1, not “{text[:20]}”.")
    return answer


def _id(text: str, rows: Rows, what: str) -> str:
    name = text.strip()
    if not name or len(name) > _LONGEST_ID:
        raise BadVotes(f"Line {rows.line}: the {what} has no id, or one longer than {_LONGEST_ID} letters.")
    return name


def _is_yes(text: str, rows: Rows) -> bool:
    word = text.strip().lower()
    if word not in _YES | _NO:
        raise BadVotes(f"Line {rows.line}: is-meta is true or false, not “{text[:20]}”.")
    return word in _YES


def _whole_numbers(texts: list[str]) -> np.ndarray | None:
    """Times as numbers, or None where any is missing."""
    if not all(text.isascii() and text.isdigit() and len(text) < 19 for text in texts):
        return None
    return np.array([int(text) for text in texts], dtype=np.int64)
