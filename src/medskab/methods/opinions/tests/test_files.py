import numpy as np
import pytest
from tests.cases import cases_folder

from medskab.methods.opinions.read_votes import read_groups, read_votes
from medskab.methods.opinions.tallies import tallies
from medskab.methods.opinions.votes import BadVotes
from medskab.methods.opinions.write_votes import comments_csv, participants_votes_csv, votes_csv

from .crowds import crowd

_HEAD = b"timestamp,datetime,comment-id,voter-id,vote\n"
OPEN = ["15-per-hour-seattle", "american-assembly.bowling-green", "scoop-hivemind.taxes", "vtaiwan.uberx"]


def _open(name, file):
    path = cases_folder("opinions") / "open" / name / file
    return path.read_bytes() if path.exists() else None


def test_counts_the_latest_vote_by_time_where_all_have_one():
    rows = b"20,x,0,a,1\n10,x,0,a,-1\n"
    assert read_votes(_HEAD + rows).values.tolist() == [1]
    assert read_votes(_HEAD + rows.replace(b"20", b"")).values.tolist() == [-1]


def test_reads_any_order_of_columns_semicolons_and_a_mark_at_the_start():
    data = "\ufeffvote;Voter-ID;comment-id\r\nagree;b;1\r\n\r\n-1;a;0\r\n".encode()
    votes = read_votes(data)
    assert (votes.voters, votes.columns.tolist(), votes.values.tolist()) == (("a", "b"), [0, 1], [-1, 1])


def test_reads_a_row_for_each_person():
    votes = read_votes(b"participant,group-id,n-votes,0,1\nx,0,1,,-1\ny,,2,1,0\n")
    assert (votes.offsets.tolist(), votes.values.tolist()) == ([0, 1, 3], [-1, 1, 0])


def test_leaves_out_what_was_moderated_out():
    comments = b'comment-id,moderated,is-meta,comment-body\n0,1,,"a, b"\n1,-1,,\n2,0,,\n3,1,true,\n'
    votes = read_votes(_HEAD + b",,0,a,1\n", comments)
    assert [one.is_out for one in votes.statements] == [False, True, False, True]
    assert (votes.statements[0].text, votes.shape) == ("a, b", (1, 4))
    strict = read_votes(_HEAD + b",,0,a,1\n", comments, strict=True)
    assert [one.is_out for one in strict.statements] == [False, True, True, True]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column “voter-id”"),
        (b"participant,n-votes\nx,1\n", "no column for any statement"),
        (_HEAD + b",,0,a,2\n", "Line 2: a vote is 1, 0 or -1"),
        (_HEAD + b",,0,a\n", "Line 2: 4 cells where the header has 5"),
        (_HEAD + b",,0,,1\n", "Line 2: the voter has no id"),
        (_HEAD + b",," + b"9" * 300 + b",a,1\n", "longer than 200"),
        (_HEAD + b",,0,\xff,1\n", "Line 2 of the votes file is not UTF-8"),
        (_HEAD + b"\0", "not text"),
        (_HEAD + b',,0,"' + b"x" * (1 << 21) + b'",1\n', "no CSV"),
    ],
)
def test_says_what_is_wrong_and_where(data, sentence):
    with pytest.raises(BadVotes, match=sentence):
        read_votes(data)


@pytest.mark.parametrize(
    ("comments", "sentence"),
    [
        (b"moderated\n1\n", "no column “comment-id”"),
        (b"comment-id,moderated\n0,maybe\n", "moderated is 1, 0 or -1"),
        (b"comment-id,is-meta\n0,maybe\n", "is-meta is true or false"),
        (b"comment-id,moderated\n0,1\n0,1\n", "there twice"),
    ],
)
def test_says_what_is_wrong_with_the_statements(comments, sentence):
    with pytest.raises(BadVotes, match=sentence):
        read_votes(_HEAD, comments)


def test_reads_groups_and_refuses_a_voter_in_two():
    assert read_groups(b"voter-id,group\na,1\na,1\nb,\n") == {"a": "1"}
    with pytest.raises(BadVotes, match="two groups"):
        read_groups(b"voter-id,group\na,1\na,2\n")


def test_reads_a_file_of_no_votes():
    assert read_votes(_HEAD).shape == (0, 0)


def test_reads_what_it_wrote():
    votes = crowd(30, 12)
    assert read_votes(votes_csv(votes), comments_csv(votes)) == votes
    wide = participants_votes_csv(votes, np.full(30, -1))
    assert read_votes(wide, comments_csv(votes)) == votes


@pytest.mark.parametrize("name", OPEN)
def test_reads_public_conversations_and_writes_them_again(name):
    file = _open(name, "votes.csv") or _open(name, "participants-votes.csv")
    votes = read_votes(file, _open(name, "comments.csv"))
    assert read_votes(votes_csv(votes), comments_csv(votes)) == votes
    counts = tallies(votes, np.zeros(votes.shape[0], dtype=np.int64), 1)
    assert counts.answered.sum() == len(votes.values)


def test_reads_the_same_of_both_files_of_a_public_conversation():
    long = read_votes(
        _open("scoop-hivemind.taxes", "votes.csv"), _open("scoop-hivemind.taxes", "comments.csv")
    )
    wide = read_votes(_open("scoop-hivemind.taxes", "participants-votes.csv"))
    assert long.shape == wide.shape == (334, 148)
    same = (long.voters == wide.voters, np.array_equal(long.columns, wide.columns))
    assert same == (True, True)
    assert (long.values == wide.values).mean() > 0.99
