"""read_pb: what is refused, with the line and what to do; what is only remarked upon."""

import pytest

from medskab.methods.budgeting.election import BadElection
from medskab.methods.budgeting.read_pb import read_pb

from .files import PROJECTS, pb, pb_points

CUMULATIVE = {"vote_type": "cumulative"}
REFUSED = {
    "empty": (b"", None, "empty"),
    "only blanks": (b"\n \n", None, "empty"),
    "utf-16": (pb().decode().encode("utf-16"), None, "UTF-16"),
    "utf-16 without mark": (pb().decode().encode("utf-16-le"), None, "UTF-16"),
    "latin-1": (
        pb(projects="project_id;cost;name\np;30;Tr\u00e6er\n").decode().encode("latin-1"),
        7,
        "UTF-8",
    ),
    "zero byte": (pb(votes="voter_id;vote\na;p\0\n"), 11, "not a text file"),
    "spreadsheet": (b"PK\x03\x04rest", None, "spreadsheet"),
    "other text": (b"once upon\na time\n", 1, "begins with a line that says META"),
    "no PROJECTS": (b"META\nbudget;1\nVOTES\nvoter_id;vote\n", 3, "PROJECTS must come first"),
    "no VOTES": (pb().split(b"VOTES")[0], None, "section VOTES is missing"),
    "no vote header": (pb().split(b"voter_id")[0], None, "no line of column names"),
    "META twice": (pb().replace(b"PROJECTS", b"META"), 5, "second time"),
    "PROJECTS in VOTES": (pb(votes="voter_id;vote\na;p\nPROJECTS\n"), 12, "begins here, after VOTES"),
    "no budget": (pb().replace(b"budget", b"purse"), None, "does not say budget"),
    "budget no number": (pb(meta={"budget": "1 000"}), 3, "not a number"),
    "budget of words": (pb(meta={"budget": "much"}), 3, "not a number"),
    "exponent": (pb(meta={"budget": "1e6"}), 3, "not a number"),
    "negative budget": (pb(meta={"budget": "-1"}), 3, "negative"),
    "budget twice": (pb().replace(b"PROJECTS", b"budget;7\nPROJECTS"), 5, "on line 3"),
    "vote_type": (pb(meta={"vote_type": "shouting"}), 4, "approval, choose-1"),
    "no cost column": (pb(projects="project_id;price\np;1\n"), 6, "no column cost"),
    "column twice": (pb(projects="project_id;cost;cost\np;1;1\n"), 6, "twice"),
    "unnamed column": (pb(projects="project_id;;cost\np;1;1\n"), 6, "no name"),
    "negative cost": (pb(projects="project_id;cost\np;-30\n"), 7, "cost is negative"),
    "cost missing": (pb(projects="project_id;cost\np;\n"), 7, "not a number"),
    "cost too large": (pb(projects="project_id;cost\np;" + "9" * 30 + "\n"), 7, "not a number"),
    "project twice": (pb(projects=PROJECTS + "p;1;Again\n"), 9, "on line 7"),
    "project nameless": (pb(projects="project_id;cost\n;1\n"), 7, "no project_id"),
    "comma in id": (pb(projects="project_id;cost\np,q;1\n"), 7, "comma"),
    "too many values": (pb(projects="project_id;cost\np;1;a\n"), 7, "quotation marks"),
    "open quote": (pb(projects='project_id;cost;name\np;30;"Trees\nq;70;Benches\n'), 7, "not closed"),
    "no vote column": (pb(votes="voter_id;choice\na;p\n"), 10, "no column vote"),
    "no voter column": (pb(votes="who;vote\na;p\n"), 10, "no column voter_id"),
    "unknown project": (pb(votes="voter_id;vote\na;p\nb;p,zz\n"), 12, "project zz"),
    "voter twice": (pb(votes="voter_id;vote\na;p\nb;q\na;q\n"), 13, "on line 11"),
    "voter nameless": (pb(votes="voter_id;vote\na;p\n ;q\n"), 12, "no voter_id"),
    "short ballot line": (pb(votes="voter_id;vote\na;p\nb\n"), 12, "Add what is missing"),
    "two of one": (pb(meta={"vote_type": "choose-1"}), 11, "chooses 2 projects"),
    "no points column": (pb(meta=CUMULATIVE), 10, "no column points"),
    "points too few": (pb_points("3"), 11, "one number of points for each"),
    "points missing": (pb_points(""), 11, "one number of points for each"),
    "points for nothing": (pb_points("3,1", vote="p,"), 11, "one number of points for each"),
    "points negative": (pb_points("3,-1"), 11, "zero or more"),
    "points of words": (pb_points("3,lots"), 11, "zero or more"),
    "default score": (
        pb(meta={"vote_type": "scoring", "default_score": "2"}, votes="voter_id;vote;points\n"),
        5,
        "default_score",
    ),
    "odd unit": (pb(meta={"currency_unit": "60"}), 5, "power of ten"),
    "unit too coarse": (pb(meta={"currency_unit": "10", "budget": "1.25"}), 5, "more decimals"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refuses_with_line_and_sentence(name):
    data, line, words = REFUSED[name]
    with pytest.raises(BadElection) as refused:
        read_pb(data)
    assert words in str(refused.value)
    assert refused.value.remark.line == line


REMARKED = {
    "num_votes": (pb(meta={"num_votes": "9"}), 5, "the file holds 3 ballots"),
    "num_projects": (pb(meta={"num_projects": "9"}), 5, "the file holds 2 projects"),
    "max_length": (pb(meta={"max_length": "1"}), 12, "max_length of 1"),
    "min_length": (pb(meta={"min_length": "1"}), 14, "min_length of 1"),
    "max_sum_cost": (pb(meta={"max_sum_cost": "99.5"}), 12, "max_sum_cost of 99.5"),
    "three decimals": (pb(meta={"budget": "12.000"}), 3, "three decimals"),
    "stray quote": (pb(projects='project_id;cost;name\np;30;"Big" trees\nq;70;\n'), 7, "not written twice"),
    "empty place": (pb(votes="voter_id;vote\na;p,,q\n"), 11, "empty place"),
    "short line": (pb(votes="voter_id;vote;age\na;p\nb;p;3\n"), 11, "fewer values"),
    "off the map": (pb(projects="project_id;cost;latitude\np;30;north\nq;7;\n"), 7, "not in degrees"),
}


@pytest.mark.parametrize("name", REMARKED)
def test_remarks_upon_what_is_odd_but_countable(name):
    data, line, words = REMARKED[name]
    (remark,) = read_pb(data).remarks
    assert words in str(remark)
    assert remark.line == line


def test_remarks_upon_limits_of_points():
    limits = {"vote_type": "cumulative", "max_sum_points": "5", "max_points": "3.5"}
    election = read_pb(pb(meta=limits, votes="voter_id;vote;points\na;p,q;1,4\nb;p,q;3,3\n"))
    found = [(remark.values["key"], remark.line) for remark in election.remarks]
    assert found == [("max_sum_points", 14), ("max_points", 13)]


def test_says_how_often_a_fault_came_up():
    (remark,) = read_pb(pb(votes="voter_id;vote\na;p,p\nb;q,q\nc;p\n")).remarks
    assert (remark.line, remark.more) == (11, 1)
    assert str(remark).endswith("(1 more like this.)")
