"""Serve the stylesheet and the script, for good when the address carries their present mark."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from medskab.common import bundles
from medskab.common.policy import anyone, page

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def _mark(_request: HttpRequest, mark: str) -> str:
    return mark


@page(anyone, find=_mark)
def style(request: HttpRequest, mark: str) -> HttpResponse:
    """The joined stylesheet; an address from before an update still gets today's, but is not kept."""
    return _answer(request, bundles.style(), mark, "text/css")


@page(anyone, find=_mark)
def script(request: HttpRequest, mark: str) -> HttpResponse:
    """The joined script."""
    return _answer(request, bundles.script(), mark, "text/javascript")


def _answer(request: HttpRequest, bundle: bundles.Bundle, mark: str, kind: str) -> HttpResponse:
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(bundle.packed if packs else bundle.plain, content_type=f"{kind}; charset=utf-8")
    if packs:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = FOR_GOOD if mark == bundle.mark else ASK_AGAIN
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
