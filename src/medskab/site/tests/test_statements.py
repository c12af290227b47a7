"""Who runs this, what is kept, how accessible it is."""

import pytest
from django.urls import reverse
from django.utils import translation

from medskab.common.clock import now
from medskab.places.models import Area
from medskab.site.pages.register import models_about_people, processing_register
from medskab.site.pages.register_words import ERASURE, FIELDS


@pytest.fixture(autouse=True)
def _english(client, db):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def engen():
    return Area.objects.create(
        name="Engen", slug="engen", data_controller="The board", contact="Engvej 4", created_at=now()
    )


def test_has_plain_words_for_all_that_is_kept_about_people():
    unknown = {
        f"{model._meta.label}.{name}: {done}"
        for model in models_about_people()
        for name, done in model.Privacy.personal.items()
        if not {name, f"{model._meta.label}.{name}"} & FIELDS.keys() or done not in ERASURE
    }
    assert unknown == set(), "add them to site/pages/register_words.py"


def test_names_every_purpose_on_the_page(client, engen):
    page = client.get(reverse("privacy", args=["engen"])).content.decode()
    entries = processing_register()
    assert len(entries) == len(models_about_people()) > 5
    assert page.count("<details") >= len(entries)
    assert "your mail address" in page
    assert "by_id" not in page


def test_says_who_answers_and_where_to_complain(client, engen):
    page = client.get(reverse("about", args=["engen"])).content.decode()
    for words in ("The board answers for the pages", "Engvej 4", "Datatilsynet", reverse("accessibility")):
        assert words in page


def test_says_that_nobody_has_said_it_yet(client):
    Area.objects.create(name="Nyland", slug="nyland", created_at=now())
    page = client.get(reverse("about", args=["nyland"])).content.decode()
    assert "Nobody has written here yet who answers" in page


@pytest.mark.parametrize(
    "part",
    ["partly meets", "may not be accessible", "24 November 2026", "Tell us", "Digitaliseringsstyrelsen"],
)
def test_has_each_part_that_the_model_statement_has(client, engen, part):
    page = client.get(reverse("accessibility")).content.decode()
    assert part in page
    assert "Engvej 4" in page


def test_leads_to_the_statements_from_the_foot_of_each_page(client, engen):
    page = client.get(reverse("area", args=["engen"])).content.decode()
    foot = page[page.index('class="foot"') :]
    for name in ("about", "privacy"):
        assert f'href="{reverse(name, args=["engen"])}"' in foot
    assert f'href="{reverse("accessibility")}"' in foot
