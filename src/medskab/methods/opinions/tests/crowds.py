"""Made-up crowds for tests."""

import numpy as np

from medskab.methods.opinions.votes import Statement, Votes, gather


def crowd(
    people: int = 60, statements: int = 20, *, camps: int = 2, seed: int = 1, seen: float = 0.7
) -> Votes:
    """People in camps of equal size that see most statements differently; some votes missing, some
    passes."""
    chance = np.random.default_rng(seed)
    lean = chance.choice([-1, 1], (camps, statements))
    voter, statement = np.nonzero(chance.random((people, statements)) < seen)
    vote = lean[voter % camps, statement] * np.where(chance.random(len(voter)) < 0.1, -1, 1)
    vote[chance.random(len(voter)) < 0.1] = 0
    return gather(
        _names("p", people), [Statement(str(at)) for at in range(statements)], voter, statement, vote
    )


def noise(people: int = 60, statements: int = 20, *, seed: int = 1) -> Votes:
    """People without any camps."""
    chance = np.random.default_rng(seed)
    voter, statement = np.nonzero(np.ones((people, statements)))
    vote = chance.integers(-1, 2, len(voter))
    return gather(
        _names("p", people), [Statement(str(at)) for at in range(statements)], voter, statement, vote
    )


def cast(votes: Votes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The votes one by one: voter, statement, answer."""
    return np.repeat(np.arange(votes.shape[0]), votes.per_voter), votes.columns, votes.values


def shuffled(votes: Votes, seed: int = 7) -> Votes:
    """The same votes brought in another order, with each voter and statement at another position."""
    chance = np.random.default_rng(seed)
    people, statements = (chance.permutation(size) for size in votes.shape)
    voter, statement, answer = cast(votes)
    order = chance.permutation(len(voter))
    at_voter, at_statement = np.argsort(people), np.argsort(statements)
    return gather(
        [votes.voters[at] for at in people],
        [votes.statements[at] for at in statements],
        at_voter[voter][order],
        at_statement[statement][order],
        answer[order],
    )


def _names(letter: str, count: int) -> list[str]:
    return [f"{letter}{at}" for at in range(count)]
