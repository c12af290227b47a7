"""Codes follow their passage through an edit, and wait where its words were changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medskab.common.clock import now
from medskab.fieldwork import actions, envelopes
from medskab.fieldwork.moving import moved
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories
from medskab.people.tests import factories as people

OLD = "A: The yard is dark.\nB: Nobody sits there.\nA: The lamp is broken, I think."


def place(words, text=OLD):
    return (text.index(words), text.index(words) + len(words))


def found(new, words, old=OLD):
    (answer,) = moved(old, new, [place(words, old)])
    return new[slice(*answer)] if answer else None


@pytest.mark.parametrize(
    "new",
    [
        f"Before it: more.\n{OLD}",
        f"{OLD}\nAfter it: more.",
        OLD.replace("dark", "bright").replace("broken", "whole"),
        OLD.replace("Nobody sits", "I say: Nobody sits"),
        OLD.replace("there.", "there, ever."),
        "B: Nobody sits there.\nA: The lamp is broken, I think.\nA: The yard is dark.",
    ],
)
def test_finds_a_passage_whose_words_are_the_same(new):
    assert found(new, "Nobody sits there") == "Nobody sits there"


@pytest.mark.parametrize("new", [OLD.replace("Nobody sits", "Nobody ever sits"), "", "A: Something else."])
def test_leaves_a_passage_whose_words_were_changed(new):
    assert found(new, "Nobody sits there") is None


def test_keeps_apart_words_that_stand_twice():
    old = "A: yes\nB: What then?\nA: yes\n"
    new = "A: no\nB: What then?\nA: yes\n"
    last = (old.rindex("yes"), old.rindex("yes") + 3)
    assert moved(old, new, [place("yes", old), last]) == [None, (new.index("yes"), new.index("yes") + 3)]


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60), st.data())
@settings(max_examples=200, deadline=None)
def test_never_puts_a_code_on_other_words(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    (answer,) = moved(old, new, [(start, end)])
    assert answer is None or new[slice(*answer)] == old[start:end]


def test_moves_given_codes_with_a_new_version_and_back_again(area, by):
    source = factories.interview(area, by)
    kept, lost = coding.coding(source, by), coding.coding(source, by, coding.code(area, by, "B"), "winter")
    edited = "New first line.\n" + factories.WORDS.replace("winter", "autumn")
    actions.write_source(source=source, text=edited, version=1, by=by, now=now())
    kept.refresh_from_db()
    lost.refresh_from_db()
    text = envelopes.open_text(source.versions.select_related("source").get(number=2))
    assert (kept.version, text[kept.start : kept.end]) == (2, "dark")
    assert lost.version == 1
    actions.write_source(source=source, text=factories.WORDS, version=2, by=by, now=now())
    lost.refresh_from_db()
    assert (lost.version, factories.WORDS[lost.start : lost.end]) == (3, "winter")


def test_says_which_codes_to_give_again(client, area, by):
    source = factories.interview(area, by)
    coding.coding(source, by)
    text = factories.WORDS.replace("dark", "bright")
    actions.write_source(source=source, text=text, version=1, by=by, now=now())
    client = people.sign_in(client, by)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    address = f"{source.get_absolute_url()}code/"
    client.post(address, {"reason": "To code it", "idempotency_key": "a"})
    page = client.get(address).content.decode()
    assert "Give its code again" in page
    assert "<bdi>dark</bdi>" in page
