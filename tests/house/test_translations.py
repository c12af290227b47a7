"""The compiler of translations gives what gettext would."""

import gettext
import importlib.util
import io

import pytest

from tests.house.source import ROOT

_spec = importlib.util.spec_from_file_location("translations", ROOT / "requirements" / "translations.py")
translations = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(translations)

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def compiled(text):
    found = translations.entries(HEAD + text)
    return gettext.GNUTranslations(io.BytesIO(translations.catalogue(found)))


def test_translates_a_text():
    assert compiled('#: x.py:1\nmsgid "Hello"\nmsgstr "Hej"\n').gettext("Hello") == "Hej"


def test_joins_a_text_over_many_lines():
    spoken = compiled('msgid ""\n"One "\n"two\\n"\nmsgstr ""\n"Én "\n"to\\n"\n')
    assert spoken.gettext("One two\n") == "Én to\n"


def test_chooses_the_plural():
    spoken = compiled('msgid "a vote"\nmsgid_plural "votes"\nmsgstr[0] "en stemme"\nmsgstr[1] "stemmer"\n')
    assert [spoken.ngettext("a vote", "votes", number) for number in (1, 2)] == ["en stemme", "stemmer"]


def test_keeps_contexts_apart():
    spoken = compiled('msgctxt "verb"\nmsgid "Open"\nmsgstr "Åbn"\n\nmsgid "Open"\nmsgstr "Åben"\n')
    assert (spoken.pgettext("verb", "Open"), spoken.gettext("Open")) == ("Åbn", "Åben")


@pytest.mark.parametrize(
    "text",
    [
        '#, fuzzy\nmsgid "Yes"\nmsgstr "Nej"\n',
        'msgid "Yes"\nmsgstr ""\n',
        '#~ msgid "Yes"\n#~ msgstr "Nej"\n',
    ],
)
def test_leaves_out_what_is_unsure_missing_or_old(text):
    assert compiled(text).gettext("Yes") == "Yes"


@pytest.mark.parametrize("text", ['msgid "a\nmsgstr "b"\n', 'msgid "a"\n', '"a"\n"b"\nmsgid x\n'])
def test_says_where_a_file_is_broken(text):
    with pytest.raises(translations.BadCatalogue):
        compiled(text)
