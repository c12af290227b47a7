"""Knocking at every door of the real site, many thousand times, without anybody doing anything behind it.

Where a view would begin its work it answers "opened" instead. So nothing changes while the doors are knocked
at, and what the site looks up about the same visitor each time (session, account, area, person, roles) is
looked up once. Who may come in is asked anew each time.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from types import SimpleNamespace
from typing import Any
from unittest import mock

from django.contrib.auth.backends import ModelBackend
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from medskab.people import middleware
from medskab.people.models import Account, Person
from medskab.people.sessions import SessionStore
from medskab.places.models import Area
from tests.trust.cast import ANONYMOUS, WITH_A_PLACE

OPENED = 299


def patterns(resolver: Any = None) -> Iterator[URLPattern]:
    """Every address of the site."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


OURS = [one for one in patterns() if hasattr(_guard := one.callback, "policy")]


@contextmanager
def all_work_left_out() -> Iterator[None]:
    """Let every guarded view answer "opened" where its own work would begin."""
    with ExitStack() as undo:
        for one in OURS:
            cell = _cell_of_work(one.callback)
            undo.callback(setattr, cell, "cell_contents", cell.cell_contents)
            cell.cell_contents = lambda *_given: HttpResponse(status=OPENED)
        for what, name, new in _looked_up_once():
            undo.enter_context(mock.patch.object(what, name, new))
        yield


def _cell_of_work(guarded: Callable[..., HttpResponse]) -> Any:
    while "view" not in guarded.__code__.co_freevars:
        guarded = guarded.__wrapped__  # type: ignore[attr-defined]
    return guarded.__closure__[guarded.__code__.co_freevars.index("view")]  # type: ignore[index]


class Remembered:
    """A manager that asks the database each question once: `Area.objects.at("engen").first()`."""

    def __init__(self, start: Any, answers: dict[Any, Any], asked: tuple[Any, ...] = ()) -> None:
        self._start, self._answers, self._asked = start, answers, asked

    def __getattr__(self, name: str) -> Callable[..., "Remembered"]:
        def ask(*given: Any, **named: Any) -> Remembered:
            step = (name, given, tuple(named.items()))
            return Remembered(self._start, self._answers, (*self._asked, step))

        return ask

    def first(self) -> Any:
        return copy(self._answer("first"))

    def exists(self) -> bool:
        return self._answer("exists")

    def __iter__(self) -> Iterator[Any]:
        return iter(self._found())

    def _answer(self, end: str) -> Any:
        question = (self._start.model, getattr(self._start, "instance", None), self._asked, end)
        if question not in self._answers:
            self._answers[question] = getattr(self._found(), end)()
        return self._answers[question]

    def _found(self) -> Any:
        found = self._start
        for name, given, named in self._asked:
            found = getattr(found, name)(*given, **dict(named))
        return found


def _looked_up_once() -> Iterator[tuple[Any, str, Any]]:
    """What to put in whose place."""
    answers: dict[Any, Any] = {}
    for name, model in (("Area", Area), ("Person", Person)):
        yield middleware, name, SimpleNamespace(objects=Remembered(model.objects, answers))
    roles = Person.roles
    yield Person, "roles", property(lambda person: Remembered(roles.__get__(person, Person), answers))
    yield ModelBackend, "get_user", _once(ModelBackend.get_user, lambda _backend, key: key)
    load, save = SessionStore.load, SessionStore.save
    sessions: dict[Any, Any] = {}

    def kept(session: Any, *given: Any, **named: Any) -> None:
        sessions.pop(session.session_key, None)
        save(session, *given, **named)

    yield SessionStore, "load", _once(load, lambda session: session.session_key, sessions)
    yield SessionStore, "save", kept


def _once(
    ask: Callable[..., Any], key: Callable[..., Any], answers: dict[Any, Any] | None = None
) -> Callable[..., Any]:
    """The same function, which answers with a copy of what it said before."""
    said: dict[Any, Any] = {} if answers is None else answers

    def remembering(*given: Any) -> Any:
        question = key(*given)
        if question not in said:
            said[question] = ask(*given)
        return copy(said[question])

    return remembering


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Let the pages that say "not found" and "not yours to do" say their number only."""

    def handler(_resolver: URLResolver, status: int) -> Callable[..., HttpResponse]:
        return lambda _request, **_why: HttpResponse(status=status)

    with mock.patch.object(URLResolver, "resolve_error_handler", handler):
        yield


def signed_in(account: Account | None) -> Client:
    """A browser of this account, in which a second factor was shown; None: of nobody."""
    client = Client()
    if account is not None:
        client.force_login(account)
        session = client.session
        session["second_factor_of"] = account.pk
        session.save()
    return client


def refusal(who: str) -> int:
    """How somebody is refused."""
    if who == ANONYMOUS:
        return 302
    return 403 if who in WITH_A_PLACE else 404


def is_as(answer: HttpResponse, expected: int) -> bool:
    """Whether the answer is the expected one, or as good."""
    if answer.status_code == 405:  # the wrong way to knock, at a door of any kind
        return True
    if expected == 403:  # to hide a thing from an insider is as good as to refuse it
        return answer.status_code in {403, 404}
    return answer.status_code == expected
