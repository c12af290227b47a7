"""The catalogues against the sources: every text of a screen is translated, and nothing else is kept."""

import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/medskab"
CATALOGUES = sorted(PACKAGE.glob("locale/*/LC_MESSAGES/django.po"))
# Collected as Django's makemessages does it.
KEYWORDS = (
    *("_", "gettext_lazy", "gettext_noop", "ngettext_lazy:1,2", "pgettext:1c,2", "npgettext:1c,2,3"),
    *("pgettext_lazy:1c,2", "npgettext_lazy:1c,2,3"),
)
ALIAS = re.compile(r"^from django\.utils\.translation import gettext(?:_lazy|_noop)? as (\w+)$", re.MULTILINE)
entries_of = runpy.run_path(str(ROOT / "requirements/translations.py"))["entries"]
# LIX counts the words of a sentence and how many of them are long; below 30 is as easy as children's books.
MOST_LIX, LONG_WORD = 30, 7
SENTENCE_END = re.compile(r"[.:!?]+(?=\s|$)")
LEFT_OUT = {"tests", "gallery"}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}|</?\w+[^>]*>")
PLURAL_FORMS = re.compile(r"nplurals\s*=\s*(\d+)")


def _sources() -> list[Path]:
    found = (path for ending in ("py", "html", "txt") for path in PACKAGE.rglob(f"*.{ending}"))
    return sorted(path for path in found if not LEFT_OUT & set(path.relative_to(PACKAGE).parts))


def collect(folder: Path) -> str:
    """All texts for translators, as an empty catalogue; `folder` takes copies of the sources."""
    aliases, copies = set(), []
    for number, path in enumerate(_sources()):
        text = path.read_text("utf-8")
        if path.suffix == ".py":
            aliases |= set(ALIAS.findall(text))
        else:
            text = templatize(text, origin=str(path))
        copy = folder / f"{number:05}.py"
        copy.write_text(text, "utf-8")
        copies.append(str(copy))
    keywords = [f"--keyword={word}" for word in (*KEYWORDS, *sorted(aliases))]
    command = ["xgettext", "--language=Python", "--from-code=UTF-8", "--no-location", "--no-wrap", *keywords]
    done = subprocess.run([*command, "--output=-", *copies], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every text that the sources give to the translators."""
    if not shutil.which("xgettext"):
        assert not os.environ.get("CI"), "The catalogues must be checked in CI, but gettext is not installed."
        pytest.skip("xgettext is not installed (Debian: gettext)")
    found = entries_of(collect(tmp_path_factory.mktemp("texts")))
    return {entry.key for entry in found if entry.key}


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parts[-3])
def text(request: pytest.FixtureRequest) -> str:
    """One catalogue as it stands in its file."""
    return request.param.read_text("utf-8")


@pytest.fixture
def entries(text: str) -> list:
    """Its texts, the header left out."""
    return [entry for entry in entries_of(text) if entry.key]


def test_finds_texts_in_python_and_in_templates(wanted):
    assert {"Nothing here yet.", "%(votes)s vote\0%(votes)s votes", "This cannot be done."} <= wanted


def test_holds_danish():
    assert "da" in {path.parts[-3] for path in CATALOGUES}


def test_knows_every_text_of_the_sources(wanted, entries):
    missing = wanted - {entry.key for entry in entries}
    assert not missing, "not in the catalogue:\n" + "\n".join(sorted(missing))


def test_keeps_no_text_that_the_sources_no_longer_have(wanted, entries, text):
    left = {entry.key for entry in entries} - wanted
    assert not left, "no longer in the sources:\n" + "\n".join(sorted(left))
    assert "\n#~" not in text


def test_translates_every_text_and_is_sure_of_it(entries):
    unsure = [entry.key for entry in entries if entry.is_fuzzy or not entry.answer.strip()]
    assert not unsure, "empty or fuzzy:\n" + "\n".join(unsure)


def test_holds_each_text_once(entries):
    keys = [entry.key for entry in entries]
    assert len(keys) == len(set(keys))


def test_gives_all_plural_forms_of_its_language(text, entries):
    header = next(entry for entry in entries_of(text) if not entry.key)
    (forms,) = map(int, PLURAL_FORMS.findall(header.answer))
    for entry in entries:
        expected = forms if "msgid_plural" in entry.parts else 1
        given = entry.answer.split("\0")
        assert (len(given), all(given)) == (expected, True), entry.key


def test_fills_in_the_same_values_and_keeps_the_same_marks(entries):
    for entry in entries:
        known = [set(PLACEHOLDER.findall(entry.parts[name])) for name in entry.parts if "msgid" in name]
        for form in entry.answer.split("\0"):
            assert set(PLACEHOLDER.findall(form)) in known, f"{entry.key} → {form}"


def test_begins_and_ends_lines_as_the_source_does(entries):
    for entry in entries:
        source = entry.parts["msgid"]
        for form in entry.answer.split("\0"):
            assert form.startswith("\n") == source.startswith("\n"), entry.key
            assert form.endswith("\n") == source.endswith("\n"), entry.key


def test_reads_easily_in_danish():
    catalogue = next(path for path in CATALOGUES if path.parts[-3] == "da").read_text("utf-8")
    answers = [form for entry in entries_of(catalogue) if entry.key for form in entry.answer.split("\0")]
    sentences = " ".join(answer for answer in answers if answer.endswith((".", "?")))
    words = re.findall(r"\w+", PLACEHOLDER.sub("12", sentences))
    long_words = sum(len(word) >= LONG_WORD for word in words)
    lix = len(words) / len(SENTENCE_END.findall(sentences)) + 100 * long_words / len(words)
    assert lix <= MOST_LIX
