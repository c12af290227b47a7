import pytest

from medskab.common.slugs import free_slug, words_below
from medskab.needs.models import Need
from medskab.needs.tests import factories as needs
from medskab.people.tests import factories as people

pytestmark = pytest.mark.django_db


def test_knows_the_pages_that_a_slug_would_hide_behind():
    assert {"queue", "new", "map", "posters"} <= words_below("needs/")
    assert "new" in words_below("decisions/")
    assert words_below("nowhere/") == frozenset()


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Lys på stien", "lys-paa-stien"), ("Queue", "need-queue"), ("?!", "need"), ("Lamps", "lamps-2")],
)
def test_gives_each_title_an_address_of_its_own(title, expected):
    area = people.area()
    needs.need(area, people.facilitator(area), "Lamps")
    others = Need.objects.for_area(area)
    assert free_slug(title, others, below="needs/", otherwise="need") == expected
