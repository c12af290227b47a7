"""A sitting: whoever opened a text for a reason is not asked again for two hours."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.fieldwork import actions, readable
from medskab.fieldwork.models import Source

_A_SITTING = timedelta(hours=2)
_OPEN = "fieldwork-sitting"


def is_open(request: Any, one: Source) -> bool:
    """Whether this person opened it in this sitting and still may."""
    since = request.session.get(_OPEN, {}).get(str(one.pk))
    if not since or now() - datetime.fromisoformat(since) > _A_SITTING:
        return False
    try:
        readable.check(one, request.person, now())
    except CannotAct:
        return False
    return True


def open_for(request: Any, sources: Iterable[Source], reason: str) -> None:
    """Write down that they are read, each once in a sitting; may be refused."""
    opened = request.session.get(_OPEN, {})
    for one in sources:
        if not is_open(request, one):
            actions.open_source(source=one, by=request.person, reason=reason, now=now())
            opened = opened | {str(one.pk): now().isoformat()}
    request.session[_OPEN] = opened
