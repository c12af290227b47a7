"""Sheets of paper: their numbers, and the voice that each of them is."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.urls import reverse

from medskab.common.codes import kept, new_code, shown
from medskab.places.models import Place

from . import printing, queries
from .models import Conversation, Statement


def on_paper(about: Conversation) -> list[Statement]:
    """The statements of a sheet: the first that are shown, as many as two sides hold."""
    return list(queries.shown(about).order_by("number")[: printing.MOST_ON_A_SHEET])


def key_of_sheet(about: Conversation, code: str) -> str:
    """The voice's key of a sheet, as `codes.read_code` gives its number: in each conversation another."""
    return kept(code, f"{queries.about(about)}:paper")


def printed_sheets(about: Conversation, many: int, place: Place | None, today: date) -> bytes:
    """So many sheets, each with a number of its own; the numbers are kept nowhere."""
    words = [about.area.slug, about.slug]
    path = (
        reverse("conversation-at", args=[*words, place.pk]) if place else reverse("conversation", args=words)
    )
    asked = printing.PaperSheets(
        numbers=[shown(new_code()) for _one in range(many)],
        statements=on_paper(about),
        place=place.name if place else "",
        address=settings.SITE_ADDRESS + path,
        made_on=today,
    )
    return printing.sheets(about, asked)


def choices_in(typed: Mapping[str, str], statements: list[Statement]) -> dict[int, int]:
    """What was ticked, by the statement's pk; a line without a tick is left out."""
    found = {one.pk: typed.get(f"s{one.pk}") for one in statements}
    return {pk: int(choice) for pk, choice in found.items() if choice in {"1", "-1", "0"}}
