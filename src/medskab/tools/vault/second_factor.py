"""The secrets of staff's second factor lie sealed in the database: a copy of it alone opens nothing."""

import os
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from .sealing import CannotOpen, key_from_secret, open_sealed, seal

_ABOUT = "second factor"


class SealedSecondFactor(DefaultMFAAdapter):
    """Seals with the installation's vault secret, which is kept outside the database."""

    def encrypt(self, text: str) -> str:
        """Before a secret is stored."""
        return urlsafe_b64encode(seal(text.encode(), key=_key(), about=_ABOUT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """When a code is checked against it; one sealed by another installation fits no code at all."""
        try:
            return open_sealed(urlsafe_b64decode(encrypted_text), key=_key(), about=_ABOUT).decode()
        except (CannotOpen, ValueError):
            return b32encode(os.urandom(20)).decode()


def _key() -> bytes:
    return key_from_secret(settings.SECRETS["vault"], _ABOUT)
