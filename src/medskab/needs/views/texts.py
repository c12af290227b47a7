"""Text messages as a gateway hands them over: one POST each, with the token that it was given."""

import json
from hmac import compare_digest
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import anyone, page
from medskab.common.typed import read_json
from medskab.needs import actions

_FIELDS = {"from": 40, "text": 4000, "id": 80}


# No cookie is read here: the token alone opens it, and no page knows the token.
@csrf_exempt
@never_cache
@require_POST
@page(anyone)
def receive(request: Any) -> HttpResponse:
    """Take in `{from, text, id}`, as JSON or as a form; the same id again is answered as the first time."""
    if not settings.TEXTS_TOKEN:
        raise Http404
    given = request.headers.get("Authorization", "").encode()
    if not compare_digest(given, f"Bearer {settings.TEXTS_TOKEN}".encode()):
        return _problem(401, "The token is missing or wrong.")
    if (sent := _sent(request)) is None:
        return _problem(400, "Send from, text and id.")
    try:
        actions.receive_text(
            area=request.area, number=sent["from"], words=sent["text"], ref=sent["id"], now=now()
        )
    except CannotAct as error:
        return _problem(409, str(error))
    return JsonResponse({"taken": True}, status=201)


def _sent(request: HttpRequest) -> dict[str, str] | None:
    try:
        is_json = request.content_type == "application/json"
        sent = read_json(request.body if is_json else json.dumps(request.POST.dict()).encode())
    except ValueError:
        return None
    if not isinstance(sent, dict):
        return None
    given = {name: sent.get(name) for name in _FIELDS}
    if all(isinstance(text, str) and 0 < len(text) <= _FIELDS[name] for name, text in given.items()):
        return given  # type: ignore[return-value]
    return None


def _problem(status: int, detail: str) -> HttpResponse:
    body = {"status": status, "title": detail}
    return JsonResponse(body, status=status, content_type="application/problem+json")
