import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.exceptions import BadSignatureError
from nacl.public import PublicKey, SealedBox
from nacl.signing import VerifyKey

from medskab.tools.vault.ballot_box import (
    belongs,
    new_pair,
    new_signing_pair,
    open_choice,
    seal_choice,
    sign,
    size_for,
)
from medskab.tools.vault.sealing import CannotOpen

PUBLIC, PRIVATE = new_pair()


@given(st.binary(max_size=510))
def test_opens_what_was_sealed(choice):
    assert open_choice(seal_choice(choice, PUBLIC, 512), PRIVATE) == choice


@given(st.binary(max_size=254), st.binary(max_size=254))
def test_makes_all_envelopes_equally_long_and_different(one, other):
    first, second = seal_choice(one, PUBLIC, 256), seal_choice(other, PUBLIC, 256)
    assert len(first) == len(second)
    assert first != second


@given(st.integers(0, 303), st.integers(1, 255))
def test_does_not_open_a_changed_envelope(place, change):
    sealed = bytearray(seal_choice(b"pond", PUBLIC, 256))
    sealed[place] ^= change
    with pytest.raises(CannotOpen):
        open_choice(bytes(sealed), PRIVATE)


@pytest.mark.parametrize("text", [b"", b"short", bytes(400)])
def test_does_not_open_rubbish(text):
    with pytest.raises(CannotOpen):
        open_choice(text, PRIVATE)


@pytest.mark.parametrize("padded", [b"", b"\xff\xff" + bytes(254), b"\x00\x01ab" + bytes(252), bytes(100)])
def test_does_not_open_what_somebody_padded_differently(padded):
    with pytest.raises(CannotOpen):
        open_choice(SealedBox(PublicKey(PUBLIC)).encrypt(padded), PRIVATE)


def test_does_not_open_with_another_key():
    sealed = seal_choice(b"pond", PUBLIC)
    with pytest.raises(CannotOpen):
        open_choice(sealed, new_pair()[1])
    with pytest.raises(CannotOpen):
        open_choice(sealed, b"short")


def test_tells_whether_two_keys_belong_together():
    assert belongs(PUBLIC, PRIVATE)
    assert not belongs(PUBLIC, new_pair()[1])
    assert not belongs(PUBLIC, PRIVATE[:31])


@pytest.mark.parametrize(("longest", "size"), [(0, 256), (254, 256), (255, 512), (4094, 4096)])
def test_finds_the_size_for_a_poll(longest, size):
    assert size_for(longest) == size


def test_refuses_a_choice_that_does_not_fit():
    with pytest.raises(ValueError, match="hold 254"):
        seal_choice(bytes(255), PUBLIC, 256)
    with pytest.raises(ValueError, match="longer than"):
        size_for(4095)
    for size in (0, 100, 4352):
        with pytest.raises(ValueError, match="multiple of 256"):
            seal_choice(b"", PUBLIC, size)


def test_signs_so_that_others_can_check():
    public, private = new_signing_pair()
    assert VerifyKey(public).verify(b"root", sign(private, b"root")) == b"root"
    with pytest.raises(BadSignatureError):
        VerifyKey(public).verify(b"other", sign(private, b"root"))
