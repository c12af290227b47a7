"""write_pb and read_pb: nothing is lost on the way there and back, and no input breaks the reader."""

import random
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import pb_file, pb_files

from medskab.methods.budgeting.election import BadElection, BallotKind, Ballots, Election, Project
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.write_pb import write_pb

from .files import pb

CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)
IDS = st.text(
    st.characters(categories=["L", "N", "P", "S"], blacklist_characters=","), min_size=1, max_size=12
)


@st.composite
def elections(draw) -> Election:
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    unit = draw(st.sampled_from([1, 10, 100]))
    projects = tuple(
        Project(
            project,
            draw(st.integers(0, 10**9)) * (1 if unit > 1 else unit),
            name=draw(CELLS).strip(),
            selected=draw(st.none() | st.integers(0, 3)),
            latitude=draw(st.none() | st.floats(-90, 90)),
            extra=MappingProxyType({"shade": draw(CELLS)}),
        )
        for project in ids
    )
    places = st.lists(st.integers(0, len(ids) - 1), unique=True)
    kind = draw(st.sampled_from([BallotKind.APPROVAL, BallotKind.ORDINAL, BallotKind.CUMULATIVE]))
    ballots = _ballots(draw(st.lists(places, max_size=6)), kind)
    return Election(draw(st.integers(0, 10**12)), projects, ballots, unit, MappingProxyType({"mood": "a;b"}))


def _ballots(chosen: list[list[int]], kind: BallotKind) -> Ballots:
    offsets = np.concatenate([[0], np.cumsum([len(ballot) for ballot in chosen])]).astype(np.int64)
    projects = np.array([place for ballot in chosen for place in ballot], np.int32)
    points = (projects.astype(np.int64) * 7 + 1) if kind is BallotKind.CUMULATIVE else None
    voters = [f"v{number}" for number in range(len(chosen))]
    return Ballots(
        kind, offsets, projects, points, 1, voters, MappingProxyType({"age": ["41"] * len(chosen)})
    )


@given(elections())
@settings(max_examples=150, deadline=None)
def test_reads_back_what_was_written(election):
    assert read_pb(write_pb(election)) == election


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_answers_any_bytes_with_an_election_or_a_sentence(data):
    _election_or_sentence(data)


@given(st.text(st.sampled_from('META\nPROJECTS\nVOTES;,"pq0-. \r\t'), max_size=60), st.integers(0, 120))
@settings(max_examples=300, deadline=None)
def test_answers_any_text_inside_a_file_with_an_election_or_a_sentence(text, place):
    data = pb()
    _election_or_sentence(data[:place] + text.encode() + data[place:])


@pytest.mark.parametrize("name", ["france_toulouse_2019_.pb", "poland_gdansk_2020_chelm.pb"])
def test_answers_a_damaged_real_file_with_an_election_or_a_sentence(name):
    data, chance = pb_file(name).read_bytes(), random.Random(7)
    for _ in range(150):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            place = chance.choice([chance.randrange(len(data)), chance.randrange(3000)])
            damaged[place : place + chance.randint(0, 3)] = bytes(chance.choices(b';",\n\r-.0x\xff\0', k=2))
        _election_or_sentence(bytes(damaged))


def test_answers_every_shortened_real_file_with_an_election_or_a_sentence():
    data = pb_file("france_toulouse_2019_.pb").read_bytes()
    for end in range(0, len(data), 211):
        _election_or_sentence(data[:end])


def _election_or_sentence(data: bytes) -> None:
    try:
        election = read_pb(data)
    except BadElection as bad:
        _check_sentence(str(bad))
        return
    again = write_pb(election)
    assert read_pb(again) == election
    assert write_pb(read_pb(again)) == again


def _check_sentence(sentence: str) -> None:
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_writes_every_real_file_so_that_it_reads_back_equal():
    for path in pb_files():
        election = read_pb(path)
        assert read_pb(write_pb(election)) == election, path.name


def test_says_nothing_of_voters_but_their_choice_when_anonymous():
    election = read_pb(pb(votes="voter_id;vote;age\nzoe;q,p;41\nbo;q;19\nann;p,q;88\n"))
    written = write_pb(election, anonymous=True).decode()
    assert written.endswith("VOTES\nvoter_id;vote\n1;p,q\n2;p,q\n3;q\n")


def test_keeps_rankings_in_order_when_anonymous():
    election = read_pb(pb(meta={"vote_type": "ordinal"}, votes="voter_id;vote\nx;q,p\ny;p,q\n"))
    assert write_pb(election, anonymous=True).endswith(b"1;p,q\n2;q,p\n")


def test_keeps_points_with_their_projects_when_anonymous():
    votes = "voter_id;vote;points\nx;q,p;4,1\n"
    election = read_pb(pb(meta={"vote_type": "cumulative"}, votes=votes))
    assert write_pb(election, anonymous=True).endswith(b"1;p,q;1,4\n")


def test_writes_the_currency_unit_where_it_is_not_one():
    assert b"currency_unit;100\n" in write_pb(read_pb(pb(meta={"budget": "100.50"})))
    assert b"currency_unit" not in write_pb(read_pb(pb()))


def test_refuses_an_id_that_cannot_stand_in_a_vote():
    empty = _ballots([], BallotKind.APPROVAL)
    with pytest.raises(BadElection, match="cannot be written"):
        write_pb(Election(10, (Project("a,b", 1),), empty))
