"""The urn under attack: two votes at once, votes at the last moment, and eyes on every table and file."""

import json
from collections import Counter
from typing import Any

import pytest

from tests.trust.harness import KILLS, SEED, Installation, installation

RACES, CLOSINGS, VOTERS = 100, 6, 60
ELECTORATE, A_PART = 500, 5
POLLS, CHANCE = (20, 35) if KILLS > 6 else (5, 15)
"""A hit a poll is expected by chance alone. Of 20, 36 or more happen once in 1,200 times; of 5, 16 or more
once in 14,000. The long run, with more kills than six, takes the many."""


def told(site: Installation, what: str, *given: object) -> dict[str, Any]:
    """What a task of the urn saw."""
    said = site.call(f"tests.trust.urn_tasks.{what}", *map(str, given))
    return json.loads(said.splitlines()[-1])


def test_no_code_votes_twice():
    with installation() as site:
        assert told(site, "race", RACES) == {"twice": 0, "codes": RACES, "counted": RACES // 2}


@pytest.mark.parametrize("twin", ["every_vote_counts", "used_codes_are_used_again"])
def test_would_notice_a_code_that_votes_twice(twin):
    with installation() as site:
        assert told(site, "race", RACES // 4, twin)["twice"] > 0


def test_what_is_acknowledged_counts_and_nothing_comes_in_after_the_end():
    with installation() as site:
        found = told(site, "close_often", CLOSINGS, VOTERS)
    assert (found["late"], found["lost"]) == (0, 0)
    assert found["taken"] + found["refused"] == CLOSINGS * VOTERS
    assert found["taken"] > 0 < found["refused"]


def test_would_notice_a_vote_that_comes_in_too_late():
    with installation() as site:
        found = told(site, "close_often", CLOSINGS, VOTERS, "the_clock_is_read_before")
    assert found["late"] + found["lost"] > 0


def test_nobody_is_found_by_the_order_of_the_ballots():
    hits: Counter[str] = Counter()
    for part in range(POLLS // A_PART):
        with installation() as site:
            hits.update(told(site, "relink", A_PART, ELECTORATE, SEED + part)["hits"])
    assert len(hits) == 4
    assert max(hits.values()) <= CHANCE


def test_would_notice_ballots_in_the_order_of_the_votes():
    with installation() as site:
        found = told(site, "relink", 1, ELECTORATE, SEED, "nothing_is_shuffled")
    assert found["hits"]["cast by number"] > 0.9 * ELECTORATE


def test_no_choice_stands_in_any_file():
    with installation() as site:
        found = told(site, "leave_traces")
        assert found["sizes"] == 1
        assert not traces(site, found["choices"])


def test_would_notice_a_choice_in_clear():
    with installation() as site:
        assert len(traces(site, told(site, "leave_traces", "nothing_is_sealed")["choices"])) == 20


def traces(site: Installation, choices: list[str]) -> list[str]:
    """Which of these choices stand in a file of the installation, or in any envelope of its database."""
    files = [path.read_bytes() for path in site.home.rglob("*") if path.is_file()]
    files += [bytes(row[0]) for row in site.rows("SELECT sealed FROM decisions_envelope")]
    return [one for one in choices if any(one.encode() in content for content in files)]
