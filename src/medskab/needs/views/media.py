"""Photos and recordings, for staff alone; never opened as a page, never kept by a browser."""

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse

from medskab.common.policy import page
from medskab.needs import rules
from medskab.needs.models import Input
from medskab.tools.media import keeping

from .finding import input_at

ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'"
_RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")


@page(rules.may_sort, find=input_at)
def thumbnail(request: Any, row: Input) -> HttpResponse:
    """The small picture."""
    return _file(request, keeping.thumbnail_of(row.photo) if row.photo else "", _photo_in)


@page(rules.may_sort, find=input_at)
def photo(request: Any, row: Input) -> HttpResponse:
    """The photo."""
    return _file(request, row.photo, _photo_in)


@page(rules.may_sort, find=input_at)
def voice(request: Any, row: Input) -> HttpResponse:
    """The recording."""
    return _file(request, row.voice, keeping.voice_of)


def _photo_in(name: str) -> bytes:
    return keeping.path_of(name).read_bytes()


def _file(request: Any, name: str, content_of: Callable[[str], bytes]) -> HttpResponse:
    if not name:
        raise Http404
    try:
        content = content_of(name)
    except FileNotFoundError:
        raise Http404 from None
    response = _whole_or_part(content, request.headers.get("Range", ""))
    response["Content-Type"] = keeping.VOICE_TYPES.get(name.rpartition(".")[2], "image/jpeg")
    response["Content-Disposition"] = "inline"
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = ALONE
    response["Cache-Control"] = "no-store"
    return response


def _whole_or_part(content: bytes, asked: str) -> HttpResponse:
    """Safari plays a recording only where it can ask for it in parts."""
    found = _RANGE.fullmatch(asked)
    if not found or int(found[1]) >= len(content):
        return HttpResponse(content)
    first, last = int(found[1]), min(int(found[2] or len(content)), len(content) - 1)
    response = HttpResponse(content[first : last + 1], status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return response
