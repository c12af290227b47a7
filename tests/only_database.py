"""A pytest plugin that leaves out each test that touches no database: `-p tests.only_database`.

What touches none gives the same answer on every database, and need not be run on the second one.
"""

import pytest

FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup", "client", "admin_client"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that ask for a database, by mark or by fixture."""
    left_out = [item for item in items if not _touches_database(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


def _touches_database(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(FIXTURES & names)
