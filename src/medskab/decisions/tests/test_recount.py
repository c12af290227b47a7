"""A stranger counts again, and gets the same."""

import gzip
import json
import subprocess
import sys

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.cases import pb_file

from medskab.decisions import calculations
from medskab.decisions.calculations import Order

from . import factories

CASES = [
    ("poland_wieliczka_2023_green-budget.pb", "equal-shares"),
    ("france_toulouse_2019_.pb", "equal-shares"),
    ("poland_warszawa_2018_rejon-8.pb", "phragmen"),
    ("netherlands_amsterdam_166_.pb", "greedy-votes"),
    ("poland_swiecie_2023_.pb", "bos"),
]


def counted(content, order):
    reading = calculations.read_file(packed(content), lambda share: None)
    (one,) = calculations.counted(
        reading.packed_ballots, reading.facts["sha256"], [order], [], lambda stage, number: None
    )
    return one.outcome


def packed(content):
    return gzip.compress(content)


def typed(*command, at=None):
    """What the command line answers."""
    done = subprocess.run(
        [sys.executable, "-m", "medskab.cli", *command], capture_output=True, text=True, check=True, cwd=at
    )
    return done.stdout


@pytest.mark.parametrize(("file", "rule"), CASES)
def test_counts_real_elections_as_the_command_line_does(file, rule):
    path = pb_file(file)
    ours = counted(path.read_bytes(), Order(rule=rule))
    theirs = json.loads(typed("count", str(path), "--rule", rule, "--format", "json", "--quiet"))
    for name in ("winners", "cost", "budget", "voters", "steps", "fairness", "start", "ties"):
        assert ours[name] == theirs[name], name
    assert {one["project"]: one for one in ours["reasons"]} == {
        one["project"]: one for one in theirs["reasons"]
    }


def test_gives_files_and_commands_that_repeat_the_published_count(client, freja, tmp_path):
    content = pb_file("netherlands_amsterdam_166_.pb").read_bytes()
    decision = factories.published(freja, content, ballots_already_public_at="https://example.org")
    for name, ending in (("decision-ballots", "pb"), ("decision-json", "json")):
        answer = client.get(reverse(name, args=["engen", decision.slug]))
        (tmp_path / f"engen-{decision.slug}.{ending}").write_bytes(answer.content)
    page = client.get(reverse("decision", args=["engen", decision.slug])).content.decode()
    commands = [line.split() for line in page.splitlines() if line.startswith("medskab count")]
    assert len(commands) == 2
    for command in commands:
        parts = [part.removesuffix("</pre>") for part in command[1:]]
        answer = typed(*parts, "--quiet", at=tmp_path)
        assert answer.split() == decision.publication.snapshot["count"]["winners"]


costs = some.lists(some.integers(0, 60), min_size=1, max_size=6)
ballots = some.lists(some.sets(some.integers(0, 5), max_size=6), min_size=1, max_size=12)


@given(costs, ballots, some.integers(1, 150), some.sampled_from(["equal-shares", "greedy-votes", "phragmen"]))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_counts_the_exported_file_as_the_brought_one(cost, voters, budget, rule):
    projects = [f"{place};{one}" for place, one in enumerate(cost)]
    votes = [
        f"v{number};{','.join(str(one) for one in ballot if one < len(cost))}"
        for number, ballot in enumerate(voters)
    ]
    lines = ["META", "key;value", f"budget;{budget}", "vote_type;approval"]
    lines += ["PROJECTS", "project_id;cost", *projects, "VOTES", "voter_id;vote", *votes]
    brought = "\n".join(lines).encode()
    kept = calculations.unpacked(calculations.read_file(packed(brought), lambda share: None).packed_ballots)
    ours, theirs = (counted(one, Order(rule=rule)) for one in (brought, kept))
    assert (ours["winners"], ours["input_sha256"]) == (theirs["winners"], theirs["input_sha256"])
