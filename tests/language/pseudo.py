"""A made-up language that puts every translated text in brackets, so that an untranslated one stands out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from unittest import mock

from django.utils.translation import trans_real

OPEN, CLOSE = "⟦", "⟧"
SPOKEN_ATTRIBUTES = {"alt", "title", "placeholder", "aria-label", "aria-description", "content"}
# What holds people's own words, code or figures is not for translators.
NOT_FOR_TRANSLATORS = {"bdi", "code", "pre", "script", "style", "time", "data", "kbd", "samp", "template"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class PseudoLanguage:
    """Answers like a translation catalogue; knows every text and brackets it."""

    def gettext(self, text: str) -> str:
        return f"{OPEN}{text.rsplit(trans_real.CONTEXT_SEPARATOR, 1)[-1]}{CLOSE}" if text else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)

    def to_language(self) -> str:
        return "da"

    def language(self) -> str:
        return "da"


@contextmanager
def spoken() -> Iterator[None]:
    """While inside, every text that goes through the translators comes out in brackets."""
    with mock.patch.object(trans_real, "translation", return_value=PseudoLanguage()):
        trans_real.activate("da")
        try:
            yield
        finally:
            trans_real.deactivate()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []

    @property
    def is_silent(self) -> bool:
        return any(silent for _tag, silent in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        silent = tag in NOT_FOR_TRANSLATORS or given.get("translate") == "no"
        if not (silent or self.is_silent):
            spoken_here = SPOKEN_ATTRIBUTES - ({"content"} if not _is_description(given) else set())
            self.texts += [value for name, value in attrs if name in spoken_here and value]
            if tag in {"input", "button"} and given.get("type") == "submit":
                self.texts.append(given.get("value") or "")
        if tag not in VOID:
            self.open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.is_silent:
            self.texts.append(data)


def _is_description(given: dict[str, str | None]) -> bool:
    return given.get("name") == "description" or (given.get("property") or "") == "og:description"


def untranslated(html: str, own_words: Sequence[str] = ()) -> list[str]:
    """The texts on a page that did not go through the translators, people's own words apart."""
    reader = _Reader()
    reader.feed(html)
    return [text.strip() for text in reader.texts if _has_words(_without(own_words, _outside_brackets(text)))]


def _without(own_words: Sequence[str], text: str) -> str:
    for words in own_words:
        text = text.replace(words, " ")
    return text


def _outside_brackets(text: str) -> str:
    depth, kept = 0, []
    for sign in text:
        if sign == OPEN:
            depth += 1
        elif sign == CLOSE:
            depth -= 1
        elif depth == 0:
            kept.append(sign)
    return "".join(kept)


def _has_words(text: str) -> bool:
    """Two letters or more in a row, units of money and measure apart."""
    words = "".join(sign if sign.isalpha() else " " for sign in text).split()
    return any(
        len(word) > 1 and word not in {"kr", "DKK", "PLN", "EUR", "kB", "PDF", "JSON", "pb", "QR"}
        for word in words
    )
