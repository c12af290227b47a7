"""Shares of people as people say them: about 4 of 5."""

from fractions import Fraction

from django.utils.translation import gettext as _

from medskab.decisions.amounts import plain_number

_NEARLY = Fraction(39, 40)
_WHOLES = (2, 3, 4, 5, 10)
_CLOSE = Fraction(1, 40)


def voters_with_winner(some: int, voters: int) -> str:
    """How many voters got something they voted for, in a sentence that can be pictured."""
    if not voters:
        return _("Nobody voted.")
    share = Fraction(some, voters)
    if share in (0, 1) or not 1 - _NEARLY < share < _NEARLY:
        return _extreme(share)
    part, whole = closest(share)
    if part == whole * share:
        sentence = _("%(part)s of %(whole)s voters got at least one of their proposals.")
    else:
        sentence = _("About %(part)s of %(whole)s voters got at least one of their proposals.")
    return sentence % {"part": plain_number(part), "whole": plain_number(whole)}


def _extreme(share: Fraction) -> str:
    if share == 1:
        return _("Everybody who voted got at least one of their proposals.")
    if share >= _NEARLY:
        return _("Nearly everybody who voted got at least one of their proposals.")
    if share:
        return _("Very few voters got one of their proposals.")
    return _("Nobody got one of their proposals.")


def closest(share: Fraction) -> tuple[int, int]:
    """The simplest fraction that is close, else the closest.

    >>> closest(Fraction(79, 100)), closest(Fraction(1, 2)), closest(Fraction(7, 100))
    ((4, 5), (1, 2), (1, 10))
    """
    fractions = [(min(max(round(share * whole), 1), whole - 1), whole) for whole in _WHOLES]
    distances = [abs(Fraction(part, whole) - share) for part, whole in fractions]
    near = [one for one, distance in zip(fractions, distances, strict=True) if distance <= _CLOSE]
    return near[0] if near else fractions[distances.index(min(distances))]
