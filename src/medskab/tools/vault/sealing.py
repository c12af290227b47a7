"""Sealing small secrets with AES-256-GCM: what is sealed for one purpose opens for no other."""

import os
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

_VERSION = b"\x01"
_NONCE = 12
_SALT = 16


class CannotOpen(Exception):
    """The key is the wrong one, the purpose is another, or the text was tampered with."""


def key_from_secret(secret: str, purpose: str) -> bytes:
    """The key for one purpose out of a long random secret (no guessable one: that takes a passphrase)."""
    return sha256(f"medskab {purpose} {secret}".encode()).digest()


def seal(plain: bytes, *, key: bytes, about: str) -> bytes:
    """Sealed text; `about` says what it belongs to, and must be the same again at opening."""
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, _VERSION + about.encode())


def open_sealed(sealed: bytes, *, key: bytes, about: str) -> bytes:
    """The plain text, or `CannotOpen`."""
    version, nonce, text = sealed[:1], sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    if version != _VERSION or len(text) < 16:
        raise CannotOpen
    try:
        return AESGCM(key).decrypt(nonce, text, version + about.encode())
    except InvalidTag:
        raise CannotOpen from None


def seal_with_passphrase(plain: bytes, passphrase: str, *, about: str) -> bytes:
    """Sealed with words that a person keeps; slow on purpose (scrypt, 128 MB)."""
    salt = os.urandom(_SALT)
    return salt + seal(plain, key=_from_words(passphrase, salt), about=about)


def open_with_passphrase(sealed: bytes, passphrase: str, *, about: str) -> bytes:
    """The plain text, or `CannotOpen`."""
    return open_sealed(sealed[_SALT:], key=_from_words(passphrase, sealed[:_SALT]), about=about)


def _from_words(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**17, r=8, p=1).derive(passphrase.encode())
