"""Server and worker are killed while votes are brought, counted and published."""

from random import Random

import pytest

from tests.trust.decision_look import WHOLE, Broken
from tests.trust.decision_process import TWINS
from tests.trust.decision_walk import STEPS, House, house, walk
from tests.trust.harness import KILLS, SEED, installation

WALKS = -(-KILLS // len(STEPS))  # a kill at each step of a walk


def walk_often(ours: House, times: int) -> None:
    """One decision after the other."""
    for number in range(times):
        walk(ours, f"Budget{number}")


def test_loses_nothing_acknowledged_and_publishes_nothing_by_halves():
    with installation() as site:
        with house(site, Random(SEED)) as ours:
            walk_often(ours, WALKS)
            assert ours.kills == WALKS * len(STEPS)
        assert WHOLE in site.call("tests.trust.decision_look.look_whole", str(WALKS))


@pytest.mark.parametrize("twin", TWINS)
def test_would_notice_a_missing_protection(twin):
    with installation() as site, house(site, Random(SEED), twin) as ours, pytest.raises(Broken):
        walk_often(ours, 3)
