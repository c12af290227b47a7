from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.jobs.periodic import Nightly


class ResourcesConfig(AppConfig):
    name = "medskab.resources"
    label = "resources"
    news_kinds = {
        "resources/waiting": _("A bill waits for a second person"),
        "resources/answered": _("A bill you wrote down was answered"),
    }
    nightly_jobs = (Nightly("medskab.resources.jobs.check_ledgers", at=time(3, 50)),)

    def ready(self) -> None:
        """Say how money appears on threads: a line to everybody, a bill to those who answer for it."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import BudgetLine, Spending  # noqa: PLC0415

        register(
            BudgetLine,
            Showing(
                kind_name=_("Money"),
                name=str,
                url=lambda line: line.get_absolute_url(),
                may_see=rules.may_see,
            ),
        )
        register(
            Spending,
            Showing(
                kind_name=_("Bill"),
                name=str,
                url=lambda bill: bill.get_absolute_url(),
                may_see=rules.may_answer,
            ),
        )
