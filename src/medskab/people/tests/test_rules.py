"""Each rule: one who may, one who may not, nobody."""

from datetime import timedelta

import pytest

from medskab.common.clock import now
from medskab.people import rules
from medskab.people.models import AccessRenewal, AgeBand, Role, RoleKind

from .factories import account, area, facilitator, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return area()


@pytest.fixture
def freja(here):
    return facilitator(here)


@pytest.fixture
def ida(here):
    return person(here, "Ida", RoleKind.RESIDENT)


@pytest.mark.parametrize("rule", [rules.is_staff, rules.may_keep_people])
def test_opens_the_area_to_its_staff(rule, here, freja, ida):
    assert rule(freja, here)
    assert not rule(ida, here)
    assert not rule(None, here)
    assert not rule(facilitator(area("birken"), "Nadia"), here)


def test_holds_a_role_on_its_days_only(here, ida):
    today = now().date()
    Role.objects.filter(person=ida).update(begins_on=today, ends_on=today + timedelta(days=1))
    assert rules.holds(ida, here, RoleKind.RESIDENT)
    assert not rules.holds(ida, here, RoleKind.RESIDENT, on=today - timedelta(days=1))
    assert not rules.holds(ida, here, RoleKind.RESIDENT, on=today + timedelta(days=1))


def test_holds_nothing_for_somebody_who_is_erased(here, freja):
    freja.erased_at = now()
    assert not rules.holds(freja, here, RoleKind.FACILITATOR)


def test_counts_whoever_takes_part_as_signed_in(here, ida):
    assert rules.is_signed_in(ida, here)
    assert not rules.is_signed_in(None, here)


def test_counts_an_account_that_is_active(here):
    kept, closed = account(), account("closed@example.org")
    closed.is_active = False
    assert rules.is_account(None, kept)
    assert not rules.is_account(None, closed)
    assert not rules.is_account(None, None)


def test_lets_staff_give_roles_but_no_staff_role_to_oneself(freja, ida):
    assert rules.may_give_role(freja, ida, RoleKind.FACILITATOR)
    assert rules.may_give_role(freja, freja, RoleKind.RESIDENT)
    assert not rules.may_give_role(freja, freja, RoleKind.PROJECT_LEADER)
    assert not rules.may_give_role(ida, ida, RoleKind.RESIDENT)
    assert not rules.may_give_role(None, ida, RoleKind.RESIDENT)


@pytest.mark.parametrize("rule", [rules.may_end_role, rules.may_erase])
def test_lets_staff_and_oneself_end_it(rule, here, freja, ida):
    assert rule(freja, ida)
    assert rule(ida, ida)
    assert not rule(person(here, "Bo"), ida)
    assert not rule(None, ida)


@pytest.mark.parametrize("rule", [rules.may_write_down_consent, rules.may_renew_access])
def test_lets_staff_do_for_others_what_they_cannot_do_for_themselves(rule, freja, ida):
    assert rule(freja, ida)
    assert not rule(freja, freja)
    assert not rule(ida, freja)
    assert not rule(None, ida)


@pytest.mark.parametrize(
    ("band", "may"), [(AgeBand.UNDER_13, True), (AgeBand.FROM_13, True), (AgeBand.FROM_15, False)]
)
def test_lets_a_guardian_speak_until_fifteen(here, ida, band, may):
    child = person(here, "Sofia", age_band=band, guardian=ida)
    assert rules.may_speak_for(ida, child) is may
    assert rules.may_speak_for(child, child)
    assert not rules.may_speak_for(person(here, "Bo"), child)
    assert not rules.may_speak_for(None, child)


def test_takes_another_of_the_staff_to_agree(here, freja, ida):
    poul = person(here, "Poul", RoleKind.PROJECT_LEADER)
    renewal = AccessRenewal.objects.create(
        area=here, person=poul, email="p@example.org", asked_by=freja, asked_at=now()
    )
    assert rules.may_agree_to_renewal(facilitator(here, "Lis"), renewal)
    for nobody in (freja, poul, ida, None):
        assert not rules.may_agree_to_renewal(nobody, renewal)
