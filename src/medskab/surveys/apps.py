from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.backup.carried import CarriedOver


class SurveysConfig(AppConfig):
    name = "medskab.surveys"
    label = "surveys"
    stylesheets = ("surveys/surveys.css",)
    carried_over = (CarriedOver("medskab.surveys.restored.collect", "medskab.surveys.restored.replay"),)
    own_things = ("medskab.surveys.queries.own_things",)
    erasures = ("medskab.surveys.actions.erase_from_surveys",)
    wall_doors = ("medskab.surveys.walls.doors",)

    def ready(self) -> None:
        """Say how surveys appear on threads. Answers never do."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Survey  # noqa: PLC0415

        register(
            Survey,
            Showing(
                kind_name=_("Survey"),
                name=str,
                url=lambda survey: survey.get_absolute_url(),
                may_see=rules.may_read,
            ),
        )
