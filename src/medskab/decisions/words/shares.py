"""Shares of people as people say them: about 4 of 5."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from medskab.decisions.amounts import plain_number

_NEARLY = Fraction(39, 40)
_WHOLES = (2, 3, 4, 5, 10)
_CLOSE = Fraction(1, 40)
_GOT = {
    "all": gettext_noop("Everybody who voted got at least one of their proposals."),
    "nearly": gettext_noop("Nearly everybody who voted got at least one of their proposals."),
    "exact": gettext_noop("%(part)s of %(whole)s voters got at least one of their proposals."),
    "about": gettext_noop("About %(part)s of %(whole)s voters got at least one of their proposals."),
    "few": gettext_noop("Very few voters got one of their proposals."),
    "none": gettext_noop("Nobody got one of their proposals."),
}
_WOULD_GET = {
    "all": gettext_noop("Everybody who took part would get at least one of their proposals."),
    "nearly": gettext_noop("Nearly everybody who took part would get at least one of their proposals."),
    "exact": gettext_noop("%(part)s of %(whole)s who took part would get at least one of their proposals."),
    "about": gettext_noop(
        "About %(part)s of %(whole)s who took part would get at least one of their proposals."
    ),
    "few": gettext_noop("Very few who took part would get one of their proposals."),
    "none": gettext_noop("Nobody would get one of their proposals."),
}


def voters_with_winner(some: int, voters: int, *, is_hearing: bool = False) -> str:
    """How many voters got (in a hearing: would get) something they voted for, easy to picture."""
    if not voters:
        return _("Nobody voted.")
    share = Fraction(some, voters)
    part, whole = closest(share)
    sentence = _WOULD_GET[_kind(share)] if is_hearing else _GOT[_kind(share)]
    return _(sentence) % {"part": plain_number(part), "whole": plain_number(whole)}


def _kind(share: Fraction) -> str:
    if share in (0, 1):
        return "all" if share else "none"
    if share >= _NEARLY:
        return "nearly"
    if share <= 1 - _NEARLY:
        return "few"
    return "exact" if Fraction(*closest(share)) == share else "about"


def closest(share: Fraction) -> tuple[int, int]:
    """The simplest fraction that is close, else the closest.

    >>> closest(Fraction(79, 100)), closest(Fraction(1, 2)), closest(Fraction(7, 100))
    ((4, 5), (1, 2), (1, 10))
    """
    fractions = [(min(max(round(share * whole), 1), whole - 1), whole) for whole in _WHOLES]
    distances = [abs(Fraction(part, whole) - share) for part, whole in fractions]
    near = [one for one, distance in zip(fractions, distances, strict=True) if distance <= _CLOSE]
    return near[0] if near else fractions[distances.index(min(distances))]
