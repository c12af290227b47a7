"""The colours an area's residents can choose between: one accent, in light and in dark, all readable.

`strong` carries text and buttons, `deep` their pressed edge, `mid` is for drawings only, `soft` is a tint
behind ink, and `on` is the text upon `strong` and `deep`. test_design_accents.py measures every pair.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Shades:
    """One accent in one light."""

    strong: str
    deep: str
    mid: str
    soft: str
    on: str


@dataclass(frozen=True)
class Accent:
    """A colour with a name that people can vote for."""

    name: str
    label: str | Promise
    light: Shades
    dark: Shades


ACCENTS = (
    Accent(
        "brick",
        _("Brick"),
        Shades("#9c3d22", "#7a2d17", "#d98e70", "#f6e1d6", "#ffffff"),
        Shades("#f0a283", "#ffc3ab", "#9c553c", "#44281d", "#1d120d"),
    ),
    Accent(
        "rowan",
        _("Rowan berry"),
        Shades("#a3263f", "#7e1a2f", "#dd8595", "#f8dfe2", "#ffffff"),
        Shades("#f59aa8", "#ffc0c9", "#9c4a58", "#45222a", "#200d11"),
    ),
    Accent(
        "ochre",
        _("Ochre"),
        Shades("#7a5400", "#5c3f00", "#d9ae4a", "#f5e7c4", "#ffffff"),
        Shades("#e9bd5b", "#f8d98d", "#8a6a23", "#3d2f12", "#1d1605"),
    ),
    Accent(
        "moss",
        _("Moss"),
        Shades("#3f6325", "#2e4a1a", "#93b36f", "#e3ecd3", "#ffffff"),
        Shades("#a9cf85", "#c9e6ad", "#5c7b41", "#27351b", "#10190a"),
    ),
    Accent(
        "sea",
        _("Sea"),
        Shades("#0f6660", "#084b47", "#6bb5ad", "#d5ebe6", "#ffffff"),
        Shades("#7fd0c6", "#aee6de", "#2f7f77", "#163935", "#04201d"),
    ),
    Accent(
        "fjord",
        _("Fjord"),
        Shades("#24568f", "#183f6c", "#7fa7d6", "#dce7f4", "#ffffff"),
        Shades("#9cc3f0", "#c4dcf8", "#4a719f", "#1d3049", "#0a1626"),
    ),
    Accent(
        "heather",
        _("Heather"),
        Shades("#704187", "#542e67", "#b48cc9", "#efe2f3", "#ffffff"),
        Shades("#d3aae6", "#e6cdf2", "#80599a", "#382643", "#1a0d22"),
    ),
    Accent(
        "slate",
        _("Slate"),
        Shades("#47525e", "#323b45", "#97a3af", "#e2e6e9", "#ffffff"),
        Shades("#bac6d2", "#d7e0e8", "#6a7683", "#2a3138", "#0e1317"),
    ),
)

CHOICES = [(accent.name, accent.label) for accent in ACCENTS]


def as_css() -> str:
    """Custom properties per accent; `--light` and `--dark` are the switches that tokens.css explains."""
    return "\n".join(_rule(accent) for accent in ACCENTS)


def _rule(accent: Accent) -> str:
    lines = (
        f"--accent-{shade}: var(--light, {getattr(accent.light, shade)}) "
        f"var(--dark, {getattr(accent.dark, shade)});"
        for shade in Shades.__dataclass_fields__
    )
    return f'[data-accent="{accent.name}"] {{ {" ".join(lines)} }}'
