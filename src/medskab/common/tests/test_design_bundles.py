"""One small stylesheet and one small script, kept by browsers for good."""

import gzip
import re
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.test import RequestFactory

from medskab.common import bundle_views, bundles

_PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:^|[{;\s])(?:left|right|top|bottom)\s*:"
    r"|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(")
SHEETS = sorted((bundles.STATIC / "css").rglob("*.css"))


def ask(view, mark, **headers):
    request = RequestFactory(headers=headers).get("/")
    request.person = request.area = None
    return view(request, mark=mark)


def test_stays_small():
    assert len(bundles.style().packed) <= 25_000
    assert len(bundles.script().packed) <= 4_000


def test_puts_the_layers_in_order():
    text = bundles.style().plain.decode()
    assert text.startswith("@layer tokens,base,layout,components,room;@layer tokens{")
    assert text.count("{") == text.count("}")


def test_keeps_the_empty_value_that_switches_dark_off():
    assert "--dark: ;" in bundles.style().plain.decode()


def test_puts_a_rooms_sheet_into_the_layer_of_rooms(tmp_path, monkeypatch):
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "own.css").write_text("/* why */ .own { color: var(--ink); }")
    room = SimpleNamespace(path=str(tmp_path), stylesheets=["own.css"])
    monkeypatch.setattr(apps, "get_app_configs", lambda: [room])
    assert bundles._style_now().plain.decode().endswith("@layer room{.own{color: var(--ink);}}")


@pytest.mark.parametrize(
    ("view", "bundle", "kind"),
    [
        (bundle_views.style, bundles.style, "text/css"),
        (bundle_views.script, bundles.script, "text/javascript"),
    ],
)
def test_is_kept_for_good_under_its_mark(view, bundle, kind):
    answer = ask(view, bundle().mark, accept_encoding="gzip, br")
    assert answer["Content-Type"].startswith(kind)
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == bundle().plain


def test_is_asked_for_again_under_an_old_mark():
    answer = ask(bundle_views.style, "0123456789ab")
    assert answer["Cache-Control"] == "no-cache"
    assert answer.content == bundles.style().plain
    assert "Content-Encoding" not in answer
    assert answer["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_knows_no_left_and_right(sheet):
    assert not _PHYSICAL.findall(sheet.read_text("utf-8"))


@pytest.mark.parametrize(
    "sheet", [one for one in SHEETS if one.name != "tokens.css"], ids=lambda one: one.name
)
def test_names_colours_only_among_the_tokens(sheet):
    assert not _COLOUR.findall(sheet.read_text("utf-8"))


def test_gives_no_name_of_one_module_to_another():
    text = bundles.script().plain.decode()
    assert "import " not in text
    assert "export " not in text
