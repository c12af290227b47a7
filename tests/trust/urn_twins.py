"""The urn with one protection taken out each: what the tests of the urn must notice."""

from types import SimpleNamespace
from typing import Any

from django.db import connection


def every_vote_counts() -> None:
    """Nothing says that a right to vote has one pointer only."""
    from medskab.decisions.actions import casting

    number = "bigserial" if connection.vendor == "postgresql" else "integer"
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE decisions_pointer")
        cursor.execute(
            f"CREATE TABLE decisions_pointer (id {number} PRIMARY KEY, area_id bigint, "
            "credential_id bigint, envelope_id bigint)"
        )
    casting._POINT = casting._POINT.partition("ON CONFLICT")[0]


def used_codes_are_used_again() -> None:
    """Only whether the code exists is asked, not what became of it."""
    from medskab.decisions.actions import casting

    casting.Credential = SimpleNamespace(objects=_Careless(casting.Credential.objects))


class _Careless:
    """A manager whose questions about the status are answered with yes."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def filter(self, **given: Any) -> Any:
        given.pop("status__in", None)
        return self._real.filter(**given)


def the_clock_is_read_before() -> None:
    """Whether the urn is open is asked when the request arrives, and not again by the insert."""
    from medskab.common.clock import now
    from medskab.decisions import actions
    from medskab.decisions.actions import casting
    from medskab.decisions.models import Poll
    from medskab.decisions.refusals import PollNotOpen

    head, _clock, tail = casting._PUT_IN.partition("AND p.state")
    casting._PUT_IN = head + tail[tail.index("ON CONFLICT") :]
    cast = actions.cast

    def asked_early(*, poll: Poll, **given: Any) -> Any:
        if not Poll.objects.get(pk=poll.pk).is_open(now()):
            raise PollNotOpen
        return cast(poll=poll, **given)

    actions.cast = asked_early


def nothing_is_shuffled() -> None:
    """Opened ballots are written in the order of the votes."""
    from medskab.decisions.actions import opening
    from medskab.decisions.models import Pointer, Poll

    def in_order(poll: Poll, private_key: bytes) -> list[Any]:
        counted = Pointer.objects.filter(credential__poll=poll).order_by("id").select_related("envelope")
        return [opening._choice_in(bytes(one.envelope.sealed), private_key) for one in counted]

    opening._unsealed, opening._shuffled = in_order, list


def nothing_is_sealed() -> None:
    """The choice is put in as it is."""
    from medskab.tools.vault import ballot_box

    ballot_box.seal_choice = lambda choice, public, size: choice.ljust(size, b"\0")


TWINS = {
    twin.__name__: twin
    for twin in (
        every_vote_counts,
        used_codes_are_used_again,
        the_clock_is_read_before,
        nothing_is_shuffled,
        nothing_is_sealed,
    )
}
