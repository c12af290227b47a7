"""Which kinds of events a board has, and which fields each body holds."""

from typing import Any

KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(fields.split())
    for kind, fields in {
        "set_up": "poll title sealing_key signing_key ballot projects budget currency_unit rule opens_at"
        " closes_at rehearsal",
        "codes_issued": "count",
        "codes_voided": "count because",
        "codes_reissued": "count because",
        "moved": "closes_at because",
        "nightly": "day root",
        "closed": "issued voided unused digital paper batches padding",
        "opened": "digital paper spoilt ballots_sha256 ballots witnesses",
        "result": "winners cost ballots_sha256",
        "pointers_deleted": "",
        "key_destroyed": "",
    }.items()
}
YES_NO_RESULT = frozenset({"yes", "no", "blank", "invalid"})


def check_body(kind: str, body: dict[str, Any]) -> str:
    """What is wrong with the body, as a sentence; empty when it may stand on a board.

    >>> check_body("nightly", {"day": "2026-11-24"})
    'A body of the kind “nightly” has the fields: day, root.'
    """
    if kind not in KINDS:
        return f"A board has no events of the kind “{kind}”."
    if not isinstance(body, dict):
        return "The body of an event is a set of named fields."
    if body.keys() != KINDS[kind] and not (kind == "result" and body.keys() == YES_NO_RESULT):
        return f"A body of the kind “{kind}” has the fields: {', '.join(sorted(KINDS[kind]))}."
    return (
        "" if _plain(body) else "A body holds texts, whole numbers, yes or no, lists and named fields only."
    )


def _plain(value: object) -> bool:
    """Whether everybody writes it alike: a number with a decimal point they do not."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and _plain(one) for key, one in value.items())
    if isinstance(value, list):
        return all(map(_plain, value))
    return value is None or isinstance(value, (str, int))
