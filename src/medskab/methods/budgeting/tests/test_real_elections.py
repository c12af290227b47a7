"""The real elections: winners as published with the cases, order included."""

import os
import subprocess
import sys

import pytest
from tests.cases import pb_expected, pb_file

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.read_pb import read_pb
from medskab.methods.budgeting.rule import Rule

_COUNT_ALL = """
import os
import subprocess
import sys
from tests.cases import pb_expected
from medskab.methods.budgeting.tests.test_real_elections import wrong_winners
for case in pb_expected():
    for wrong in wrong_winners(case, sys.argv[1].split()):
        print(case["file"], wrong)
print("numba" in sys.modules)
"""


def wrong_winners(case: dict, parts: list[str] | None = None) -> list[str]:
    """Rules under which the winners are not the expected ones."""
    election = read_pb(pb_file(case["file"]))
    wrong = []
    for name, expected in case["rules"].items():
        if parts and not any(part in name for part in parts):
            continue
        winners = list(count(election, Rule(*name.split(":"))).winners)
        if (sorted(winners) if name == "phragmen" else winners) != expected:
            wrong.append(name)
    return wrong


def test_finds_the_expected_winners_of_every_election_under_every_rule():
    cases = pb_expected()
    assert len(cases) >= 13
    assert {case["file"]: wrong_winners(case) for case in cases} == {case["file"]: [] for case in cases}


def test_finds_the_same_winners_without_numba():
    pb_expected()
    environment = os.environ | {"MEDSKAB_NO_NUMBA": "1"}
    command = [sys.executable, "-c", _COUNT_ALL, "none greedy phragmen"]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    assert answer.stdout.split() == ["False"]


def test_finds_the_official_result_of_the_wieliczka_election_of_2023():
    election = read_pb(pb_file("poland_wieliczka_2023_green-budget.pb"))
    outcome = count(election)
    official = {project.id for project in election.projects if project.selected == 1}
    assert set(outcome.winners) == official
    assert outcome.cost == 995_079 * election.currency_unit
    assert (len(outcome.winners), outcome.start) == (30, 315 * election.currency_unit)


def test_gives_a_reason_in_numbers_for_each_loser_of_a_real_election():
    election = read_pb(pb_file("poland_wieliczka_2023_green-budget.pb"))
    outcome = count(election, Rule(completion="none"))
    assert len(outcome.reasons) + len(outcome.winners) == len(election.projects)
    for reason in outcome.reasons.values():
        assert reason.money is not None
        assert reason.money + reason.shortfall == reason.cost
        assert reason.shortfall > 0


@pytest.mark.parametrize("rule", ["equal-shares", "phragmen", "bos"])
def test_counts_again_to_the_same_outcome(rule):
    election = read_pb(pb_file("netherlands_amsterdam_166_.pb"))
    assert count(election, Rule(rule)) == count(election, Rule(rule))
