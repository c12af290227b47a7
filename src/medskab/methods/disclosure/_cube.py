"""All published cells as sums over one cube: the finest groups that any of them tells apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from scipy.sparse import csr_array, kron

from .released import ReleasedCell

_MOST_GROUPS = 20_000
_Classes = list[frozenset[str]]


class TooManyGroups(ValueError):
    """The published cells cut people into more groups than can be checked."""


@dataclass(frozen=True, eq=False)
class Cube:
    """`members`: a row per cell, 1 where it counts a group; `targets`: the same for what stays unknown."""

    cells: tuple[ReleasedCell, ...]
    members: csr_array
    targets: csr_array
    target_names: tuple[str, ...]

    @cached_property
    def is_shown(self) -> np.ndarray:
        """Which cells have a number."""
        return np.array([cell.count is not None for cell in self.cells])


def cube_of(cells: Sequence[ReleasedCell]) -> Cube:
    """Cut each dimension where any cell cuts it; what no cell names is the rest."""
    names = sorted({name for cell in cells for name in cell.counted})
    axes = {name: _classes(name, cells) for name in names}
    size = int(np.prod([len(axis) for axis in axes.values()], dtype=float))
    if size > _MOST_GROUPS:
        raise TooManyGroups(f"The tables cut people into {size:,} groups; {_MOST_GROUPS:,} can be checked.")
    members = csr_array(np.array([_members(cell, axes) for cell in cells]))
    parts = [[*range(len(axis)), None] for axis in axes.values()]
    picked = list(product(*parts))
    return Cube(tuple(cells), members, _targets(axes), tuple(_name(pick, axes) for pick in picked))


def _classes(name: str, cells: Sequence[ReleasedCell]) -> _Classes:
    """Codes that every cell takes or leaves together; the empty set stands for codes that nobody named."""
    sets = sorted({cell.counted[name] for cell in cells if name in cell.counted}, key=sorted)
    by_signature: dict[tuple[bool, ...], set[str]] = {}
    for code in sorted(set().union(*sets)):
        by_signature.setdefault(tuple(code in one for one in sets), set()).add(code)
    rest = [frozenset[str]()] if any(name not in cell.counted for cell in cells) else []
    return [frozenset(codes) for codes in by_signature.values()] + rest


def _members(cell: ReleasedCell, axes: dict[str, _Classes]) -> np.ndarray:
    return _outer(
        [
            np.array([name not in cell.counted or (bool(one) and one <= cell.counted[name]) for one in axis])
            for name, axis in axes.items()
        ]
    )


def _targets(axes: dict[str, _Classes]) -> csr_array:
    """For each axis one class or all of them: every way to pick, in the order of `product`."""
    whole = csr_array(np.ones((1, 1)))
    for axis in axes.values():
        whole = csr_array(kron(whole, np.vstack([np.eye(len(axis)), np.ones((1, len(axis)))])))
    return whole


def _outer(flags: list[np.ndarray]) -> np.ndarray:
    whole = np.ones(1)
    for one in flags:
        whole = np.outer(whole, one).ravel()
    return whole


def _name(pick: Sequence[int | None], axes: dict[str, _Classes]) -> str:
    words = []
    for chosen, (name, axis) in zip(pick, axes.items(), strict=True):
        if chosen is not None:
            codes = sorted(axis[chosen])
            words.append(
                f"{name} {', '.join(codes[:3])}{' …' if len(codes) > 3 else ''}" if codes else f"other {name}"
            )
    return "; ".join(words) or "everybody"
