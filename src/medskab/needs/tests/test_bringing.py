import pytest
from django.urls import reverse

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.needs import actions
from medskab.needs.brought import BroughtFile
from medskab.needs.models import Channel, Input
from medskab.people.models import RoleKind
from medskab.people.tests import factories as people

from .factories import brought

pytestmark = pytest.mark.django_db

_FILE = (
    "Tekst;Dag;Sted;Kanal;Type\n"
    "Lampen ved stien er gået;01-10-2026;Blok 1;Møde;\n"
    ";;;;\n"
    "Jeg kan lære fra mig i syning;;;;asset\n"
)


@pytest.fixture
def staff(area):
    return people.facilitator(area)


@pytest.fixture
def block(area):
    return people.place(area, "Blok 1")


def _take_in(area, staff, text):
    file = brought(area, staff, text)
    return actions.take_in_file(file=file, by=staff, now=now())


def test_takes_in_each_line_with_its_own_facts(area, staff, block):
    file = _take_in(area, staff, _FILE.replace("Møde", "meeting"))
    first, second = Input.objects.for_area(area).order_by("id")
    assert (first.words, first.channel, first.place) == ("Lampen ved stien er gået", Channel.MEETING, block)
    assert (str(first.said_on), first.typed_by) == ("2026-10-01", staff)
    assert (second.kind, second.channel) == ("asset", Channel.PAPER)
    assert not file.lines
    assert Line.objects.filter(kind="needs/file-taken-in").exists()


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ("Lampen;40-10-2026;;;", "is no day"),
        ("Lampen;01-10-2999;;;", "still to come"),
        ("Lampen;;Månen;;", "no place called"),
        ("Lampen;;;web;", "here already"),
        ("Lampen;;;;drøm", "Write one of"),
        (f"{'x' * 4001};;;;", "too long"),
    ],
)
def test_takes_in_nothing_where_one_line_is_wrong(area, staff, client, line, because):
    people.sign_in(client, staff)
    file = brought(area, staff, f"Tekst;Dag;Sted;Kanal;Type\nGodt;;;;\n{line}\n")
    assert because in client.get(file.get_absolute_url()).content.decode()
    with pytest.raises(CannotAct, match="cannot be understood"):
        actions.take_in_file(file=file, by=staff, now=now())
    assert not Input.objects.exists()


def test_takes_back_what_nobody_has_dealt_with(area, staff):
    file = _take_in(area, staff, "Tekst\nLampen\nBænken\n")
    actions.take_back_file(file=file, by=staff, now=now())
    assert not Input.objects.exists()


def test_keeps_what_somebody_has_dealt_with(area, staff):
    file = _take_in(area, staff, "Tekst\nLampen\nBænken\n")
    actions.answer_input(row=Input.objects.first(), answer="It is mended", by=staff, now=now())
    with pytest.raises(CannotAct, match="dealt with"):
        actions.take_back_file(file=file, by=staff, now=now())
    assert Input.objects.count() == 2


def test_takes_the_same_file_once(area, staff):
    file = _take_in(area, staff, "Tekst\nLampen\nBænken\n")
    with pytest.raises(CannotAct, match="already"):
        actions.take_in_file(file=file, by=staff, now=now())
    with pytest.raises(CannotAct, match="already"):
        brought(area, staff, "Tekst\nLampen\nBænken\n")


def test_asks_which_column_holds_the_words(area, staff, client):
    people.sign_in(client, staff)
    file = brought(area, staff, "A;B\n1;Lampen er gået\n")
    assert "Say below which column" in client.get(file.get_absolute_url()).content.decode()
    with pytest.raises(CannotAct, match="which column"):
        actions.take_in_file(file=file, by=staff, now=now())
    client.post(file.get_absolute_url(), {"words": "1", "idempotency_key": "k1"})
    do = reverse("need-file-do", args=[area.slug, file.pk])
    client.post(do, {"what": "take-in", "idempotency_key": "k2"})
    assert Input.objects.get().words == "Lampen er gået"


def test_refuses_others_than_staff(area, staff):
    file = brought(area, staff)
    resident = people.person(area, "Lise", RoleKind.RESIDENT)
    with pytest.raises(CannotAct, match="work here"):
        actions.take_in_file(file=file, by=resident, now=now())
    with pytest.raises(CannotAct, match="work here"):
        actions.drop_file(file=file, by=resident, now=now())


def test_forgets_a_file_after_a_day(area, staff):
    file = brought(area, staff)
    actions.forget_files(now=now())
    assert BroughtFile.objects.filter(pk=file.pk).exists()
    actions.forget_files(now=now() + actions.bringing.KEPT_FOR * 2)
    assert not BroughtFile.objects.filter(pk=file.pk).exists()
