"""read_pb and write_pb beside pabutools: both read the same election, from the real file and from ours."""

from fractions import Fraction

import pytest
from tests.cases import pb_file

from medskab.methods.budgeting.election import Election
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.write_pb import write_pb

parse_pabulib = pytest.importorskip("pabutools.election.pabulib").parse_pabulib

FILES = [
    "netherlands_amsterdam_166_.pb",
    "poland_warszawa_2017_saska-kepa.pb",
    "france_toulouse_2019_.pb",
    "poland_gdansk_2020_chelm.pb",
]


def _ours(election: Election) -> tuple[Fraction, dict[str, Fraction], list[dict[str, int]]]:
    unit, ballots = election.currency_unit, election.ballots
    ids = [project.id for project in election.projects]
    points = [1] * len(ballots.projects) if ballots.points is None else ballots.points.tolist()
    pairs = list(zip((ids[place] for place in ballots.projects.tolist()), points, strict=True))
    bounds = zip(ballots.offsets[:-1].tolist(), ballots.offsets[1:].tolist(), strict=True)
    costs = {project.id: Fraction(project.cost, unit) for project in election.projects}
    return Fraction(election.budget, unit), costs, [dict(pairs[begin:end]) for begin, end in bounds]


def _theirs(path: str) -> tuple[Fraction, dict[str, Fraction], list[dict[str, int]]]:
    instance, profile = parse_pabulib(path)
    costs = {project.name: Fraction(project.cost) for project in instance}
    ballots = [
        {project.name: int(ballot[project]) if hasattr(ballot, "items") else 1 for project in ballot}
        for ballot in profile
    ]
    return Fraction(instance.budget_limit), costs, ballots


@pytest.mark.parametrize("name", FILES)
def test_reads_and_writes_what_the_witness_reads(name, tmp_path):
    election = read_pb(pb_file(name))
    (tmp_path / name).write_bytes(write_pb(election))
    assert _theirs(str(pb_file(name))) == _ours(election)
    assert _theirs(str(tmp_path / name)) == _ours(election)
