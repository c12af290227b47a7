"""The idea card in six small steps, each saved by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Initiative, Track


@dataclass(frozen=True)
class Step:
    """One small step: what it asks, and which fields of the card it fills."""

    key: str
    title: str | Promise
    fields: tuple[str, ...]


STEPS = (
    Step("idea", _("The idea"), ("title", "what_if", "idea")),
    Step("why", _("Why"), ("drives", "gains")),
    Step("sign", _("How you will see it works"), ("effect_seen", "inspiration")),
    Step("people", _("Who is part of it"), ("key_people", "contributions", "team")),
    Step("begin", _("What comes first"), ("first_needed", "place")),
    Step("reach", _("What it touches"), (*(f"on_{track}" for track in Track), "level", "contact")),
)
FIRST = STEPS[0]
TEXTS = tuple(
    name
    for step in STEPS
    for name in step.fields
    if name not in {"place", "level"} and not name.startswith("on_")
)


@dataclass(frozen=True)
class Writing:
    """An initiative, opened at one of its steps."""

    initiative: Initiative
    step: Step


def step_at(key: str) -> Step | None:
    """The step with this address."""
    return next((step for step in STEPS if step.key == key), None)


def after(step: Step) -> Step | None:
    """The step that follows; None after the last."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def mark_of(initiative: Initiative, step: Step) -> str:
    """What stands in a step, in short: two who write at once notice each other by it."""
    stands = [str(getattr(initiative, _column(name))) for name in step.fields]
    return sha256("\x1f".join(stands).encode()).hexdigest()[:16]


def is_begun(initiative: Initiative, step: Step) -> bool:
    """Whether anything stands in it."""
    return any(getattr(initiative, _column(name)) for name in step.fields)


def is_done(initiative: Initiative, step: Step) -> bool:
    """Whether enough stands in it: all of the idea, and of the rest whatever somebody wants to say."""
    if step == FIRST:
        return all(getattr(initiative, _column(name)) for name in step.fields)
    return is_begun(initiative, step)


def walk(initiative: Initiative | None, here: Step | None) -> Iterator[dict[str, object]]:
    """The steps as the component `steps` shows them."""
    for step in STEPS:
        state = "next"
        if step == here:
            state = "now"
        elif initiative is not None and is_done(initiative, step):
            state = "done"
        yield {"key": step.key, "title": step.title, "state": state}


def _column(name: str) -> str:
    return "place_id" if name == "place" else name
