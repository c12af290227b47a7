"""The mails of this room: neutral subject, a plain text, and the same as HTML."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from medskab.tools.post.actions import Letter

from .models import Person


def written(template: str, *, to: str, values: Mapping[str, Any], language: str = "") -> Letter:
    """A letter from `mail/<template>.txt`, `.html` and `_subject.txt`, in a language or the reader's own."""
    with translation.override(language or translation.get_language()):
        context = dict(values)
        return Letter(
            to=to,
            subject=" ".join(render_to_string(f"mail/{template}_subject.txt", context).split()),
            body=render_to_string(f"mail/{template}.txt", context),
            html=render_to_string(f"mail/{template}.html", context),
        )


def welcome(person: Person, *, to: str, language: str = "") -> Letter:
    """The letter that says how to sign in; not what for."""
    values = {
        "area_name": person.area.name,
        "name": person.name,
        "link": f"{settings.SITE_ADDRESS}/account/login/",
    }
    return written("people/welcome", to=to, values=values, language=language)


def locks_changed(to: str) -> Letter:
    """The letter that says that somebody changed how an account signs in."""
    return written("people/locks_changed", to=to, values={})
