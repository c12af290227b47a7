"""Recordings: sealed while they come in, opened while they play, for whoever opened the source today."""

import re
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.fieldwork import actions, audio, keys, queries, refusals, rules
from medskab.fieldwork.models import Source
from medskab.fieldwork.receiving import SealingUpload

from .finding import source_at

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@page(rules.may_work, find=source_at)
def play(request: Any, one: Source) -> Any:
    """The recording, or the part of it that the player asks for."""
    if not one.audio:
        raise Http404
    if not queries.readings_on(request.area, timezone.localdate(now())).filter(source=one, by=request.person):
        raise PermissionDenied
    size = audio.size_of(one.audio)
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    start = int(asked[1]) if asked else 0
    stop = min(int(asked[2]) + 1, size) if asked and asked[2] else size
    if start >= stop:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    pieces = audio.read(one.audio, keys.key(one.key_name), start, stop)
    response = StreamingHttpResponse(pieces, status=206 if asked else 200, content_type=one.audio_type)
    response["Content-Length"], response["Accept-Ranges"] = str(stop - start), "bytes"
    response["Cache-Control"] = "no-store"
    if asked:
        response["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return response


@page(rules.may_work, find=source_at)
@csrf_exempt  # the inner view checks it, once it is settled that the file never lies in the clear
def add(request: Any, one: Source) -> HttpResponse:
    """Take a recording in: it is sealed before it reaches the disk."""
    upload = SealingUpload(request, keys.key(one.key_name))
    request.upload_handlers = [upload]
    try:
        response = _received(request, one, upload)
    except BaseException:
        upload.give_up()
        raise
    if not upload.is_kept:
        upload.give_up()
    return response


@csrf_protect
def _received(request: Any, one: Source, upload: SealingUpload) -> HttpResponse:
    found = request.FILES.get("recording")
    try:
        if found is None or not upload.kind:
            raise refusals.TooBig if upload.is_too_big else refusals.NoRecording
        given = {"name": upload.kept_as, "kind": upload.kind}
        actions.add_audio(source=one, **given, by=request.person, now=now())
        upload.is_kept = True
        messages.success(request, _("The recording is here."))
    except CannotAct as error:
        messages.error(request, str(error))
    return redirect(one)
