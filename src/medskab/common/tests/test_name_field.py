"""One line of text, as people type it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from medskab.common.forms import NameField


def test_asks_for_letters_where_only_signs_were_written() -> None:
    with translation.override("en"), pytest.raises(ValidationError, match="letters or figures"):
        NameField().clean("🎉🎉")


def test_takes_signs_beside_letters() -> None:
    assert NameField().clean(" Fest 🎉 ") == "Fest 🎉"
