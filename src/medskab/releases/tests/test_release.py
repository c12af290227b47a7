"""Publishing tables about people, one after the other."""

import pytest
from django.db import DatabaseError, connection, transaction

from medskab.audit.queries import lines_about
from medskab.common.append_only import WrittenForGood
from medskab.places.tests.factories import MOMENT, area, facilitator, resident
from medskab.releases import actions, queries
from medskab.releases.models import Release
from medskab.releases.remembered import Remembered
from medskab.releases.tables import Axis, PeopleTable

pytestmark = pytest.mark.django_db
AGES = Axis("age", {"0-17": frozenset({"0-17"}), "18+": frozenset({"18+"})})
BLOCKS = Axis(
    "place", {"Block 1": frozenset({"b1"}), "Block 2": frozenset({"b2"}), "Block 3": frozenset({"b3"})}
)
COUNTS = ((40, 90), (3, 71), (25, 66))


@pytest.fixture
def engparken():
    return area()


def table(counts=COUNTS, rows=BLOCKS, **changed):
    given = {
        "name": "Residents by block and age",
        "what": "residents",
        "rows": rows,
        "columns": AGES,
        "counts": counts,
        "residents": 295,
        "households": 120,
        "source_sha256": "0" * 64,
        "also": {"period": frozenset({"2026"})},
    }
    return PeopleTable(**given | changed)


def publish(of, what=None, by=None, **more):
    return actions.release_table(area=of, table=what or table(), by=by or facilitator(of), now=MOMENT, **more)


def test_hides_small_counts_and_keeps_none_of_them(engparken):
    release = publish(engparken)
    assert release.numbers[1][0] is None
    assert release.numbers[3][2] == 295
    kept = Release.objects.values().get()
    hidden = [cell for cell in kept["cells"] if cell["count"] is None]
    assert 4 <= len(hidden) <= 6
    assert all(cell["counted"]["period"] == ["2026"] for cell in kept["cells"])
    line = lines_about(release).get()
    assert (line.kind, line.figures) == ("release.published", {"hidden": len(hidden)})


def test_refuses_a_table_that_gives_a_small_group_away_beside_an_earlier_one(engparken):
    whole = Axis("place", {"Department": frozenset({"b1", "b2", "b3"})})
    publish(engparken, table(((68, 227),), rows=whole))
    some = Axis("place", {"Blocks 1 and 3": frozenset({"b1", "b3"})})
    with pytest.raises(actions.GivesSmallGroupAway, match="place b2"):
        publish(engparken, table(((65, 156),), rows=some, name="Two blocks"))
    assert queries.releases(engparken).count() == 1


def test_refuses_a_table_that_shows_what_an_earlier_one_hides(engparken):
    first = publish(engparken)
    assert first.numbers[1][0] is None
    others = Axis("place", {"Block 1": frozenset({"b1"}), "Block 3": frozenset({"b3"})})
    with pytest.raises(actions.GivesSmallGroupAway):
        publish(engparken, table(((40, 90), (25, 66)), rows=others, name="Two blocks"))


def test_refuses_numbers_that_were_changed_afterwards(engparken):
    publish(engparken, table(((40, 90), (30, 71), (25, 66))))
    with pytest.raises(actions.ChangedAfterwards):
        publish(engparken, table(((41, 90), (30, 71), (25, 66))))


def test_lets_the_same_table_be_published_again_and_for_the_next_year(engparken):
    publish(engparken)
    publish(engparken)
    publish(engparken, table(((41, 90), (4, 70), (25, 66)), also={"period": frozenset({"2027"})}))
    assert queries.releases(engparken).count() == 3


def test_holds_each_areas_tables_against_its_own_only(engparken):
    publish(engparken)
    publish(area("Birkelunden", "birkelunden"), table(((41, 90), (30, 71), (25, 66))))
    assert Release.objects.count() == 2


@pytest.mark.parametrize(("residents", "households"), [(99, 50), (100, 49)])
def test_refuses_a_small_area(engparken, residents, households):
    with pytest.raises(actions.AreaTooSmall):
        publish(engparken, table(residents=residents, households=households))


def test_refuses_a_lower_threshold(engparken):
    with pytest.raises(actions.ThresholdTooLow):
        publish(engparken, threshold=4)
    assert not Release.objects.exists()


def test_says_why_counts_make_no_table(engparken):
    with pytest.raises(actions.NoTable, match="rows with"):
        publish(engparken, table(((1, 2),)))


def test_says_when_too_many_tables_cut_the_same_people(engparken, monkeypatch):
    monkeypatch.setattr("medskab.methods.disclosure._cube._MOST_GROUPS", 5)
    monkeypatch.setattr("medskab.releases.calculations._exposed", Remembered())
    with pytest.raises(actions.TooMuchToCheck):
        publish(engparken)


@pytest.mark.parametrize("who", [resident, lambda _area: None])
def test_is_published_by_those_who_work_there(engparken, who):
    with pytest.raises(actions.NotYoursToRelease):
        actions.release_table(area=engparken, table=table(), by=who(engparken), now=MOMENT)


def test_can_never_be_changed(engparken):
    release = publish(engparken)
    with pytest.raises(WrittenForGood):
        release.save()
    with pytest.raises(WrittenForGood):
        Release.objects.for_area(engparken).update(name="x")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM releases_release")


@pytest.mark.parametrize(("counts", "expected"), [([3, 3], True), ([1, 60], False)])
def test_says_whether_single_ballots_may_be_shown(counts, expected):
    assert queries.may_publish_ballots(counts, possible=1000, voters=sum(counts)) is expected
