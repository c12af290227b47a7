"""Codes on receipts: made of the form's own key, so that a form sent twice shows the same code."""

import hmac
from hashlib import sha256

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})


def code_for(key: str) -> str:
    """Fifty bits that nobody can guess who lacks the installation's secret."""
    number = int(_keyed(f"needs-receipt-of:{key}"), 16)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))


def read(typed: str) -> str:
    """What was meant: upper or lower case, spaces and dashes anywhere; empty where it can be no code."""
    code = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKS_LIKE)
    return code if len(code) == LENGTH and not set(code) - set(ALPHABET) else ""


def kept(code: str) -> str:
    """What is stored of a code."""
    return _keyed(f"needs-receipt:{code}")


def _keyed(text: str) -> str:
    return hmac.new(settings.SECRETS["codes"].encode(), text.encode(), sha256).hexdigest()
