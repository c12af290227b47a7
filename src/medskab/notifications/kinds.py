"""The kinds of news, as the rooms above name them in their AppConfig.

    news_kinds = {"decisions/published": _("A decision was published")}

The title says what sort of thing happened, never to whom or what about: it stands in lists that others may
see over somebody's shoulder. Mails do not even have that.
"""

from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import Promise


class UnknownKind(LookupError):
    """A room told news of a kind that no room has named."""


def kinds() -> Mapping[str, str | Promise]:
    """Every kind and its title."""
    return {name: title for room in apps.get_app_configs() for name, title in _of(room).items()}


def title_of(kind: str) -> str | Promise:
    """The title; an old row of a kind that is gone is still news."""
    return kinds().get(kind, kind)


def checked(kind: str) -> str:
    """The kind, if there is one."""
    if kind not in kinds():
        raise UnknownKind(kind)
    return kind


def _of(room: object) -> Mapping[str, str | Promise]:
    return getattr(room, "news_kinds", {})
