"""Letters with codes, drawn by a process of its own; what is drawn here is handed over and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from medskab.common.codes import read_code
from medskab.decisions import printing
from medskab.decisions.models import Poll
from medskab.decisions.words.voting import who_may_vote

from . import shared

# So many are drawn within five seconds.
MOST = 300
# Its check is wrong, so that no vote can ever be opened with it.
_NO_CODE = "ABCD-EFGH-JKMN"


@dataclass(frozen=True)
class Part:
    """Some of the letters; a file of all of them would keep everybody waiting. Counted from 1."""

    number: int
    of: int
    content: bytes


def part_of_letters(poll: Poll, homes: Sequence[tuple[str, list[str]]], number: int) -> Part | None:
    """The letters of so many homes in the order of the list; None where there is no such part."""
    of = -(-len(homes) // MOST)
    if not 1 <= number <= of:
        return None
    some = homes[(number - 1) * MOST : number * MOST]
    with shared.in_language_of_letters():
        sheets = [_letter(poll, address, codes) for address, codes in some]
        return Part(number, of, printing.letters(sheets, _words(poll)))


def sample_letter(poll: Poll) -> bytes:
    """How a letter will look: marked across, with a code that is none."""
    with shared.in_language_of_letters():
        code = printing.Code(code=_NO_CODE, address=shared.code_page(poll))
        sheet = printing.Letter(dwelling=(_("Example Street 1"),), codes=(code,) * poll.codes_per_home)
        return printing.letters([sheet], _words(poll, is_sample=True))


def _letter(poll: Poll, address: str, codes: list[str]) -> printing.Letter:
    return printing.Letter(
        dwelling=(address,),
        codes=tuple(
            printing.Code(code=code, address=shared.code_address(poll, read_code(code))) for code in codes
        ),
    )


def _words(poll: Poll, *, is_sample: bool = False) -> printing.LetterWords:
    return printing.LetterWords(
        **shared.common(poll.decision, is_sample=is_sample),
        question=shared.question(poll.decision),
        until=shared.until(poll),
        electorate=who_may_vote(poll),
        address=shared.code_page(poll),
        kiosk=poll.screen_at,
        paper=poll.paper_at,
        ask=shared.ask(poll),
        objection=poll.decision.objection,
        other_languages=shared.other_languages(poll),
    )
