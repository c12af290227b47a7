import json
from dataclasses import replace

import numpy as np
import pytest
from tests.cases import cases_folder

from medskab.methods.opinions.given_groups import given_groups
from medskab.methods.opinions.oddities import Odd, oddities
from medskab.methods.opinions.opinion_map import describe, map_opinions
from medskab.methods.opinions.opinions_json import opinions_json
from medskab.methods.opinions.read_votes import read_votes

from .crowds import crowd, noise, shuffled


def _json(votes):
    return json.dumps(opinions_json(map_opinions(votes), "0" * 64), sort_keys=True)


@pytest.mark.parametrize("votes", [crowd(60, 15, camps=3), noise(30, 9), crowd(5, 4)])
def test_says_the_same_of_votes_in_any_order(votes):
    assert _json(votes) == _json(shuffled(votes))


def test_tells_what_a_crowd_is_agreed_on_and_what_divides_it():
    votes = crowd(80, 20, camps=2, seen=1.0)
    common = votes.columns == 4
    votes = replace(votes, values=np.where(common, 1, votes.values).astype(np.int8))
    found = map_opinions(votes)
    assert found.groups.are_clear
    assert found.verdicts[4] == "most-agree"
    assert found.consensus.agreed[0] == 4
    assert "two-ways" in found.verdicts
    told = {one.statement for group in found.told for one in group}
    assert told <= {at for at, verdict in enumerate(found.verdicts) if verdict != "too-few"}


def test_says_how_many_voices_are_missing_and_shows_totals_only():
    found = map_opinions(crowd(4, 12, seen=1.0))
    answer = opinions_json(found, "")
    assert (answer["missing_voters"], answer["groups"], answer["clarity"]) == (3, [], "too-few")
    assert set(found.verdicts) == {"too-few"}


def test_does_not_describe_a_given_group_of_fewer_than_five():
    votes = crowd(30, 12)
    names = {voter: "small" if at < 4 else "large" for at, voter in enumerate(votes.voters)}
    found = describe(votes, *given_groups(votes, names))
    answer = opinions_json(found, "")
    small = next(group for group in answer["groups"] if group["id"] == "small")
    assert (small["described"], small["members"], small["representative"]) == (False, [], [])
    assert all(set(one["groups"]) == {"large"} for one in answer["statements"])


@pytest.mark.parametrize("people", [0, 1, 7])
@pytest.mark.parametrize("statements", [0, 1, 2])
def test_maps_also_the_smallest_conversations(people, statements):
    found = map_opinions(crowd(people, statements, seen=1.0))
    answer = opinions_json(found, "")
    assert len(answer["statements"]) == statements
    assert np.isfinite(found.places).all()
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_maps_a_crowd_that_passes_on_everything():
    votes = crowd(30, 10)
    found = map_opinions(replace(votes, values=np.zeros_like(votes.values)))
    assert (found.groups.clarity, set(found.verdicts)) == ("alike", {"undecided"})


def test_maps_statements_that_are_all_out():
    votes = crowd(30, 10)
    found = map_opinions(
        replace(votes, statements=tuple(replace(one, is_out=True) for one in votes.statements))
    )
    assert (found.groups.count, found.consensus.agreed) == (0, ())


@pytest.mark.parametrize("name", ["15-per-hour-seattle", "scoop-hivemind.taxes"])
def test_maps_a_public_conversation(name):
    folder = cases_folder("opinions") / "open" / name
    votes = read_votes((folder / "votes.csv").read_bytes(), (folder / "comments.csv").read_bytes())
    found = map_opinions(votes)
    assert found.groups.count >= 2
    assert all(len(told) > 0 for told in found.told)
    assert found.consensus.agreed


def test_notices_ballots_that_are_too_much_alike_and_straight_lines():
    votes = noise(40, 20)
    values = votes.values.copy().reshape(40, 20)
    values[3] = values[9] = values[30]
    values[5] = 1
    found = oddities(replace(votes, values=values.ravel()))
    names = {(one.kind, tuple(votes.voters[at] for at in one.voters)) for one in found}
    copied = tuple(votes.voters[at] for at in (3, 9, 30))
    assert names == {(Odd.ALIKE, copied), (Odd.STRAIGHT, (votes.voters[5],))}


def test_finds_nothing_odd_in_agreement_with_what_everybody_agrees_with():
    votes = crowd(40, 20)
    assert oddities(replace(votes, values=np.ones_like(votes.values))) == ()
    assert oddities(crowd(0, 3)) == ()
