"""The register of processing: read from what each model declares, so that it cannot fall behind the code."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from .register_words import ERASURE, FIELDS


@dataclass(frozen=True)
class Entry:
    """One purpose: what is kept for it, for how long, and what erasing does."""

    purpose: str
    kept: tuple[str, ...]
    retention: str
    when_erased: tuple[str, ...]


def processing_register() -> list[Entry]:
    """An entry for each model that keeps something about people."""
    return [_entry(model) for model in models_about_people()]


def models_about_people() -> list[Any]:
    """Every model that declares a personal field, in the order of the rooms from the people upwards."""
    declared = [model for model in apps.get_models() if hasattr(model, "Privacy")]
    return [model for model in declared if model.Privacy.personal]


def _entry(model: Any) -> Entry:
    privacy = model.Privacy
    return Entry(
        purpose=str(privacy.purpose),
        kept=_unique(_words(model, name) for name in privacy.personal),
        retention=str(privacy.retention),
        when_erased=_unique(str(ERASURE.get(done, done)) for done in privacy.personal.values()),
    )


def _words(model: Any, name: str) -> str:
    """What a field is called; a name that means something else in one model stands there with its model."""
    named = FIELDS.get(f"{model._meta.label}.{name}") or FIELDS.get(name)
    return str(named) if named else _("other details")


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
