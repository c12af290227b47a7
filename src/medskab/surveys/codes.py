"""Codes that are handed out, one for each home. Only a keyed hash of each is kept."""

import hmac
from hashlib import sha256

from django.conf import settings

from .models import Survey, SurveyCode

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8
_LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})


def codes_for(key: str, count: int) -> list[str]:
    """So many codes, made of the form's own key: a form sent twice shows the same."""
    return [_code(_keyed(f"made:{key}:{number}")) for number in range(count)]


def voice_of_code(survey: Survey, typed: str) -> str:
    """The voice that a code speaks with; empty where the survey knows no such code."""
    digest = kept(survey, typed)
    return digest if is_code(survey, digest) else ""


def is_code(survey: Survey, digest: str) -> bool:
    """Whether a voice is one that a code of this survey speaks with."""
    return SurveyCode.objects.filter(survey=survey, code_hmac=digest).exists()


def shown(code: str) -> str:
    """In two groups, for paper and screen: 7K2M-9QXD."""
    return f"{code[:4]}-{code[4:]}"


def kept(survey: Survey, typed: str) -> str:
    """What is stored of a code."""
    code = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKS_LIKE)
    return _keyed(f"kept:{survey.pk}:{code}")


def voice_of_paper(survey: Survey, key: str) -> str:
    """The voice of a sheet that is typed in: the same form sent twice is one sheet."""
    return _keyed(f"paper:{survey.pk}:{key}")


def _code(digest: str) -> str:
    number = int(digest, 16)
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_LENGTH))


def _keyed(text: str) -> str:
    return hmac.new(settings.SECRETS["codes"].encode(), f"survey-code:{text}".encode(), sha256).hexdigest()
