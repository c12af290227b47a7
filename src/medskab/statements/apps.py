from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.jobs.periodic import Nightly


class StatementsConfig(AppConfig):
    name = "medskab.statements"
    label = "statements"
    stylesheets = ("statements/statements.css", "statements/result.css")
    nightly_jobs = (
        Nightly("medskab.statements.jobs.night", at=time(3, 35)),
        Nightly("medskab.statements.jobs.tidy", at=time(3, 36)),
    )
    own_things = ("medskab.statements.queries.own_things",)
    erasures = ("medskab.statements.actions.erase_from_statements",)
    wall_doors = ("medskab.statements.walls.doors",)

    def ready(self) -> None:
        """Say how conversations and statements appear on threads; voices and votes never do."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Conversation, Statement  # noqa: PLC0415

        register(
            Conversation,
            Showing(
                kind_name=_("What we think"),
                name=str,
                url=lambda conversation: conversation.get_absolute_url(),
                may_see=rules.may_see,
            ),
        )
        register(
            Statement,
            Showing(
                kind_name=_("Statement"),
                name=str,
                url=lambda statement: statement.get_absolute_url(),
                may_see=rules.may_see_statement,
            ),
        )
