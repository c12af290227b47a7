"""Every page that links reach, read in the made-up language: no text may be out of a translator's reach."""

import re
from collections import deque
from urllib.parse import urldefrag, urljoin

import pytest
from django.test import Client

from medskab.decisions.models import Decision, Proposal
from medskab.people.models import Account
from medskab.places.models import Area, Place
from medskab.site.demo.build import build
from tests.language.pseudo import spoken, untranslated

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
MOST_PAGES = 150
# Pages of which there is one for each row: a few are as good as all.
ONE_OF_MANY = re.compile(r"/(place|what-if|places)/\d+/")
# The languages' own names, ours, addresses, and the name of a file.
NAMES = {"Dansk", "English", "Medskab", "datatilsynet.dk", "digst.dk", "boliger.csv", "CSV"}
READERS = {"anybody": None, "a resident": "amira", "a facilitator": "freja"}


@pytest.mark.django_db
@pytest.mark.parametrize("reader", READERS)
def test_leaves_no_text_out_of_the_translators_reach(reader):
    for _step in build():
        pass
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
    """What people wrote themselves, the longest first."""
    words = (
        NAMES
        | set(Area.objects.values_list("name", flat=True))
        | set(Place.objects.values_list("name", flat=True))
    )
    for row in Decision.objects.values("title", "meaning", "objection", "basis", "decided_by", "source_note"):
        words |= set(row.values())
    for categories in Proposal.objects.values_list("categories", flat=True):
        words |= set(categories)
    return sorted(words - {""}, key=len, reverse=True)


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
