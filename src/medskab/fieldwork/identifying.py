"""What in a text may lead to somebody: capital words inside sentences, telephone numbers, mail addresses."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

CIVIL_NUMBER = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d:])(?:\+|00)?\d(?:[ -]?\d){7,11}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SPEAKER = re.compile(r"^(?:\[[\d:]+\]\s*)?(?:[^\s:][^:\n]{0,40}:)?", re.MULTILINE)
# Capital words that name nobody: the courteous and second persons, and what every text holds.
_NOBODY = frozenset({"I", "De", "Dem", "Deres", "CPR", "OK", "TV", "I'm", "I’m"})


@dataclass(frozen=True)
class Found:
    """One word that may lead to somebody, and what may stand in its place."""

    words: str
    instead: str


def has_civil_number(text: str) -> bool:
    """Whether something in it looks like a CPR number."""
    return bool(CIVIL_NUMBER.search(text))


def found_in(text: str) -> list[Found]:
    """Each once, in the order of the text; the same words always get the same number."""
    mails = _once(_MAIL.findall(text))
    without = _MAIL.sub(" ", text)
    phones = _once(_PHONE.findall(without))
    names = _once(_names(_PHONE.sub(" ", without)))
    return (
        [Found(name, f"[{_('person')} {number}]") for number, name in enumerate(names, 1)]
        + [Found(phone, f"[{_('telephone')}]") for phone in phones]
        + [Found(mail, f"[{_('mail address')}]") for mail in mails]
    )


def replaced(text: str, chosen: list[Found]) -> str:
    """The text with the words replaced wherever they stand as whole words, longest first."""
    for one in sorted(chosen, key=lambda found: -len(found.words)):
        text = one.instead.join(re.split(rf"(?<!\w){re.escape(one.words)}(?!\w)", text))
    return text


def _names(text: str) -> list[str]:
    names: list[str] = []
    for line in text.splitlines():
        begin = speaker.end() if (speaker := _SPEAKER.match(line)) else 0
        last_end = -1
        for word in _WORD.finditer(line, begin):
            is_name = word[0][0].isupper() and word[0] not in _NOBODY
            if is_name and names and last_end >= 0 and line[last_end : word.start()] == " ":
                names[-1] = f"{names[-1]} {word[0]}"
                last_end = word.end()
            elif is_name and not _begins_a_sentence(line[begin : word.start()]):
                names.append(word[0])
                last_end = word.end()
            else:
                last_end = -1
    return names


def _begins_a_sentence(before: str) -> bool:
    before = before.rstrip(" \t\"'»«“”„(–—-")
    return not before or before[-1] in ".!?:…]"


def _once(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))
