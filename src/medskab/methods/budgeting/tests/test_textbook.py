"""Examples small enough to follow by hand."""

from fractions import Fraction

import pytest

from medskab.methods.budgeting.count import count
from medskab.methods.budgeting.election import BadElection, BallotKind
from medskab.methods.budgeting.outcome import ReasonCode, StepKind
from medskab.methods.budgeting.rule import BadRule, Rule, resolve

from .elections import election

# Two blocks: four voters want a, b or c (60 each), two want d (60); the budget buys three.
_BLOCKS = election(180, {"a": 60, "b": 60, "c": 60, "d": 60}, ["abc"] * 4 + ["d"] * 2)


def test_gives_a_third_of_the_voters_a_third_of_the_money():
    outcome = count(_BLOCKS, Rule(completion="none"))
    assert outcome.winners == ("a", "b", "d")
    assert outcome.start == 30
    assert [step.rate for step in outcome.steps] == [15, 15, 30]
    assert [step.money for step in outcome.steps] == [120, 60, 60]
    assert [step.votes for step in outcome.steps] == [4, 4, 2]


def test_shows_that_votes_alone_give_the_majority_everything():
    outcome = count(_BLOCKS, Rule("greedy-votes"))
    assert outcome.winners == ("a", "b", "c")
    reason = outcome.reasons["d"]
    assert (reason.code, reason.money, reason.shortfall) == (ReasonCode.MONEY_TAKEN, 0, 60)
    assert reason.because == ("a", "b", "c")


def test_tells_what_the_backers_of_a_loser_had_left():
    reason = count(_BLOCKS, Rule(completion="none")).reasons["c"]
    assert (reason.code, reason.supporters) == (ReasonCode.SUPPORTERS_SHORT, 4)
    assert (reason.money, reason.shortfall) == (0, 60)


def test_lets_the_poor_pay_what_they_have_and_the_rich_the_rest():
    # After a (30 of 40 from each of three), the first backer of b has 10; the others pay 25 each.
    given = election(200, {"a": 90, "b": 60}, ["ab", "a", "a", "b", "b"])
    steps = count(given, Rule(completion="none")).steps
    assert [(step.project, step.rate, step.payers) for step in steps] == [("a", 30, 3), ("b", 25, 3)]
    assert steps[1].votes == Fraction(60, 25)
    assert steps[1].money == 90


def test_chooses_by_cost_or_by_number_as_asked():
    given = election(100, {"a": 90, "b": 20}, ["a"] * 5 + ["b"] * 1 + ["ab"] * 4)
    assert count(given, Rule(satisfaction="cost", completion="none")).winners[0] == "a"
    assert count(given, Rule(satisfaction="cardinality", completion="none")).winners[0] == "b"


def test_buys_in_the_order_of_time_under_phragmen():
    # Loads: b at 20/2 = 10, then a at (60 + 2 · 10)/4 = 20; c waits until 90 and does not fit.
    given = election(100, {"a": 60, "b": 20, "c": 90}, ["ab", "ab", "a", "a", "c"])
    outcome = count(given, Rule("phragmen"))
    assert [(step.project, step.rate) for step in outcome.steps] == [("b", 10), ("a", 20)]
    reason = outcome.reasons["c"]
    assert (reason.code, reason.because, reason.money) == (ReasonCode.STOPPED, ("c",), 20)


def test_buys_under_bounded_overspending_what_equal_shares_leaves():
    # Each of ten has 10. Nine back a (90): equal shares buys it; b (20) has one backer with 10.
    given = election(110, {"a": 99, "b": 11}, ["a"] * 9 + ["b"])
    assert count(given, Rule(completion="none")).winners == ("a", "b")
    short = election(100, {"a": 85, "b": 15}, ["a"] * 9 + ["b"])
    assert count(short, Rule(completion="none")).winners == ("a",)
    outcome = count(short, Rule("bos"))
    assert outcome.winners == ("a", "b")
    step = outcome.steps[1]
    # Its only backer covers 10 of 15: price 10, share 2/3, so he is charged 15 and pays all he has.
    assert (round(step.covered, 20), round(step.rate, 20)) == (round(Fraction(2, 3), 20), 15)


