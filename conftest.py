"""What every test starts from."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The texts of the sources, whatever the test before left: only pages choose a language themselves."""
    with translation.override("en"):
        yield
