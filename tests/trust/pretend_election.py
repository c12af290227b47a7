"""An election to bring as a file: proposals as residents might write them, and ballots drawn by chance.

The ballots come from a small model (who lives where, who cares about what) with a fixed seed, so that
every run has the same. Nobody really voted.
"""

from random import Random

import numpy as np

from medskab.methods.budgeting.election import BallotKind, Ballots, Election, Project

BUDGET_KRONER = 250_000
VOTERS = 412
MOST_CHOICES = 5

# id, what residents call it, kroner, theme, block it lies at (0 = for all)
PROPOSALS = (
    ("01", "Natlys på stien til skolen", 42_000, "fysisk", 2),
    ("02", "Fodboldmål og kunstgræs i gård 7", 64_000, "fysisk", 7),
    ("03", "Sommerfest for alle otte blokke", 55_000, "socialt", 0),
    ("04", "Lydstudie for unge mellem 13 og 25", 58_000, "socialt", 0),
    ("05", "Drivhus ved beboerhuset", 36_000, "fysisk", 4),
    ("06", "Udekøkken med pizzaovn", 31_000, "fysisk", 1),
    ("07", "Cykelværksted i kælderen i blok 5", 27_500, "organisation", 5),
    ("08", "Lektiecafé med studerende", 22_000, "organisation", 0),
    ("09", "Vægmaleri på gavlen ved busstoppet", 48_000, "socialt", 8),
    ("10", "Bænke og borde i gård 3", 18_000, "fysisk", 3),
    ("11", "Pigeklub om torsdagen", 15_000, "socialt", 0),
    ("12", "Syaften med seks maskiner", 12_000, "socialt", 6),
    ("13", "Hønsehus med ti høns", 24_000, "fysisk", 3),
    ("14", "Skilte til en motionsrunde", 19_500, "fysisk", 0),
)

# How much each group of voters likes each proposal, in the order above; and how many of 10 voters it has.
_LIKES = {
    "families": (6, (9, 9, 8, 2, 1, 3, 1, 3, 1, 1, 2, 1, 2, 1)),
    "young": (2, (2, 6, 3, 9, 0, 2, 5, 3, 4, 1, 2, 0, 0, 1)),
    "older": (2, (6, 0, 4, 0, 8, 5, 1, 1, 2, 8, 0, 5, 4, 4)),
}


def election() -> Election:
    """The whole election, money in øre."""
    chance = Random(2026)
    groups = [name for name, (of_ten, _) in _LIKES.items() for _ in range(of_ten)]
    ballots = [_ballot(chance, _LIKES[chance.choice(groups)][1]) for _ in range(VOTERS)]
    offsets = np.zeros(VOTERS + 1, dtype=np.int64)
    np.cumsum([len(ballot) for ballot in ballots], out=offsets[1:])
    return Election(
        budget=BUDGET_KRONER * 100,
        projects=tuple(
            Project(id=key, cost=kroner * 100, name=name, categories=(theme,))
            for key, name, kroner, theme, _block in PROPOSALS
        ),
        ballots=Ballots(
            kind=BallotKind.APPROVAL,
            offsets=offsets,
            projects=np.array([one for ballot in ballots for one in ballot], dtype=np.int32),
            voter_ids=[str(number) for number in range(1, VOTERS + 1)],
        ),
        currency_unit=100,
        meta={
            "description": "Demo: Engparkens beboerbudget 2026",
            "country": "Denmark",
            "unit": "Engparken (demo)",
            "instance": "2026",
            "budget": str(BUDGET_KRONER),
            "num_projects": str(len(PROPOSALS)),
            "num_votes": str(VOTERS),
            "vote_type": "approval",
            "rule": "equalshares/add1",
            "max_length": str(MOST_CHOICES),
            "currency": "DKK",
            "language": "da",
        },
    )


def _ballot(chance: Random, likes: tuple[int, ...]) -> list[int]:
    block = chance.randint(1, 8)
    pull = [
        liking + (6 if at_block == block else 0)
        for liking, (*_rest, at_block) in zip(likes, PROPOSALS, strict=True)
    ]
    chosen = [number for number, strength in enumerate(pull) if chance.random() * 12 < strength]
    return sorted(sorted(chosen, key=lambda number: -pull[number])[:MOST_CHOICES])
