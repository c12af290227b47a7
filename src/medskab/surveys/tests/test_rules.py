"""Who may write surveys, and who may read them."""

import pytest

from medskab.people.tests import factories as people
from medskab.surveys import rules

from . import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def freja():
    return people.facilitator(people.area())


def test_lets_the_areas_staff_build_and_nobody_else(freja):
    survey = factories.survey(freja.area, freja)
    ida = people.person(freja.area)
    abroad = people.facilitator(people.area("vangen"))
    for thing in (survey, freja.area):
        assert rules.may_build(freja, thing)
        assert not rules.may_build(ida, thing)
        assert not rules.may_build(abroad, thing)
        assert not rules.may_build(None, thing)


def test_lets_everybody_read_what_has_opened_and_staff_what_has_not(freja):
    draft = factories.survey(freja.area, freja)
    assert rules.may_read(freja, draft)
    assert not rules.may_read(people.person(freja.area), draft)
    assert not rules.may_read(None, draft)
    assert rules.may_read(None, factories.open_survey(freja.area, freja, "Open"))
