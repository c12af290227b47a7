"""The inner envelope of a ballot: anybody can seal a choice to a poll, only the key of the poll opens it.

One call of libsodium each; nothing here is home-made but the padding, which makes all envelopes equally long.
"""

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey

from .sealing import CannotOpen

SIZE = 1024
"""How long a choice becomes by padding unless the poll says otherwise."""
_STEP = 256
_MOST = 4096
_LENGTH = 2


def new_pair() -> tuple[bytes, bytes]:
    """A public and a private key for one poll, 32 bytes each. The server keeps the public one alone."""
    private = PrivateKey.generate()
    return bytes(private.public_key), bytes(private)


def belongs(public: bytes, private: bytes) -> bool:
    """Whether the private key is the one of this public key: ask before the urn is opened."""
    return len(private) == PrivateKey.SIZE and bytes(PrivateKey(private).public_key) == public


def size_for(longest: int) -> int:
    """The padded size for a poll whose longest possible choice has so many bytes."""
    size = -(-(longest + _LENGTH) // _STEP) * _STEP
    if size > _MOST:
        raise ValueError(f"A choice of {longest} bytes is longer than an envelope can hold.")
    return size


def seal_choice(choice: bytes, public: bytes, size: int = SIZE) -> bytes:
    """The choice, padded to the size of its poll and sealed: all envelopes of a poll are equally long."""
    if size % _STEP or not 0 < size <= _MOST:
        raise ValueError(f"An envelope has a multiple of {_STEP} bytes, {_MOST} at most.")
    if len(choice) + _LENGTH > size:
        raise ValueError(f"The choice has {len(choice)} bytes; envelopes of this poll hold {size - _LENGTH}.")
    padded = (len(choice).to_bytes(_LENGTH) + choice).ljust(size, b"\0")
    return SealedBox(PublicKey(public)).encrypt(padded)


def open_choice(sealed: bytes, private: bytes) -> bytes:
    """The choice, or `CannotOpen`: another key, a changed envelope, or padding that nobody of us wrote."""
    try:
        padded = SealedBox(PrivateKey(private)).decrypt(sealed)
    except (CryptoError, TypeError, ValueError):
        raise CannotOpen from None
    end = _LENGTH + int.from_bytes(padded[:_LENGTH])
    if len(padded) % _STEP or end > len(padded) or any(padded[end:]):
        raise CannotOpen
    return padded[_LENGTH:end]


def new_signing_pair() -> tuple[bytes, bytes]:
    """A public and a private key that sign the board of one poll, 32 bytes each."""
    private = SigningKey.generate()
    return bytes(private.verify_key), bytes(private)


def sign(private: bytes, message: bytes) -> bytes:
    """The Ed25519 signature, 64 bytes."""
    return SigningKey(private).sign(message).signature
