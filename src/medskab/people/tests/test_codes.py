"""Codes on posters."""

import pytest
from django.conf import settings
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from medskab.audit import actions as audit
from medskab.common import codes
from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import JoinCode
from medskab.people.refusals import CodeIsOver, NotYoursToDo

from .factories import area, facilitator, person, sign_in

anywhere = st.integers(0, codes.LENGTH - 1)


@given(anywhere, st.sampled_from(codes.ALPHABET))
def test_notices_every_wrong_sign(where, wrong):
    code = codes.new_code()
    typed = code[:where] + wrong + code[where + 1 :]
    if typed == code:
        assert codes.read_code(typed) == code
    else:
        with pytest.raises(codes.NotACode):
            codes.read_code(typed)


@given(anywhere, anywhere)
def test_notices_two_signs_that_changed_places(one, other):
    code = codes.new_code()
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    typed = "".join(signs)
    if typed == code:
        assert codes.read_code(typed) == code
    else:
        with pytest.raises(codes.NotACode):
            codes.read_code(typed)


def test_reads_a_code_as_people_type_it():
    code = codes.new_code()
    easy = code.replace("0", "o").replace("1", "l").lower()
    assert codes.read_code(f"  {easy[:4]} {easy[4:8]}-{easy[8:]} ") == code
    assert codes.read_code(codes.shown(code)) == code


@pytest.mark.parametrize("typed", ["", "7K2M", "7K2M-9QXD-4F0A-7", "UUUU-UUUU-UUUU", "☃" * 12, "١" * 12])
def test_refuses_what_can_be_no_code(typed):
    with pytest.raises(codes.NotACode):
        codes.read_code(typed)


def test_makes_codes_that_do_not_repeat():
    assert len({codes.new_code() for _ in range(500)}) == 500


def test_keeps_something_else_for_each_purpose_and_each_installation(monkeypatch):
    code = codes.new_code()
    kept = codes.kept(code, "join")
    assert kept != codes.kept(code, "vote")
    monkeypatch.setitem(settings.SECRETS, "codes", "another")
    assert kept != codes.kept(code, "join")


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


def made(here, freja, opens=""):
    return actions.make_join_code(area=here, opens=opens, by=freja, now=now())


@pytest.mark.django_db
def test_stores_the_code_nowhere(here, freja):
    row = made(here, freja)
    code = row.code
    kept = JoinCode.objects.get(pk=row.pk)
    assert code not in str(vars(kept))
    assert not hasattr(kept, "code")


@pytest.mark.django_db
def test_opens_its_page_typed_or_followed_until_it_ends(client, here, freja):
    row = made(here, freja, opens="about/")
    typed = reverse("open-code"), {"code": codes.shown(row.code).lower()}
    followed = reverse("follow-code", args=[row.code])
    assert client.get(*typed).url == "/engen/about/"
    assert client.get(followed).url == "/engen/about/"
    actions.end_join_code(join_code=row, by=freja, now=now())
    assert client.get(followed).status_code == 200
    with pytest.raises(CodeIsOver):
        actions.end_join_code(join_code=row, by=freja, now=now())


@pytest.mark.django_db
def test_is_staffs_to_make_and_to_end(here, freja):
    row = made(here, freja)
    for nobody in (None, person(here, "Ida"), facilitator(area("birken"), "Nadia")):
        with pytest.raises(NotYoursToDo):
            made(here, nobody)
        with pytest.raises(NotYoursToDo):
            actions.end_join_code(join_code=row, by=nobody, now=now())


@pytest.mark.django_db
def test_leaves_no_code_when_the_log_fails(here, freja, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        made(here, freja)
    assert not JoinCode.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pasted", "opens"),
    [
        ("", ""),
        ("https://x.example/engen/", ""),
        ("https://x.example/engen/about/", "about/"),
        ("/engen/about/", "about/"),
    ],
)
def test_takes_the_address_of_a_page_of_the_area(client, here, freja, pasted, opens):
    sign_in(client, freja)
    page = client.post(reverse("join-codes", args=["engen"]), {"opens": pasted, "idempotency_key": "k"})
    assert JoinCode.objects.get().opens == opens
    assert "<svg" in page.content.decode()
    again = client.post(reverse("join-codes", args=["engen"]), {"opens": pasted, "idempotency_key": "k"})
    assert again.context["code"] == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "pasted", ["//evil.example/", "/birken/", "/engen/nothing/here/", "https://evil.example"]
)
def test_refuses_addresses_that_lead_elsewhere(client, here, freja, pasted):
    sign_in(client, freja)
    client.post(reverse("join-codes", args=["engen"]), {"opens": pasted, "idempotency_key": "k"})
    assert not JoinCode.objects.exclude(opens="").exists()
