"""The front page of an area, and the pages of its places."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from medskab.common.clock import now
from medskab.decisions.tests import factories as decisions
from medskab.people.models import RoleKind
from medskab.places.models import Boundary, Dwelling, DwellingList, Place
from medskab.places.tests import factories as places
from medskab.places.tests.factories import SQUARE, geojson
from medskab.statements.tests import factories as conversations
from medskab.surveys.tests import factories as surveys
from medskab.tools.jobs.tests.factories import run_pending_jobs

pytestmark = pytest.mark.django_db
STAFF_PAGES = (
    *("places", "place-add", "area-describe", "homes", "homes-download", "dwelling-lists"),
    *("dwelling-list-csv", "dwelling-list-xlsx", "boundaries", "boundary-add"),
)
LIST = "Blok;Adresse;Etage;Navn\nB1;Engvej 4;1;Amira\nB1;Engvej 4;2;Jens\n"


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def engen():
    return decisions.area()


@pytest.fixture
def freja(engen, client):
    who = decisions.facilitator(engen)
    decisions.sign_in(client, who)
    return who


def shown(client, name="area", *args, area="engen"):
    page = client.get(reverse(name, args=[area, *args]))
    assert page.status_code == 200
    return page.content.decode()


def key_in(page, after=""):
    return re.search(r'name="idempotency_key" value="(\w+)"', page[page.index(after) :])[1]


def send(client, address, **fields):
    page = client.get(address).content.decode()
    return client.post(address, fields | {"idempotency_key": key_in(page)})


def test_says_honestly_that_nothing_is_here_yet(client, engen):
    page = shown(client)
    assert "Nothing is decided here yet" in page
    assert "Nobody has written here yet who answers" in page
    for absent in ("To make it ready", "Where we live", "See what we decided", "Only staff"):
        assert absent not in page


def test_leads_a_facilitator_from_step_to_step(client, engen, freja):
    page = shown(client)
    for name in ("area-describe", "dwelling-lists", "decision-new"):
        assert f'<a class="front__link" href="{reverse(name, args=["engen"])}">' in page
    engen.data_controller, engen.contact = "The board", "Engvej 4"
    engen.save()
    assert f'front__link" href="{reverse("area-describe", args=["engen"])}' not in shown(client)


def test_shows_what_was_decided_to_everybody(client, engen):
    published = decisions.vote_of_homes(decisions.facilitator(engen), is_published=True)
    hidden = decisions.vote_of_homes(decisions.person(engen, "mia", RoleKind.FACILITATOR), title="Not yet")
    page = shown(client)
    assert reverse("decision", args=["engen", published.slug]) in page
    assert hidden.title not in page


def test_shows_the_blocks_and_a_picture_of_them(client, engen):
    for number in (1, 2):
        stairs = places.stairwell(places.block(engen, f"Block {number}"), f"Engvej {number}")
        places.dwelling(stairs)
    page = shown(client)
    assert "2 homes" in page
    assert page.index("Block 1") < page.index("Block 2")
    assert 'class="art-lawn"' in page


def test_costs_the_same_with_ten_times_the_places(client, engen, django_assert_max_num_queries):
    def grow(numbers):
        for number in numbers:
            places.dwelling(places.stairwell(places.block(engen, f"B{number}"), f"Vej {number}"))

    grow(range(3))
    with django_assert_max_num_queries(14):
        shown(client)
    grow(range(3, 33))
    with django_assert_max_num_queries(14):
        page = client.get(reverse("area", args=["engen"]))
    assert len(page.content) < 60_000


def test_shows_a_place_down_to_the_stairwell(client, engen):
    home = places.dwelling(places.stairwell(places.block(engen)))
    Boundary.objects.create(
        area=engen,
        place=home.stairwell.parent,
        name="Block 1",
        definition="The building",
        source="The plan",
        valid_from=date(2020, 1, 1),
        outline='{"type":"MultiPolygon","coordinates":[[[[10,55],[10.1,55],[10.1,55.1],[10,55]]]]}',
        **{"south": 55, "west": 10, "north": 55.1, "east": 10.1},
    )
    page = shown(client, "place", home.stairwell.parent.pk)
    assert "Engvej 4" in page
    assert 'class="map__part"' in page
    stairs = shown(client, "place", home.stairwell.pk)
    assert "1 home" in stairs
    assert home.full_address not in stairs


def test_says_that_a_place_is_gone(client, engen):
    place = places.block(engen)
    Place.objects.filter(pk=place.pk).update(valid_until=date(2025, 1, 1))
    assert "It has not been there since" in shown(client, "place", place.pk)


@pytest.mark.parametrize("name", STAFF_PAGES)
def test_is_shaped_by_staff_alone(client, engen, name):
    address = reverse(name, args=["engen"])
    assert client.get(address).status_code == 302
    decisions.sign_in(client, decisions.person(engen, "rita", RoleKind.RESIDENT))
    assert client.get(address).status_code == 403
    other = decisions.facilitator(decisions.area("birken"), "bo")
    decisions.sign_in(client, other)
    assert client.get(address).status_code == 404
    decisions.sign_in(client, decisions.facilitator(engen))
    assert client.get(address).status_code == 200


def test_does_not_find_rows_of_another_area(client, engen, freja):
    place = places.block(decisions.area("birken"))
    for name in ("place", "place-edit", "place-end", "place-add-below"):
        assert client.get(reverse(name, args=["engen", place.pk])).status_code == 404


def test_builds_and_changes_the_tree(client, engen, freja):
    send(client, reverse("place-add", args=["engen"]), kind="department", name="Afdeling 12")
    department = Place.objects.get()
    send(client, reverse("place-add-below", args=["engen", department.pk]), kind="block", name="Block 1")
    block = Place.objects.get(kind="block")
    send(client, reverse("place-edit", args=["engen", block.pk]), name="The long house")
    assert "The long house" in shown(client, "places")
    answer = send(client, reverse("place-end", args=["engen", department.pk]), on="2026-12-31")
    assert "There are still places or homes in it" in answer.content.decode()
    send(client, reverse("place-end", args=["engen", block.pk]), on=now().date().isoformat())
    assert "has ended. Its past stays." in shown(client, "places")
    assert "The long house" not in shown(client, "places")


def test_brings_a_list_in_and_takes_it_back(client, engen, freja):
    upload = reverse("dwelling-lists", args=["engen"])
    file = SimpleUploadedFile("boliger.csv", LIST.encode("cp1252"))
    page = client.get(send(client, upload, file=file).url).content.decode()
    assert "They were not kept:" in page
    kept = DwellingList.objects.get()
    carry_out = reverse("dwelling-list-carry-out", args=["engen", kept.pk])
    answer = client.post(carry_out, {"idempotency_key": key_in(page, after=carry_out)})
    assert client.get(kept.get_absolute_url()).url == answer.url
    run_pending_jobs()
    page = shown(client, "dwelling-list", kept.pk)
    assert (Dwelling.objects.count(), "The list is in" in page) == (2, True)
    assert "Engvej 4, 2." in shown(client, "homes")
    back = reverse("dwelling-list-take-back", args=["engen", kept.pk])
    client.post(back, {"idempotency_key": key_in(page, after=back)})
    assert "This list was taken back" in shown(client, "dwelling-list", kept.pk)
    assert not Dwelling.objects.exists()


def test_says_which_lines_must_be_mended(client, engen, freja):
    file = SimpleUploadedFile("x.csv", (LIST + "B1;;3;\n").encode())
    answer = send(client, reverse("dwelling-lists", args=["engen"]), file=file)
    page = client.get(answer.url).content.decode()
    assert re.search(r"Line 4:</strong> The address is missing\.", page)
    assert "Bring the list in" not in page


def test_says_what_is_wrong_with_a_file(client, engen, freja):
    answer = send(
        client, reverse("dwelling-lists", args=["engen"]), file=SimpleUploadedFile("x.csv", b"%PDF-1.7")
    )
    assert "This is no list that can be read" in answer.content.decode()


def test_lets_columns_be_chosen_and_a_list_be_forgotten(client, engen, freja):
    file = SimpleUploadedFile("x.csv", b"Hvor;Hvad\nEngvej 4;1\n")
    address = send(client, reverse("dwelling-lists", args=["engen"]), file=file).url
    page = client.get(address).content.decode()
    assert "Where are the addresses?" in page
    kept = DwellingList.objects.get()
    columns = reverse("dwelling-list-columns", args=["engen", kept.pk])
    twice = client.post(
        columns, {"address": "0", "floor": "0", "idempotency_key": key_in(page, after=columns)}
    )
    assert "One column cannot mean two things" in twice.content.decode()
    client.post(columns, {"address": "0", "floor": "1", "idempotency_key": "b" * 32})
    page = client.get(address).content.decode()
    assert "Bring the list in" in page
    drop = reverse("dwelling-list-drop", args=["engen", kept.pk])
    client.post(drop, {"idempotency_key": key_in(page, after=drop)})
    assert not DwellingList.objects.exists()


def test_adds_and_ends_a_boundary(client, engen, freja):
    address = reverse("boundary-add", args=["engen"])
    facts = {"name": "Engen", "definition": "The plot", "source": "The plan", "valid_from": "2020-01-01"}
    crossed = SimpleUploadedFile("o.json", geojson([SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]]))
    answer = send(client, address, **facts, outline=crossed, residents="900")
    page = answer.content.decode()
    assert "crosses or touches itself" in page
    assert "Say on which day" in page
    send(client, address, **facts, outline=SimpleUploadedFile("o.json", geojson(SQUARE)))
    kept = Boundary.objects.get()
    assert 'class="map__whole"' in shown(client, "boundaries")
    send(client, reverse("boundary-end", args=["engen", kept.pk]), on="2026-11-01")
    assert 'class="map__whole"' not in shown(client, "boundaries")


def test_downloads_what_can_be_brought_in_again(client, engen, freja):
    places.dwelling(places.stairwell(places.block(engen)))
    answer = client.get(reverse("homes-download", args=["engen"]))
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert content.splitlines()[1] == "Engen;Block 1;Engvej 4;Engvej 4;1;tv;;1"
    assert answer["Cache-Control"] == "no-store"


def test_writes_who_runs_the_area(client, engen, freja):
    send(client, reverse("area-describe", args=["engen"]), data_controller="The board", contact="Engvej 4")
    assert "The board answers for this page" in shown(client)


def test_leads_to_what_is_asked_now_and_to_nothing_that_is_over(client, engen):
    by = decisions.facilitator(engen)
    conversations.conversation(engen, by, "Our yards")
    days = {"opens_at": now() - timedelta(days=9), "closes_at": now() - timedelta(days=1)}
    conversations.conversation(engen, by, "Long ago", **days)
    surveys.open_survey(engen, by, "Safe at home")
    surveys.survey(engen, by, "Being written")
    page = client.get("/engen/").text
    assert "Our yards" in page
    assert "Safe at home" in page
    assert "Long ago" not in page
    assert "Being written" not in page
