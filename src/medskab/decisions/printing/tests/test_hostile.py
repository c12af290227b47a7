"""People's words stand on paper as they wrote them, and nothing in them is run."""

from dataclasses import replace

import pytest

from medskab.decisions.printing import card, poster, report

from .factories import HAS_READER, decision, proposal, read, set_in, vote

ATTACKS = (
    '#eval("1+1")',
    '#read("/etc/passwd")',
    '#import "parts.typ": *',
    "$ sum_(i=0)^n i $",
    "*fed* _skrå_ `kode`",
    "= overskrift",
    "- punkt + 1. punkt / ord: mening",
    "@henvisning <mærke>",
    "https://example.org/#a",
    "\\ \\u{41} \\# // ikke vist /* heller ikke */",
    "]; #panic() [",
    '"}} {"area": "x',
    "<script>alert(1)</script>",
    "{{ 7*7 }} ${7*7} %s %(number)s",
    "~ -- --- ... 'a' \"b\"",
)
NASTY = (
    "",
    " ",
    "\x00",
    "\ufeff",
    "\ufffe\uffff",
    "\ud800",
    "\u202e\u2066\u2069\u200f",
    "Z\u0335\u0321\u0334a\u0337\u0322l\u0336g\u0338o" * 9,
    "👨\u200d👩\u200d👧\u200d👦🇩🇰👩🏽\ufe0f",
    "ﷺﷻ﷼",
    "中文字 ภาษาไทย தமிழ் ትግርኛ",
    "𝕿𝖍𝖊 ⒶⒷ ﬀﬁ",
    "\u0600\u06dd١٢٣",
    "x" * 5000,
    "\U0010ffff\U000e0001",
    "".join(map(chr, range(0x591, 0x5CF))),  # on which the shaper of typst 0.15 breaks
    "\n" * 50,
)


@pytest.mark.parametrize("text", ATTACKS)
def test_sets_a_name_as_it_was_written(text):
    links = set_in("report.typ", decision(1, 0, winners=(proposal(1, text),)), "link")
    assert links[0]["body"]["child"] == {"func": "text", "text": text}
    assert links[0]["dest"] == "https://engparken.example/engparken/decisions/puljen/#p1"


def test_sets_a_headline_as_it_was_written():
    for text in ATTACKS:
        headings = set_in("report.typ", decision(1, 0, headline=text), "heading.where(level: 1)")
        assert headings[0]["body"] == {"func": "text", "text": text}


@pytest.mark.skipif(not HAS_READER, reason="poppler-utils is not installed")
@pytest.mark.parametrize("draw", [poster, report])
def test_shows_every_name_in_full(draw):
    texts = [text.replace("`", "") for text in ATTACKS]
    paper = read(draw(decision(len(texts), 0, winners=tuple(map(proposal, range(1, 99), texts)))))
    assert [text for text in texts if text.replace(" ", "") not in paper.replace(" ", "")] == []


@pytest.mark.parametrize("text", NASTY)
def test_can_always_be_printed(text):
    everywhere = dict.fromkeys(("area", "title", "headline", "kind", "method", "day", "withdrawn"), text)
    lists = {"leads": (text,), "fairness": (text,), "how": (text,), "facts": ((text, text),)}
    one = decision(1, 1, winners=(proposal(1, text, share=1),), **everywhere, **lists)
    other = replace(one.others[0], name=text, reason=text, votes=text, cost=text)
    nasty = replace(one, others=(other,), budget=text, spent=text, left=text, recount=text, sha256=text)
    for result in (nasty, vote(corrections=(text,), **everywhere, **lists)):
        assert poster(result).startswith(b"%PDF")
        assert report(result).startswith(b"%PDF")
        assert card(result).startswith(b"\x89PNG")
