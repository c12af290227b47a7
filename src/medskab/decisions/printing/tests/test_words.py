"""The sheets and their words belong together."""

import re

from django.utils.translation import override

from medskab.decisions.printing.typesetting import SHEETS
from medskab.decisions.printing.words import and_more, labels

_TAKEN = re.compile(r'said\.labels\.(?:at\(if [^{]+\{ "(\w+)" \} else \{ "(\w+)" \}|(\w+))')


def test_says_each_word_on_some_sheet_and_no_other():
    sheets = "".join(path.read_text("utf-8") for path in SHEETS.glob("*.typ"))
    taken = {word for found in _TAKEN.findall(sheets) for word in found if word}
    assert taken - {"at"} == set(labels())


def test_counts_in_words():
    with override("en"):
        assert and_more(1) == "and 1 more, on the page"
        assert and_more(1200) == "and 1,200 more, on the page"
