"""A vote from a program: no page, no session; the code is the right to vote."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.codes import NotACode, read_code
from medskab.common.deed import CannotAct
from medskab.common.policy import anyone, page
from medskab.common.typed import read_json
from medskab.decisions import actions
from medskab.decisions.models import Poll
from medskab.decisions.refusals import CodeIsVoid, NoSuchCode, PollNotOpen, VotedOnPaper

from .at_the_urn import poll_at

_STATUS: dict[type[CannotAct], int] = {
    NoSuchCode: 403,
    CodeIsVoid: 403,
    PollNotOpen: 409,
    VotedOnPaper: 409,
}
_WRONG_CHOICE = 422
_FIELDS = {"code": str, "choice": dict, "idem_key": str}
_LONGEST_KEY = 64


# No cookie is read here: what another site could send along is worth nothing without the code.
@csrf_exempt
@never_cache
@require_POST
@page(anyone, find=poll_at)
def cast_json(request: Any, poll: Poll) -> HttpResponse:
    """Take in `{code, choice, idem_key}`; 201 with the receipt, or a problem with its sentence."""
    given = _given(request.body)
    if given is None:
        return _problem(400, "malformed", _("Send code, choice and idem_key as JSON."))
    try:
        envelope = actions.cast(
            poll=poll,
            code=read_code(given["code"]),
            choice=given["choice"],
            idem_key=given["idem_key"],
            now=now(),
        )
    except NotACode:
        return _problem(_WRONG_CHOICE, "slip-in-code", _("There is a slip in the code. Look at it again."))
    except CannotAct as error:
        return _problem(_STATUS.get(type(error), _WRONG_CHOICE), type(error).__name__, str(error))
    return JsonResponse({"receipt": envelope.receipt}, status=201)


def _given(body: bytes) -> dict[str, Any] | None:
    try:
        given = read_json(body)
    except ValueError:
        return None
    if not isinstance(given, dict) or any(
        not isinstance(given.get(name), kind) for name, kind in _FIELDS.items()
    ):
        return None
    return given if 0 < len(given["idem_key"]) <= _LONGEST_KEY else None


def _problem(status: int, kind: str, sentence: str) -> JsonResponse:
    problem = {"type": f"about:{kind}", "title": sentence, "status": status}
    return JsonResponse(problem, status=status, content_type="application/problem+json")