def test_gives_points_their_weight():
    kind = BallotKind.CUMULATIVE
    given = election(90, {"a": 30, "b": 30}, [{"a": 3, "b": 1}, {"a": 1, "b": 1}, {"b": 1}], kind)
    outcome = count(given, Rule(completion="none"))
    assert outcome.rule.satisfaction == "points"
    # a: 30 for 4 points is 7.5 each; b: 30 for 3 points is 10 each: a first, paid 22.5 and 7.5.
    assert [(step.project, step.rate) for step in outcome.steps] == [
        ("a", Fraction(15, 2)),
        ("b", Fraction(45, 4)),
    ]


def test_gives_the_last_rank_nothing_under_borda():
    given = election(100, {"a": 10, "b": 10}, ["ab", "ab"], BallotKind.ORDINAL)
    reason = count(given).reasons["b"]
    assert (reason.code, reason.supporters) == (ReasonCode.NO_VOTES, 0)


def test_raises_the_start_until_the_money_is_used():
    # 10 each: nothing can be bought. At 12, a; at 14, b too; then both are in.
    given = election(30, {"a": 12, "b": 14}, ["a", "b", ""])
    outcome = count(given)
    assert (outcome.winners, outcome.start, outcome.cost) == (("a", "b"), 14, 26)


def test_fills_by_votes_after_add1_as_asked():
    given = election(100, {"a": 60, "b": 55, "c": 40, "d": 5}, ["a", "a", "a", "b", "b", "c", "d"])
    filled = count(given, Rule(completion="add1u"))
    plain = count(given)
    assert filled.winners[: len(plain.winners)] == plain.winners
    assert {step.kind for step in filled.steps[len(plain.winners) :]} <= {StepKind.FILL}
    assert filled.cost >= plain.cost


def test_passes_over_steps_in_which_nothing_can_change():
    given = election(10**6, {"a": 10, "b": 9 * 10**5}, ["a", "b"] + ["a"] * 8, currency_unit=1)
    outcome = count(given)
    assert (outcome.winners, outcome.start) == (("a", "b"), 9 * 10**5)
    assert outcome.runs == 2


@pytest.mark.parametrize(
    ("tie_break", "lot", "winner"),
    [("id", (), "a10"), ("cheapest", (), "a9"), ("most-votes", (), "a10"), ("lot", ("b", "a9", "a10"), "b")],
)
def test_breaks_ties_by_the_named_way_and_writes_them_down(tie_break, lot, winner):
    names = {"x": "a10", "y": "a9", "z": "b"}
    given = election(12, {"x": 12, "y": 6, "z": 12}, ["x"] * 2 + ["y"] + ["z"] * 2)
    projects = tuple(type(one)(names[one.id], one.cost) for one in given.projects)
    tied = type(given)(12, projects, given.ballots)
    rule = Rule("greedy-votes-per-cost", tie_break=tie_break, lot=lot)
    outcome = count(tied, rule)
    assert outcome.winners[0] == outcome.ties[0].chosen == winner
    assert len(outcome.ties[0].tied) == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"name": "borda"}, "There is no rule called borda"),
        ({"name": "phragmen", "completion": "add1"}, "Only equal shares takes a completion"),
        ({"name": "phragmen", "satisfaction": "cost"}, "Leave the satisfaction out"),
        ({"tie_break": "lot"}, "needs the drawn order"),
        ({"tie_break": "lot", "lot": ("a", "a")}, "names a project twice"),
    ],
)
def test_refuses_rules_that_do_not_fit_together(arguments, sentence):
    with pytest.raises(BadRule, match=sentence):
        Rule(**arguments)


def test_refuses_rules_that_do_not_fit_the_election():
    with pytest.raises(BadRule, match="needs ballots with points"):
        resolve(Rule(satisfaction="points"), BallotKind.APPROVAL)
    with pytest.raises(BadRule, match="needs ballots with a ranking"):
        count(_BLOCKS, Rule("bos", satisfaction="borda"))
    with pytest.raises(BadRule, match="does not name project c"):
        count(_BLOCKS, Rule(tie_break="lot", lot=("a", "b", "d")))
    with pytest.raises(BadRule, match="names project x"):
        count(_BLOCKS, Rule(tie_break="lot", lot=("a", "b", "c", "d", "x")))


def test_refuses_points_that_cannot_be_added_exactly():
    given = election(10, {"a": 5}, [{"a": 2**52}, {"a": 2**52}], BallotKind.SCORING)
    with pytest.raises(BadElection, match="too large to be added exactly"):
        count(given)
