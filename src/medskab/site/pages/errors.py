"""What a person sees when something cannot be shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere: nothing was done, send it again."""
    return render(request, "403_csrf.html", status=403)
