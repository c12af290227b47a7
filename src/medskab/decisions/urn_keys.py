"""What a vote keeps secret on the server: the key that signs its board, and digests that lead to no home."""

import hmac
from hashlib import sha256

from django.conf import settings

from medskab.common.codes import ALPHABET, kept
from medskab.tools.vault.ballot_box import sign
from medskab.tools.vault.sealing import key_from_secret, open_sealed, seal

from .models import Poll

RECEIPT_LENGTH = 10


def sealed_signing_key(poll: Poll, secret: bytes) -> bytes:
    """The board's signing key as the database holds it."""
    return seal(secret, key=_vault_key(), about=f"board:{poll.ref}")


def signature(poll: Poll, message: bytes) -> bytes:
    """Signed with the key of this vote's board."""
    assert poll.signing_secret is not None  # noqa: S101  every vote with keys has one until it is destroyed
    secret = open_sealed(bytes(poll.signing_secret), key=_vault_key(), about=f"board:{poll.ref}")
    return sign(secret, message)


def home_digest(poll: Poll, dwelling: int) -> str:
    """Which codes belong to one home, without saying which home."""
    return kept(str(dwelling), f"home:{poll.ref}")


def once(poll: Poll, code: str, idem_key: str, choice: bytes) -> str:
    """The same for the same vote sent twice, different for any other.

    Nobody finds the choice from it: `idem_key` is random and kept nowhere, and the vote's own secret is
    forgotten with its key.
    """
    return _digest(poll, b"once", code, idem_key, choice).hex()


def receipt_of(poll: Poll, once_key: str) -> str:
    """Ten signs that the voter takes home."""
    number = int.from_bytes(_digest(poll, b"receipt", once_key)[:8])
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in range(RECEIPT_LENGTH))


def _digest(poll: Poll, use: bytes, *parts: str | bytes) -> bytes:
    key = settings.SECRETS["codes"].encode() + bytes(poll.signing_secret or b"")
    told = [part.encode() if isinstance(part, str) else part for part in parts]
    return hmac.new(key, b"\0".join([use, *told]), sha256).digest()


def _vault_key() -> bytes:
    return key_from_secret(settings.SECRETS["vault"], "board of a vote")
