"""Templates hold nothing inline, and what is shown in trouble needs nothing but itself."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.test import RequestFactory

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*.html"))
_STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
_HANDLER = re.compile(r"""\son[a-z]+\s*=\s*["']|href\s*=\s*["']\s*javascript:""", re.IGNORECASE)
_SCRIPT = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))", re.IGNORECASE)


@pytest.fixture
def request_of_nobody():
    request = RequestFactory().get("/somewhere/")
    request.area = request.person = None
    return request


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_holds_nothing_inline(path):
    text = path.read_text("utf-8")
    assert not _STYLE.search(text)
    assert not _HANDLER.search(text)
    assert not _SCRIPT.search(text)


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_shows_a_broken_site_with_nothing_given(name):
    page = get_template(name).render()
    assert "<h1>" in page
    assert "/style." in page
    assert page.count("<main") == 1


@pytest.mark.parametrize(
    "name",
    ["400.html", "403.html", "403_csrf.html", "404.html", "409.html", "429.html", "read_only.html"],
)
def test_says_in_words_what_went_wrong(name, request_of_nobody):
    page = get_template(name).render({}, request_of_nobody)
    assert page.count("<h1>") == 1
    assert 'class="lead"' in page
    assert 'href="#main"' in page


def test_gives_the_page_its_language_direction_and_colour(request_of_nobody):
    page = get_template("404.html").render({}, request_of_nobody)
    assert 'lang="da"' in page
    assert 'dir="ltr"' in page
    assert 'data-accent="brick"' in page
    assert "data-theme" not in page


@pytest.mark.parametrize(("kept", "shown"), [("dark", True), ("light", True), ('"><b>', False)])
def test_follows_the_light_that_the_browser_remembers(kept, shown, request_of_nobody):
    request_of_nobody.COOKIES["theme"] = kept
    page = get_template("404.html").render({}, request_of_nobody)
    assert (f'data-theme="{kept}"' in page) is shown
    assert '"><b>' not in page


def test_writes_a_mail_as_text_and_as_page():
    given = {"name": "Åse & Co", "link": "https://example.org/k/1", "area_name": "Engparken"}
    text = get_template("mail/base.txt").render(given)
    page = get_template("mail/base.html").render(given)
    assert "Åse & Co" in text
    assert "Åse &amp; Co" in page
    assert "https://example.org/k/1" in text
    assert 'href="https://example.org/k/1"' in page
