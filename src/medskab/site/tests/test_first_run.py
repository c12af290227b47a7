"""Setting a new site up in the browser."""

import pytest
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.people.actions import AlreadySetUp, FirstArea, set_up_first_area
from medskab.people.models import Account, Person, RoleKind
from medskab.people.tests.factories import area
from medskab.places.models import Area, Place

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Engen ved Søen",
    "municipality": "Odense",
    "slug": "",
    "accent": "moss",
    "facilitator": "Freja",
    "email": "Freja@Example.org",
    "data_controller": "The housing organisation",
    "contact": "70 10 20 30",
    "language": "en",
    "idempotency_key": "k",
}


@pytest.fixture(autouse=True)
def _fresh(client, settings, tmp_path):
    settings.HOME = tmp_path
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def link():
    from medskab.people.first_run import first_run_link

    return first_run_link


def path_of(link):
    return link.partition("127.0.0.1:8000")[2]


def send(client, **changed):
    return client.post(reverse("first-run"), ANSWERS | changed)


@pytest.mark.parametrize("path", ["/", "/account/login/", "/somewhere/", "/me/", "/k/", "/somewhere/people/"])
def test_leads_there_from_every_page_while_there_is_no_area(client, path):
    assert client.get(path).url == reverse("first-run")


def test_opens_with_the_link_from_the_console_only(client, link):
    assert client.get(reverse("first-run")).status_code == 403
    assert send(client).status_code == 403
    link()
    client.get(reverse("first-run-link", args=["guessed"]))
    assert send(client).status_code == 403
    assert not Area.objects.exists()


def test_keeps_only_the_newest_link_and_that_as_a_hash(client, link, tmp_path):
    old, new = link(), link()
    kept = (tmp_path / "first-run.json").read_text()
    assert new.rstrip("/").rpartition("/")[2] not in kept
    assert (tmp_path / "first-run.json").stat().st_mode & 0o777 == 0o600
    client.get(path_of(old))
    assert client.get(reverse("first-run")).status_code == 403
    client.get(path_of(new))
    assert client.get(reverse("first-run")).status_code == 200


def test_sets_everything_up_and_signs_in(client, link, django_capture_on_commit_callbacks, tmp_path):
    client.get(path_of(link()))
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client)
    here, freja = Area.objects.get(), Person.objects.get()
    assert answer.url == "/engen-ved-soeen/"
    assert (here.name, here.slug, here.accent) == ("Engen ved Søen", "engen-ved-soeen", "moss")
    assert [(place.kind, place.name) for place in Place.objects.order_by("id")] == [
        ("municipality", "Odense"),
        ("area", "Engen ved Søen"),
    ]
    assert (freja.account.email, freja.roles.get().kind) == ("freja@example.org", RoleKind.FACILITATOR)
    assert Line.objects.get().kind == "people.area_set_up"
    assert client.get(answer.url).url.startswith(reverse("second-factor"))
    assert not (tmp_path / "first-run.json").exists()


def test_works_once(client, link):
    path = path_of(link())
    client.get(path)
    send(client)
    other = type(client)()
    other.get(path)
    assert other.get(reverse("first-run")).url == reverse("home")
    assert send(other, email="eve@example.org").url == reverse("home")
    assert link() is None
    assert (Area.objects.count(), Account.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"slug": "account"}, "This site needs that word itself"),
        ({"slug": "9lives"}, "Begin with a letter"),
        ({"slug": "Two words"}, "valid"),
        ({"name": "???"}, "required"),
        ({"email": "freja"}, "valid email"),
        ({"accent": "gold"}, "valid choice"),
    ],
)
def test_keeps_what_was_typed_and_says_what_is_wrong(client, link, changed, sentence):
    client.get(path_of(link()))
    page = send(client, **changed).content.decode()
    assert sentence in page
    assert 'value="70 10 20 30"' in page
    assert not Area.objects.exists()


def wanted(**changed):
    names = FirstArea.__dataclass_fields__
    return FirstArea(**{name: ANSWERS[name] for name in names} | {"slug": "engen"} | changed)


def test_gives_the_second_of_two_browsers_the_first_ones_answer():
    both = [
        set_up_first_area(wanted=wanted(email=email), by=None, now=now(), idempotency_key="first-run")
        for email in ("one@example.org", "two@example.org")
    ]
    assert both[0] == both[1]
    assert Account.objects.get().email == "one@example.org"


def test_refuses_a_second_first_area():
    area()
    with pytest.raises(AlreadySetUp):
        set_up_first_area(wanted=wanted(), by=None, now=now())


def test_leaves_nothing_when_it_fails_halfway(monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        set_up_first_area(wanted=wanted(), by=None, now=now())
    assert not Area.objects.exists()
    assert not Account.objects.exists()
