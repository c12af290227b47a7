"""The key to the urn on paper, for the one who keeps it until the opening."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from medskab.common.typesetting.drawings import code_picture

from .paper import Paper, printed


@dataclass(frozen=True, kw_only=True)
class KeySheet(Paper):
    """The private key of a poll, which the server does not have.

    `typed` are its groups, a line each, as they are typed at the opening; `content` is the same for the
    scanner. `part` tells which sheet this is, as in “Sheet 1 of 2”.
    """

    typed: tuple[str, ...]
    content: str
    custodian: str
    part: str
    opening: str
    ask: str


def key_sheet(sheet: KeySheet) -> bytes:
    """One page, to be folded; set by a process of its own, so that the key is nowhere afterwards."""
    more = {"scan": code_picture(sheet.content), "content": None, "steps": _steps(sheet)}
    return printed("key_sheet.typ", sheet, _sentences(), more, is_secret=True)


def _steps(sheet: KeySheet) -> list[str]:
    return [
        _("Check that every sign can be read."),
        _("Fold the sheet along the line, the key inside."),
        _("Put it into an envelope. Close it and sign across the flap."),
        _("Keep it where only you can get at it. Show it to nobody."),
        _("Bring it to the opening: %(when)s.") % {"when": sheet.opening},
        _("Did you lose it, or did somebody see it? Say so at once."),
    ]


def _sentences() -> dict[str, str]:
    return {
        "heading": _("The key to the urn"),
        "kept_by": _("Kept by"),
        "why": _("Without this key nobody can read the votes. There is no copy on any computer."),
        "never": _("Never photograph it"),
        "never_means": _("Do not copy it, scan it, send it or type it anywhere before the opening."),
        "fold": _("Fold here, the key inside"),
        "key": _("The key"),
        "how": _("At the opening: scan the picture, or type line by line."),
        "ask": _("Questions"),
        "code_alt": _("The key as a picture for the scanner"),
    }
