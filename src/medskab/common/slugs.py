"""Addresses made of titles: Danish letters are spelled out, as they are where there are none."""

from django.utils.text import slugify

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def slug_of(title: str, most: int = 50) -> str:
    """Small letters, figures and dashes, at most so many; empty where the title has none.

    >>> slug_of("Køkkenet på Ærø")
    'koekkenet-paa-aeroe'
    """
    return slugify(title.translate(_SPELLED))[:most].strip("-")
