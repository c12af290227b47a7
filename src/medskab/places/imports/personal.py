"""Columns about people: they are left behind before anything is kept."""

import re
from collections.abc import Iterable

from medskab.common.tables.sheet import Sheet

# Words that are about people wherever they stand, and words that may name a place as well ("Vejens navn").
_ALWAYS = re.compile(
    r"(?:cpr|person|tlf|telefon|mobil|phone|telephone|mobile|kontakt|contact)\w*|e?mail|epost"
    r"|(?:for|efter|mellem|beboer|lejer)navn|(?:first|last|sur|fore)name|medlejer|beboere|residents"
    r"|født|fødsels\w*|birth\w*|born|alder|age|køn|sex|gender|civilstand|sprog|language"
    r"|nationalitet|nationality|statsborger\w*|citizen\w*"
)
_MAYBE = re.compile(r"navn|name|beboer|lejer|tenant|resident|occupant")
_PLACE = re.compile(
    r"afdeling\w*|blok\w*|opgang\w*|vej\w*|gade\w*|karr[eé]\w*|bygning\w*|department\w*|block\w*|stairwell\w*"
    r"|street\w*|building\w*|adresse|address"
)
_CPR = re.compile(r"^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}-?\d{4}$")
_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", re.IGNORECASE)
_LOOKED_AT = 200


def without_people(sheet: Sheet) -> tuple[Sheet, list[str]]:
    """The sheet without its columns about people, and the headings of those that were left behind."""
    about_people = {
        number
        for number, heading in enumerate(sheet.headings)
        if _is_about_a_person(heading)
        or _holds_people(cells[number] for _line, cells in sheet.lines[:_LOOKED_AT])
    }
    return sheet.without(about_people), [sheet.headings[number] for number in sorted(about_people)]


def _is_about_a_person(heading: str) -> bool:
    words = re.findall(r"\w+", heading.casefold().replace("-", ""))
    if any(_ALWAYS.fullmatch(word) for word in words):
        return True
    return any(map(_MAYBE.fullmatch, words)) and not any(map(_PLACE.fullmatch, words))


def _holds_people(cells: Iterable[str]) -> bool:
    """Whether at least half of what stands there are personal numbers or mail addresses."""
    given = [cell for cell in cells if cell]
    found = sum(bool(_CPR.match(cell) or _MAIL.match(cell)) for cell in given)
    return found > 0 and found * 2 >= len(given)
