"""The secrets of staff's second factor lie sealed in the database: a copy of it alone opens nothing."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from .sealing import key_from_secret, open_sealed, seal

_ABOUT = "second factor"


class SealedSecondFactor(DefaultMFAAdapter):
    """Seals with the installation's vault secret, which is kept outside the database."""

    def encrypt(self, text: str) -> str:
        """Before a secret is stored."""
        return urlsafe_b64encode(seal(text.encode(), key=_key(), about=_ABOUT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """When a code is checked against it."""
        return open_sealed(urlsafe_b64decode(encrypted_text), key=_key(), about=_ABOUT).decode()


def _key() -> bytes:
    return key_from_secret(settings.SECRETS["vault"], _ABOUT)
