"""The ground of the area's maps as one file, for the browser that draws a map which moves."""

import gzip
from typing import Any

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from medskab.common.clock import now
from medskab.common.policy import anyone, page
from medskab.places import ground

_KEPT_SECONDS = 24 * 3600


@page(anyone)
def base_map(request: Any) -> HttpResponse:
    """GeoJSON; a browser that has it asks whether it is still the same."""
    day = now().date()
    mark = f'"{ground.mark_of(request.area, day)}"'
    if request.headers.get("If-None-Match") == mark:
        response = HttpResponse(status=304)
    else:
        response = _answer(request, day, mark)
    response["ETag"] = mark
    response["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _answer(request: Any, day: Any, mark: str) -> HttpResponse:
    def packed() -> bytes:
        return gzip.compress(ground.as_geojson(ground.ground_of(request.area, day)).encode(), 6, mtime=0)

    content = cache.get_or_set(f"base-map:{request.area.pk}:{mark}", packed, _KEPT_SECONDS)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(
            content, content_type="application/geo+json", headers={"Content-Encoding": "gzip"}
        )
    return HttpResponse(gzip.decompress(content or b""), content_type="application/geo+json")
