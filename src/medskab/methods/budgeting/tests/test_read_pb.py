"""read_pb: the variants of the format."""

import pytest

from medskab.methods.budgeting.election import BallotKind, Election
from medskab.methods.budgeting.read_pb import read_pb

from .files import pb, pb_points


def _ballots(election: Election) -> list[list[str]]:
    ids = [project.id for project in election.projects]
    bounds = zip(election.ballots.offsets[:-1], election.ballots.offsets[1:], strict=True)
    return [[ids[place] for place in election.ballots.projects[begin:end]] for begin, end in bounds]


def test_reads_projects_ballots_and_budget():
    election = read_pb(pb())
    assert (election.budget, election.currency_unit) == (100, 1)
    assert [(project.id, project.cost, project.name) for project in election.projects] == [
        ("p", 30, "Trees"),
        ("q", 70, "Benches"),
    ]
    assert _ballots(election) == [["p", "q"], ["q"], []]
    assert list(election.ballots.voter_ids) == ["a", "b", "c"]
    assert election.remarks == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data.replace(b"\n", b"\n\n"),
        lambda data: data.replace(b"META", b"meta;;").replace(b"VOTES", b" Votes ;"),
        lambda data: data.rstrip(b"\n"),
        lambda data: data.replace(b"key;value\n", b""),
        lambda data: data.replace(b"p,q", b'"p,q"'),
        lambda data: data.replace(b"p,q", b" p ,\tq ").replace(b"\nb;", b"\n b ;"),
        lambda data: data + b";\n",
        lambda data: data.replace(b"project_id;cost;name", b"Project_ID;COST;Name;;"),
    ],
)
def test_reads_the_same_from_every_spelling(change):
    assert read_pb(change(pb())) == read_pb(pb())


def test_understands_quotes_with_separators_quotes_and_line_ends_inside():
    projects = 'project_id;cost;name\np;30;"A ""tree""; and\na bench"\nq;70;\n'
    assert read_pb(pb(projects=projects)).projects[0].name == 'A "tree"; and\na bench'


def test_counts_lines_on_past_a_text_of_several_lines():
    projects = 'project_id;cost;name\np;30;"one\ntwo"\nq;70;\n'
    election = read_pb(pb(projects=projects, votes="voter_id;vote\na;p,p\n"))
    assert election.remarks[0].line == 12


def test_takes_money_exactly_in_the_smallest_coin_that_occurs():
    election = read_pb(pb(meta={"budget": "740793,05"}, projects="project_id;cost\np;0.1\nq;70.00\n"))
    assert (election.budget, election.currency_unit) == (74079305, 100)
    assert [project.cost for project in election.projects] == [10, 7000]


def test_takes_the_smallest_coin_from_currency_unit():
    election = read_pb(pb(meta={"currency_unit": "100"}))
    assert (election.budget, election.currency_unit, election.projects[0].cost) == (10000, 100, 3000)
    assert "currency_unit" not in election.meta


@pytest.mark.parametrize("kind", ["cumulative", "scoring"])
def test_takes_points_exactly(kind):
    ballots = read_pb(pb_points("2,5", kind=kind)).ballots
    assert (ballots.points.tolist(), ballots.points_scale) == ([2, 5], 1)


def test_frees_points_from_their_decimals():
    ballots = read_pb(pb_points("2.5,0.25")).ballots
    assert (ballots.points.tolist(), ballots.points_scale) == ([250, 25], 100)


def test_keeps_the_order_of_a_ranking():
    election = read_pb(pb(meta={"vote_type": "ordinal"}, votes="voter_id;vote\na;q,p\n"))
    assert election.ballots.kind is BallotKind.ORDINAL
    assert _ballots(election) == [["q", "p"]]


def test_reads_ballots_that_choose_one():
    election = read_pb(pb(meta={"vote_type": "choose-1"}, votes="voter_id;vote\na;q\nb;\n"))
    assert _ballots(election) == [["q"], []]


def test_counts_a_project_named_twice_once_and_says_so():
    election = read_pb(pb_points("3,1,1", vote="q,p,q"))
    assert _ballots(election) == [["q", "p"]]
    assert election.ballots.points.tolist() == [3, 1]
    assert "counted once" in str(election.remarks[0])


def test_keeps_unknown_columns_and_keys_and_takes_selected_as_information():
    projects = "project_id;cost;public_id;selected;category;latitude\np;30;77;1;a, b;55.4\nq;70;;;;\n"
    election = read_pb(
        pb(meta={"mood": "good"}, projects=projects, votes="voter_id;age;vote\na;41;p\nb;;q\n")
    )
    first, second = election.projects
    assert dict(first.extra) == {"public_id": "77"}
    assert (first.selected, first.categories, first.latitude) == (1, ("a", "b"), 55.4)
    assert (second.selected, second.categories, second.latitude) == (None, (), None)
    assert list(election.ballots.extra["age"]) == ["41", ""]
    assert election.meta["mood"] == "good"


def test_reads_a_budget_of_zero_and_free_projects():
    election = read_pb(pb(meta={"budget": "0"}, projects="project_id;cost\np;0\nq;70\n"))
    assert (election.budget, election.projects[0].cost) == (0, 0)


def test_reads_an_election_without_ballots():
    assert read_pb(pb(votes="voter_id;vote\n")).ballots.count == 0


def test_matches_ids_of_any_length_and_script():
    long, danish = "x" * 90, "grønt-område-æøå"
    projects = f"project_id;cost\n{long};1\n{danish};2\n{danish}2;3\n"
    votes = f"voter_id;vote\na;{danish}2,{long}\nb;{danish}\n"
    assert _ballots(read_pb(pb(projects=projects, votes=votes))) == [[f"{danish}2", long], [danish]]


def test_reports_progress_up_to_the_whole():
    shares: list[float] = []
    read_pb(pb(), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_reads_from_a_path(tmp_path):
    (tmp_path / "e.pb").write_bytes(pb())
    assert read_pb(tmp_path / "e.pb") == read_pb(pb())
