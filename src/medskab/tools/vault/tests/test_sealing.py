"""What sealing promises."""

import pytest
from allauth.mfa.adapter import get_adapter

from medskab.tools.vault.sealing import (
    CannotOpen,
    key_from_secret,
    open_sealed,
    open_with_passphrase,
    seal,
    seal_with_passphrase,
)

KEY = key_from_secret("long and random", "test")


def test_opens_what_it_sealed():
    assert open_sealed(seal("gåde".encode(), key=KEY, about="a"), key=KEY, about="a") == "gåde".encode()


def test_seals_the_same_text_differently_each_time():
    assert seal(b"x", key=KEY, about="a") != seal(b"x", key=KEY, about="a")


def test_opens_for_no_other_purpose():
    with pytest.raises(CannotOpen):
        open_sealed(seal(b"x", key=KEY, about="a"), key=KEY, about="b")


def test_opens_with_no_other_key():
    with pytest.raises(CannotOpen):
        open_sealed(seal(b"x", key=KEY, about="a"), key=key_from_secret("other", "test"), about="a")


def test_notices_every_changed_byte():
    sealed = seal(b"secret", key=KEY, about="a")
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(CannotOpen):
            open_sealed(changed, key=KEY, about="a")


@pytest.mark.parametrize("short", [b"", b"\x01", b"\x01" + bytes(20)])
def test_refuses_what_is_cut_short(short):
    with pytest.raises(CannotOpen):
        open_sealed(short, key=KEY, about="a")


def test_opens_with_the_passphrase_and_with_no_other():
    sealed = seal_with_passphrase(b"x", "rød bil i regnen", about="a")
    assert open_with_passphrase(sealed, "rød bil i regnen", about="a") == b"x"
    with pytest.raises(CannotOpen):
        open_with_passphrase(sealed, "rød bil i regn", about="a")


def test_seals_the_second_factors_secret():
    stored = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in stored
    assert get_adapter().decrypt(stored) == "JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize("stored", ["", "JBSWY3DPEHPK3PXP", "%%%"])
def test_lets_no_code_fit_a_secret_that_it_cannot_open(stored):
    found = {get_adapter().decrypt(stored) for _time in range(3)}
    assert len(found) == 3
    assert all(len(secret) == 32 for secret in found)
