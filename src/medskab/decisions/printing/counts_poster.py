"""For the wall: the numbers of a vote add up, and everybody can check it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from medskab.common.typesetting.drawings import code_picture
from medskab.decisions.amounts import plain_number

from .paper import Paper, printed

# With fewer votes, how many came which way would tell on people.
_FEWEST_BY_WAY = 10
_GROUP = 8


@dataclass(frozen=True, kw_only=True)
class CountsPoster(Paper):
    """How many codes there were and what became of them. `held` says when and where the urn was opened,
    `digest` is that of the board's last line."""

    issued: int
    voided: int
    unused: int
    paper: int
    digital: int
    opened: int
    digest: str
    held: str
    address: str

    @property
    def adds_up(self) -> bool:
        """Whether no code and no vote is missing, and none is too many."""
        votes = self.paper + self.digital
        return self.issued == self.voided + self.unused + votes and self.opened == votes


def counts_poster(counts: CountsPoster) -> bytes:
    """One page of A4."""
    more = {
        "scan": code_picture(counts.address),
        "rows": [_codes(counts), _votes(counts)],
        "typed": _groups(counts.digest),
        "adds_up": counts.adds_up,
    }
    return printed("counts_poster.typ", counts, _sentences(counts), more, longest_name=120)


def _codes(counts: CountsPoster) -> list[dict[str, str]]:
    ways = _by_way(counts) or [_number(_("used"), counts.paper + counts.digital)]
    parts = [_number(_("made invalid"), counts.voided), _number(_("not used"), counts.unused), *ways]
    return [_number(_("codes sent out"), counts.issued), *parts]


def _votes(counts: CountsPoster) -> list[dict[str, str]]:
    ways = _by_way(counts) or [_number(_("votes given"), counts.paper + counts.digital)]
    return [_number(_("votes counted"), counts.opened), *ways]


def _by_way(counts: CountsPoster) -> list[dict[str, str]]:
    if counts.paper + counts.digital < _FEWEST_BY_WAY:
        return []
    return [_number(_("on paper"), counts.paper), _number(_("on a phone or screen"), counts.digital)]


def _number(label: str, number: int) -> dict[str, str]:
    return {"label": label, "shown": plain_number(number)}


def _groups(digest: str) -> list[str]:
    return [digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP)]


def _sentences(counts: CountsPoster) -> dict[str, str]:
    wrong = _("The numbers do not add up. This has to be explained.")
    return {
        "heading": _("Every vote is accounted for") if counts.adds_up else wrong,
        "codes": _("Each code that was sent out is in one of these places"),
        "votes": _("As many votes were counted as were given"),
        "digest": _("The last line of the board has this digest"),
        "digest_means": _("Do you see the same signs on the page? Then nobody has changed the board since."),
        "scan": _("See the board and count again"),
        "code_alt": _("A code that leads to the board"),
    }
