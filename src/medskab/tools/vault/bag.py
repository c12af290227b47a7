"""Sealed bags: anybody who holds the public key can seal one, only this server opens it.

What a phone writes down without network is sealed in the browser (`static/js/sealed-bag.js`) and cannot be
read back there. An envelope is, in this order:

    version (1 byte) | number of the key (2) | a one-time public key (65) | nonce (12) | sealed text

The key of one envelope comes from an ECDH agreement on P-256 by HKDF-SHA256; the text is sealed with
AES-256-GCM, which also covers everything before the nonce and `about`: what the bag belongs to.
"""

import os
from base64 import b64encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from .sealing import CannotOpen

FAMILY = "bags"
_VERSION = 1
_POINT = 65
_HEAD = 3 + _POINT
_NONCE = 12
_TAG = 16
_CURVE = ec.SECP256R1()
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass(frozen=True)
class PublicKey:
    """What a browser needs to seal: the number of the key, and its point in base64."""

    number: int
    point: str


def about(*parts: object) -> str:
    """What a bag belongs to, as both sides write it: `engen|7|3f2a…`."""
    return "|".join(str(part) for part in parts)


def public_key() -> PublicKey:
    """The newest key of this installation; bags sealed to an older one still open."""
    number = max(_numbers())
    return PublicKey(number, b64encode(_point(_private(number).public_key())).decode())


def seal_bag(plain: bytes, *, about: str) -> bytes:
    """The same envelope that a browser makes."""
    number = max(_numbers())
    once = ec.generate_private_key(_CURVE)
    head = bytes([_VERSION]) + number.to_bytes(2) + _point(once.public_key())
    key = _key(once.exchange(ec.ECDH(), _private(number).public_key()), head)
    nonce = os.urandom(_NONCE)
    return head + nonce + AESGCM(key).encrypt(nonce, plain, head + about.encode())


def open_bag(sealed: bytes, *, about: str) -> bytes:
    """The plain text, or `CannotOpen`: another key, another belonging, or a changed envelope."""
    head, nonce, text = sealed[:_HEAD], sealed[_HEAD : _HEAD + _NONCE], sealed[_HEAD + _NONCE :]
    if len(text) < _TAG or head[0] != _VERSION:
        raise CannotOpen
    number = int.from_bytes(head[1:3])
    if number not in _numbers():
        raise CannotOpen
    try:
        sender = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, head[3:])
        key = _key(_private(number).exchange(ec.ECDH(), sender), head)
        return AESGCM(key).decrypt(nonce, text, head + about.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen from None


def _numbers() -> list[int]:
    begin = f"{FAMILY}-"
    return [int(name.removeprefix(begin)) for name in settings.SECRETS if name.startswith(begin)]


def _private(number: int) -> ec.EllipticCurvePrivateKey:
    """The key out of its secret: 48 bytes are reduced to the order of the curve, which leaves no bias."""
    drawn = HKDF(hashes.SHA256(), 48, salt=None, info=b"medskab bag key").derive(
        settings.SECRETS[f"{FAMILY}-{number}"].encode()
    )
    return ec.derive_private_key(int.from_bytes(drawn) % (_ORDER - 1) + 1, _CURVE)


def _key(agreed: bytes, head: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=head, info=b"medskab bag 1").derive(agreed)


def _point(public: ec.EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
