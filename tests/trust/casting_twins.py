"""The urn behind its address with one protection taken out each, in the web process that dies."""

import os
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from secrets import token_hex
from threading import Event, Thread
from typing import Any

from django.db.backends.signals import connection_created

from medskab.decisions import actions, choices, urn_keys
from medskab.decisions.models import Envelope, Poll
from tests.trust import decision_process

BEHIND_SECONDS = 0.05


def answered_before_it_is_kept() -> None:
    """The receipt is given at once, and the vote is put in the urn a moment later."""
    cast, waiting = actions.cast, Queue[dict[str, Any]]()

    def put_in() -> None:
        while given := waiting.get():
            Event().wait(BEHIND_SECONDS)
            cast(**given)

    def promise(*, poll: Poll, code: str, choice: Any, idem_key: str, **given: Any) -> Envelope:
        proposals = list(poll.decision.proposals.all())
        plain = choices.as_bytes(choices.read_choice(poll, proposals, choice))
        envelope = Envelope(poll=poll)
        envelope.receipt = urn_keys.receipt_of(poll, urn_keys.once(poll, code, idem_key, plain))
        waiting.put({"poll": poll, "code": code, "choice": choice, "idem_key": idem_key, **given})
        return envelope

    Thread(target=put_in, daemon=True).start()
    actions.cast = promise


def the_same_key_votes_again() -> None:
    """A vote that is sent again after a broken connection is another vote."""
    once = urn_keys.once
    urn_keys.once = lambda poll, code, key, choice: once(poll, code, key + token_hex(4), choice)


def kept_by_halves() -> None:
    """The rows of a vote are kept one by one; the process can die between envelope and pointer."""
    decision_process.deeds_by_halves()
    armed = decision_process.armed_file(Path(os.environ["MEDSKAB_HOME"]), "web")

    def before_the_pointer(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if "INSERT INTO decisions_pointer" in sql:
            decision_process._moment(armed)
        return execute(sql, *rest)

    def watch(connection: Any, **_unused: object) -> None:
        if before_the_pointer not in connection.execute_wrappers:
            connection.execute_wrappers.append(before_the_pointer)

    connection_created.connect(watch, weak=False)
