from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GatheringsConfig(AppConfig):
    name = "medskab.gatherings"
    label = "gatherings"
    stylesheets = ("gatherings/gatherings.css",)
    news_kinds = {
        "gatherings/called": _("You are invited to a meeting"),
        "gatherings/agenda": _("An agenda is ready"),
        "gatherings/moved": _("A meeting was moved"),
        "gatherings/cancelled": _("A meeting was cancelled"),
        "gatherings/motion": _("There is news about a motion"),
        "gatherings/minutes": _("Minutes are out"),
    }
    open_duties = ("medskab.gatherings.queries.duties_of",)
    own_things = ("medskab.gatherings.queries.own_things",)
    erasures = ("medskab.gatherings.actions.erase_from_meetings",)

    def ready(self) -> None:
        """Say how meetings, motions and points of an agenda appear on threads."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import AgendaItem, Gathering, Motion  # noqa: PLC0415

        shown = (
            (Gathering, _("Meeting"), rules.may_see),
            (AgendaItem, _("Point of an agenda"), rules.may_see_item),
            (Motion, _("Motion"), rules.may_see_motion),
        )
        for model, kind_name, may_see in shown:
            register(
                model,
                Showing(
                    kind_name=kind_name,
                    name=lambda thing: thing.title,
                    url=lambda thing: thing.get_absolute_url(),
                    may_see=may_see,
                ),
            )
