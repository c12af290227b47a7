from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.jobs.periodic import Nightly


class DecisionsConfig(AppConfig):
    name = "medskab.decisions"
    label = "decisions"
    stylesheets = ("decisions/result.css", "decisions/work.css")
    news_kinds = {
        "decisions/published": _("A result is out"),
        "decisions/withdrawn": _("A result was withdrawn"),
    }
    nightly_jobs = (Nightly("medskab.decisions.jobs.tidy_drafts", at=time(3, 25)),)

    def ready(self) -> None:
        """Say how decisions appear on threads."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Decision  # noqa: PLC0415

        register(
            Decision,
            Showing(
                kind_name=Decision.KIND_NAME,
                name=lambda decision: decision.title,
                url=lambda decision: decision.get_absolute_url(),
                may_see=rules.may_see,
            ),
        )
