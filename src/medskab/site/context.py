"""What every page's frame shows."""

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """The area and the person, for the header and footer."""
    return {"area": getattr(request, "area", None), "person": getattr(request, "person", None)}
