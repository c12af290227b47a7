from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    name = "medskab.initiatives"
    label = "initiatives"
    news_kinds = {
        "initiatives/asked": _("You are asked to be part of something"),
        "initiatives/team": _("There is news of something you are part of"),
        "initiatives/supported": _("There is news of something you support"),
    }
    open_duties = ("medskab.initiatives.queries.duties_of",)
    own_things = ("medskab.initiatives.queries.own_things",)
    erasures = ("medskab.initiatives.actions.erase_from_initiatives",)

    def ready(self) -> None:
        """Say how initiatives appear on threads; of a withdrawn one not even the title."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Initiative  # noqa: PLC0415

        register(
            Initiative,
            Showing(
                kind_name=_("Initiative"),
                name=str,
                url=lambda initiative: initiative.get_absolute_url(),
                may_see=rules.may_see_card,
            ),
        )
