"""The lists of homes of the demo areas, as an estate office might hand them over."""

from collections.abc import Iterator

_HEADINGS = "Afdeling;Blok;Opgang;Adresse;Etage;Dør"
_DOORS = ("tv", "th")


def engparken() -> bytes:
    """One department, eight blocks, 1,345 homes."""
    # Seven blocks of 21 stairwells would be even; real estates are not.
    return _list(_homes("Engparken", stairwells=(20, 22, 20, 24, 18, 22, 20, 23), homes=1_345, letter="E"))


def birkelunden() -> bytes:
    """Nine departments with one long block each, 3,960 homes."""
    rows: list[str] = []
    for number in range(1, 10):
        rows += _homes(f"Birkelunden {number}", stairwells=(22, 22), homes=440, letter=f"B{number}")
    return _list(rows)


def _list(rows: Iterator[str] | list[str]) -> bytes:
    return "\r\n".join([_HEADINGS, *rows, ""]).encode("utf-8-sig")


def _homes(department: str, *, stairwells: tuple[int, ...], homes: int, letter: str) -> Iterator[str]:
    total = sum(stairwells)
    left, done = homes, 0
    for block, count in enumerate(stairwells, start=1):
        for stairwell in range(1, count + 1):
            here = round(homes * (done + 1) / total) - (homes - left)
            left, done = left - here, done + 1
            number = done
            for home in range(here):
                floor, door = divmod(home, len(_DOORS))
                yield ";".join(
                    (
                        department,
                        f"Blok {block}",
                        f"{block}{_mark(stairwell)}",
                        f"{department.split(maxsplit=1)[0]}vej {letter}{number}",
                        "st" if floor == 0 else str(floor),
                        _DOORS[door],
                    )
                )


def _mark(number: int) -> str:
    return chr(ord("A") + number - 1)
