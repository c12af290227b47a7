"""Addresses made of titles: Danish letters are spelled out, as they are where there are none."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, count
from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.text import slugify

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
_AREA = "<slug:area_slug>/"


def slug_of(title: str, most: int = 50) -> str:
    """Small letters, figures and dashes, at most so many; empty where the title has none.

    >>> slug_of("Køkkenet på Ærø")
    'koekkenet-paa-aeroe'
    """
    return slugify(title.translate(_SPELLED))[:most].strip("-")


def free_slug(title: str, others: QuerySet[Any], *, below: str, otherwise: str, most: int = 50) -> str:
    """An address for a title that none of the others has, and no page of its own `below` an area ("needs/").

    `otherwise` begins it where the title alone will not do.
    """
    wanted = slug_of(title, most)
    if not wanted or wanted in words_below(below):
        wanted = f"{otherwise}-{wanted}".strip("-")
    taken = set(others.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(slug for slug in chain([wanted], numbered) if slug not in taken)


@cache
def words_below(below: str) -> frozenset[str]:
    """The words that addresses below this begin with: a slug that is one of them would be hidden."""
    begin = f"{_AREA}{below}"
    found = (route.removeprefix(begin) for route in _routes(get_resolver()) if route.startswith(begin))
    return frozenset(
        word for word, *_rest in (route.split("/") for route in found) if word and "<" not in word
    )


def _routes(resolver: URLResolver, begin: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, begin + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield begin + str(one.pattern)
