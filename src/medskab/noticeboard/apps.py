from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticeboardConfig(AppConfig):
    name = "medskab.noticeboard"
    label = "noticeboard"
    stylesheets = ("noticeboard/noticeboard.css",)
    erasures = ("medskab.noticeboard.actions.erase_from_noticeboard",)

    def ready(self) -> None:
        """Say how notices and papers appear on threads."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Document, Notice  # noqa: PLC0415

        shown = (
            (Notice, _("Notice"), rules.may_read),
            (Document, _("Paper"), lambda _viewer, _document: True),
        )
        for model, kind_name, may_see in shown:
            register(
                model,
                Showing(
                    kind_name=kind_name,
                    name=str,
                    url=lambda thing: thing.get_absolute_url(),
                    may_see=may_see,
                ),
            )
