"""One place where things change: `actions.py`, and there inside a deed."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import PACKAGE, Source, faults, planted, python

WRITES = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}
ON_QUERIES = {"update", "delete", "_raw_delete"}
QUERY_WORDS = ("objects", "_manager", "filter(", "exclude(", "for_area(", "all()", "select_for_update(")
# Where rows are written without an action, each with its reason.
MAY_WRITE = {
    "common/deed.py": "keeps the receipt that makes a deed happen once",
    "decisions/boards.py": "puts the line on a vote's board that the deed which calls it tells of",
}
# Rooms whose rows are bookkeeping of the machine, not deeds of people.
MACHINERY = {"tools"}
# Public functions of actions.py that are parts of other deeds and run inside their transaction.
PARTS = {
    "audit/actions.py::record": "the log line of the deed that calls it",
    "audit/actions.py::record_access": "the log line of the page that calls it",
    "decisions/actions/holding.py::hold": "keeps a vote as it is until the deed that calls it is written",
    "decisions/actions/nightly.py::keep_batch": "keeps what came in since the last night, for its deeds",
    "threads/actions.py::link": "the thread that the deed that calls it spins on",
}
# Deeds that nobody in particular does, or that need no moment.
LACKS: dict[str, str] = {}


def writes_outside_actions(source: Source) -> Iterator[str]:
    """Rows that are changed elsewhere than in an action."""
    where = "/".join(source.parts)
    if "actions" in (*source.parts[:-1], source.name) or where in MAY_WRITE or source.room in MACHINERY:
        return
    for call in source.calls():
        if isinstance(call.func, ast.Attribute) and _writes(call, call.func, source):
            yield source.fault(call.lineno, f"{ast.unparse(call.func)}(…) belongs in actions.py")


def _writes(call: ast.Call, called: ast.Attribute, source: Source) -> bool:
    receiver = ast.unparse(called.value)
    is_model = "models" in (*source.parts[:-1], source.name)
    is_query = any(word in f"{receiver}." for word in QUERY_WORDS)
    if called.attr == "save":
        # `super().save()` and managers belong to the model; a book or a picture is saved to a place.
        return not call.args and not receiver.startswith("super()") and not is_model
    if called.attr in WRITES:
        return is_query or called.attr != "create"
    return called.attr in ON_QUERIES and is_query


def unlike_a_deed(source: Source) -> Iterator[str]:
    """Public functions in an actions file that are no deed, or do not say by whom and when."""
    where = "/".join(source.parts)
    if "actions" not in (*source.parts[:-1], source.name) or source.room in MACHINERY:
        return
    for node in source.tree.body:
        name = f"{where}::{getattr(node, 'name', '')}"
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or name in PARTS:
            continue
        if "deed" not in [ast.unparse(decorator) for decorator in node.decorator_list]:
            yield source.fault(node.lineno, f"{node.name} changes things outside a @deed")
        if node.args.args or node.args.posonlyargs:
            yield source.fault(node.lineno, f"{node.name} takes its arguments by name only: begin with *")
        given = {argument.arg for argument in node.args.kwonlyargs}
        if name not in LACKS and not {"by", "now"} <= given:
            yield source.fault(node.lineno, f"{node.name} must take by and now")


def clock_in_actions(source: Source) -> Iterator[str]:
    """An action is given the moment; it never looks at the clock."""
    if "actions" not in (*source.parts[:-1], source.name) or source.room in MACHINERY:
        return
    for call in source.calls():
        if ast.unparse(call.func) in {"timezone.now", "now", "clock.now", "datetime.now", "date.today"}:
            yield source.fault(call.lineno, "an action is given `now`")


def test_changes_things_in_actions_only():
    assert not faults(writes_outside_actions, python())


def test_makes_each_action_a_deed():
    assert not faults(unlike_a_deed, python())


def test_keeps_actions_from_the_clock():
    assert not faults(clock_in_actions, python())


def test_has_no_exception_for_what_is_gone():
    kept = {
        f"{'/'.join(source.parts)}::{node.name}"
        for source in python()
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef)
    }
    assert {*PARTS, *LACKS} <= kept
    assert set(MAY_WRITE) <= {"/".join(source.parts) for source in python()}


@pytest.mark.parametrize(
    "line",
    [
        "Place.objects.create(name='x')",
        "place.save()",
        "place.save(update_fields=['name'])",
        "Place.objects.filter(pk=1).update(name='x')",
        "Place.objects.for_area(area).delete()",
        "Place.objects.bulk_create(rows)",
        "person.roles.get_or_create(kind='x')",
    ],
)
def test_notices_a_change_in_a_view(line):
    assert list(writes_outside_actions(planted(f"{PACKAGE}/places/views.py", line)))


@pytest.mark.parametrize(
    "line",
    [
        "known.update(more)",
        "digest.update(b'x')",
        "workbook.save(path)",
        "cache.delete('x')",
        "make.create()",
    ],
)
def test_lets_other_things_change(line):
    assert not list(writes_outside_actions(planted(f"{PACKAGE}/places/views.py", line)))


@pytest.mark.parametrize(
    "text",
    [
        "def close(*, ballot, by, now): ...",
        "@deed\ndef close(ballot, *, by, now): ...",
        "@deed\ndef close(*, ballot, by): ...",
    ],
)
def test_notices_what_is_no_deed(text):
    assert list(unlike_a_deed(planted(f"{PACKAGE}/places/actions.py", text)))


def test_accepts_a_deed_and_its_private_parts():
    text = "@deed\ndef close(*, ballot, by, now): ...\ndef _part(ballot): ..."
    assert not list(unlike_a_deed(planted(f"{PACKAGE}/places/actions.py", text)))


def test_notices_a_clock():
    assert list(clock_in_actions(planted(f"{PACKAGE}/places/actions.py", "timezone.now()")))
