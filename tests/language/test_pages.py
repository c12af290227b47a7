"""Every page that links reach, read in the made-up language: no text may be out of a translator's reach."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from medskab.people.models import Account
from medskab.site.demo.interviews import TALKS
from medskab.site.tests.factories import built_demo
from tests.language.pseudo import spoken, untranslated

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
MOST_PAGES = 150
# Pages of which there is one for each row: a few are as good as all.
ONE_OF_MANY = re.compile(r"/(place|what-if|places)/\d+/")
# The languages' own names, ours, addresses, and the name of a file.
NAMES = {"Dansk", "dansk", "English", "Medskab", "datatilsynet.dk", "digst.dk", "boliger.csv", "CSV"}
# Rooms in whose rows only the program writes.
OURS = {"audit", "jobs", "threads", "notifications", "common", "releases"}
READERS = {"anybody": None, "a resident": "amira", "a facilitator": "freja"}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock(), built_demo(tmp_path_factory.mktemp("media")):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize("reader", READERS)
def test_leaves_no_text_out_of_the_translators_reach(demo, reader):
    client = Client()
    if key := READERS[reader]:
        account = Account.objects.get(email=f"{key}@demo.invalid")
        client.force_login(account)
        session = client.session
        session["second_factor_of"] = account.pk
        session.save()
    with spoken():
        found, seen = _walk(client, "/engparken/", _own_words())
    assert len(seen) >= 8
    assert not found, "\n".join(f"{page}: {text!r}" for page, text in found[:60])


def _own_words() -> list[str]:
    """What people wrote themselves, in all rooms, the longest first; what is chosen from a list is ours."""
    words = NAMES | {talk.words for talk in TALKS}  # these lie sealed in the database
    for model in apps.get_models():
        written = [field for field in model._meta.fields if _is_written(field)]
        for row in model.objects.values_list(*[field.name for field in written]) if written else ():
            words |= {word for value in row for word in _sentences(value)}
    return sorted(words - {""}, key=len, reverse=True)


def _is_written(field: models.Field) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField | models.JSONField)
    is_a_room = field.model.__module__.startswith("medskab.") and field.model._meta.app_label not in OURS
    return is_text and is_a_room and not field.choices


def _sentences(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, *value.splitlines())
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _sentences(one)


def _walk(client: Client, start: str, own_words: list[str]) -> tuple[list[tuple[str, str]], set[str]]:
    waiting, seen, found, many = deque([start]), {start}, [], {}
    while waiting and len(seen) <= MOST_PAGES:
        page = waiting.popleft()
        answer = client.get(page)
        assert answer.status_code in {200, 302, 404}, f"{page}: {answer.status_code}"
        if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
            continue
        html = answer.content.decode()
        found += [(page, text) for text in untranslated(html, own_words)]
        for link in LINK.findall(html):
            onward = urldefrag(urljoin(page, link.replace("&amp;", "&")))[0]
            kind = ONE_OF_MANY.sub(r"/\1/N/", onward)
            many[kind] = many.get(kind, 0) + 1
            if onward.startswith("/") and onward not in seen and (kind == onward or many[kind] <= 2):
                seen.add(onward)
                waiting.append(onward)
    return found, seen
