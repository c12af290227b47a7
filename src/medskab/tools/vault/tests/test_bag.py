"""A bag opens for this server alone, for what it belongs to, and as it was sealed."""

import pytest
from django.conf import settings

from medskab.tools.vault import bag
from medskab.tools.vault.sealing import CannotOpen

ABOUT = bag.about("engen", 7, "3f2a")


def test_opens_what_was_sealed():
    assert bag.open_bag(bag.seal_bag("æble".encode(), about=ABOUT), about=ABOUT).decode() == "æble"


def test_opens_for_nothing_else():
    sealed = bag.seal_bag(b"words", about=ABOUT)
    with pytest.raises(CannotOpen):
        bag.open_bag(sealed, about=bag.about("engen", 8, "3f2a"))


def test_notices_every_changed_byte():
    sealed = bag.seal_bag(b"words", about=ABOUT)
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(CannotOpen):
            bag.open_bag(changed, about=ABOUT)


@pytest.mark.parametrize("length", [0, 1, 60, 68, 90])
def test_refuses_what_is_cut_short(length):
    with pytest.raises(CannotOpen):
        bag.open_bag(bag.seal_bag(b"words", about=ABOUT)[:length], about=ABOUT)


def test_seals_the_same_words_differently_each_time():
    assert bag.seal_bag(b"words", about=ABOUT) != bag.seal_bag(b"words", about=ABOUT)


def test_opens_what_was_sealed_to_an_older_key(monkeypatch):
    sealed = bag.seal_bag(b"words", about=ABOUT)
    before = bag.public_key()
    monkeypatch.setitem(settings.SECRETS, "bags-2", "another secret of the same family")
    assert bag.public_key().number == 2
    assert bag.public_key().point != before.point
    assert bag.open_bag(sealed, about=ABOUT) == b"words"


def test_does_not_open_with_the_key_of_another_installation(monkeypatch):
    sealed = bag.seal_bag(b"words", about=ABOUT)
    monkeypatch.setitem(settings.SECRETS, "bags-1", "somebody else's")
    with pytest.raises(CannotOpen):
        bag.open_bag(sealed, about=ABOUT)
