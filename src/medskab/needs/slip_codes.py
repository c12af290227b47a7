"""Codes that stand on slips before anybody wrote on them: no list of them is kept anywhere.

Eight signs are drawn by lot, the last two are made of them with the installation's secret: so a slip of ours
is known, a wrong sign is noticed 1023 times in 1024, and whoever lacks the secret must guess all ten.
"""

import hmac
from hashlib import sha256
from secrets import choice

from django.conf import settings

from medskab.places.models import Area

from .receipts import ALPHABET, LENGTH

_MADE = 2


def new_code(area: Area) -> str:
    """A code for a slip of this area: a receipt's, as soon as the slip is typed in."""
    drawn = "".join(choice(ALPHABET) for _place in range(LENGTH - _MADE))
    return drawn + _made_of(area, drawn)


def is_ours(area: Area, code: str) -> bool:
    """Whether a code, as `receipts.read` gives it, was printed here for this area."""
    drawn, made = code[:-_MADE], code[-_MADE:]
    return len(code) == LENGTH and hmac.compare_digest(made.encode(), _made_of(area, drawn).encode())


def _made_of(area: Area, drawn: str) -> str:
    said = f"needs-slip:{area.pk}:{drawn}".encode()
    number = int(hmac.new(settings.SECRETS["codes"].encode(), said, sha256).hexdigest(), 16)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(_MADE))
