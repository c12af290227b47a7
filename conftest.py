"""What every test starts from."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from django.db import connection
from django.db.backends.signals import connection_created
from django.utils import translation
from tests import migrated


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The texts of the sources, whatever the test before left: only pages choose a language themselves."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """The test database begins as a copy of migrated tables, and the migrations find nothing to do."""
    if connection.vendor == "postgresql":
        server = connection.settings_dict
        address = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/postgres".format(**server)
        server["TEST"]["TEMPLATE"] = migrated.postgresql_database(address)
    else:
        migrated.sqlite_file()
        connection_created.connect(_fill)


def _fill(connection: Any, **_facts: object) -> None:
    """The first connection to the database in memory brings the tables; later ones find them."""
    connection_created.disconnect(_fill)
    with closing(sqlite3.connect(f"file:{migrated.sqlite_file()}?immutable=1", uri=True)) as source:
        source.backup(connection.connection)
