"""The ledger under attack: two deeds with the same money at the same moment.

As many rounds as `ROUNDS` of each kind of race; the nightly tier has 1,000 of each.
"""

import json
from typing import Any

import pytest

from tests.trust.harness import KILLS, SERVER, installation
from tests.trust.ledger_twins import TWINS

ROUNDS, AT_A_TIME = max(20, KILLS // 2), 20
BOTH_CAN_BE = {"yes_and_no", "bill_and_closing"}
"""A bill can be taken back after it was paid, and a promise closed after one of its bills was."""
SHOWN = [name for name in TWINS if SERVER or name != "nobody_waits"]


def raced(rounds: int, *twin: str) -> dict[str, Any]:
    """How the races ended, and what is wrong in the books."""
    with installation() as site:
        said = site.call("tests.trust.ledger_tasks.race", str(rounds), *twin)
    return json.loads(said.splitlines()[-1])


def test_never_gives_out_more_than_there_is():
    for start in range(0, ROUNDS, AT_A_TIME):
        rounds = min(AT_A_TIME, ROUNDS - start)
        found = raced(rounds)
        assert found["wrong"] == {}
        for kind, ended in found["ended"].items():
            allowed = {"1 done", "2 done"} if kind in BOTH_CAN_BE else {"1 done"}
            assert ended.keys() <= allowed, kind
            assert sum(ended.values()) == rounds


@pytest.mark.parametrize("twin", SHOWN)
def test_would_notice_an_overspending(twin):
    assert raced(10, twin)["wrong"]
