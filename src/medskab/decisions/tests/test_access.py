"""Who gets which page."""

import pytest
from django.urls import reverse

from . import factories

PUBLIC = ("decision", "decision-embed", "decision-json", "decision-poster", "decision-pdf", "decision-card")
STAFF = ("decision-work",)
FACILITATOR = (
    "decision-count",
    "decision-by-hand",
    "decision-words",
    "decision-publish",
    "decision-withdraw",
)


def at(name, decision):
    return reverse(name, args=["engen", decision.slug])


@pytest.mark.parametrize("name", PUBLIC)
def test_shows_a_published_result_to_everybody(client, freja, outsiders, name):
    decision = factories.published(freja)
    for who in [freja, *outsiders]:
        factories.sign_in(client, who)
        assert client.get(at(name, decision)).status_code == 200


@pytest.mark.parametrize("name", [*PUBLIC, *STAFF, *FACILITATOR])
def test_shows_a_draft_to_no_outsider(client, freja, outsiders, name):
    decision = factories.counted(freja)
    for who in outsiders:
        factories.sign_in(client, who)
        answer = client.get(at(name, decision))
        is_closed = answer.status_code in (403, 404)
        assert is_closed or answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", [*STAFF, *FACILITATOR])
def test_shows_the_work_to_a_facilitator(client, freja, name):
    factories.sign_in(client, freja)
    assert client.get(at(name, factories.counted(freja))).status_code == 200


def test_lets_other_staff_look_and_not_act(client, freja, area):
    factories.sign_in(client, factories.person(area, "poul", "project-leader"))
    decision = factories.counted(freja)
    assert client.get(at("decision-work", decision)).status_code == 200
    assert [client.get(at(name, decision)).status_code for name in FACILITATOR] == [403] * 5


def test_does_not_find_a_decision_through_another_area(client, freja):
    nadia = factories.facilitator(factories.area("skoven"), "nadia")
    decision = factories.published(freja)
    factories.sign_in(client, nadia)
    assert client.get(reverse("decision", args=["skoven", decision.slug])).status_code == 404


def test_lists_drafts_for_staff_only(client, freja, outsiders):
    factories.counted(freja, title="Secret plan")
    address = reverse("decisions", args=["engen"])
    for who in outsiders:
        factories.sign_in(client, who)
        assert "Secret plan" not in client.get(address).content.decode()
    factories.sign_in(client, freja)
    assert "Secret plan" in client.get(address).content.decode()


def test_gives_no_ballots_where_somebody_could_be_recognised(client, freja):
    decision = factories.published(freja)
    assert client.get(at("decision-ballots", decision)).status_code == 404
    assert "no single ballots" in client.get(at("decision", decision)).content.decode()


def test_can_be_framed_only_in_its_small_form_and_sets_no_cookie(client, freja):
    decision = factories.published(freja)
    small, whole = client.get(at("decision-embed", decision)), client.get(at("decision", decision))
    assert "frame-ancestors *" in small["Content-Security-Policy"]
    assert "X-Frame-Options" not in small
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert not small.cookies
    assert b"<script" not in small.content
