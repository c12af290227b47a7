"""The web process is killed while votes are cast over HTTP: each acknowledged one is in the urn, once.

Six kills take half a minute on two cores. The nightly tier has 20 votes with 100 kills and 600 codes each: at
4 to 8 s a kill, as measured on two busy cores, that is 2 to 5 hours.
"""

import json
from random import Random
from typing import Any

import pytest

from tests.trust.casting_crowd import Broken, Crowd, Killer, vote_and_kill
from tests.trust.decision_process import TWIN
from tests.trust.harness import KILLS, SEED, installation

VOTERS, VOTES_PER_KILL, KILLS_PER_VOTE = 4, 6, 100
ANYWHERE, AT_THE_POINTER = (1, 16), (3, 3)
"""A vote has five moments: code, envelope, pointer, about to be kept, kept."""
AMONG = "tests.trust.casting_twins"
TWINS = {
    "answered_before_it_is_kept": "lost",
    "the_same_key_votes_again": "double",
    "kept_by_halves": "not the last counts",
}


def voted(
    kills: int,
    voters: int = VOTERS,
    moments: tuple[int, int] = ANYWHERE,
    twin: str = "",
    seed: int = SEED,
) -> tuple[dict[str, Any], int]:
    """What is wrong after a vote with so many kills, and how many votes were acknowledged."""
    with installation() as site:
        begun = json.loads(
            site.call("tests.trust.casting_tasks.begin", str(kills * VOTES_PER_KILL)).splitlines()[-1]
        )
        site.extra |= {TWIN: twin}
        crowd = Crowd(f"/engen/decisions/{begun['slug']}/cast.json", begun["codes"], seed)
        vote_and_kill(Killer(site, crowd, Random(seed), moments), voters, kills)
        path = site.home / "told.json"
        path.write_text(json.dumps(crowd.told), "utf-8")
        said = site.call("tests.trust.casting_tasks.end", str(path), begun["key"])
        return json.loads(said.splitlines()[-1]), len(crowd.told)


def test_every_acknowledged_vote_counts_once():
    for start in range(0, KILLS, KILLS_PER_VOTE):
        kills = min(KILLS_PER_VOTE, KILLS - start)
        wrong, told = voted(kills, seed=SEED + start)
        assert wrong == {}
        assert told >= kills * VOTES_PER_KILL


@pytest.mark.parametrize("twin", TWINS)
def test_would_notice_a_missing_protection(twin):
    try:
        wrong, _told = voted(1, voters=1, moments=AT_THE_POINTER, twin=f"{AMONG}.{twin}")
    except Broken as noticed:
        wrong = {"double": "two receipts" in str(noticed)}
    assert wrong.get(TWINS[twin])
