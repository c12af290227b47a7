from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.backup.carried import CarriedOver
from medskab.tools.jobs.periodic import Nightly


class NeedsConfig(AppConfig):
    name = "medskab.needs"
    label = "needs"
    stylesheets = ("needs/needs.css", "needs/pins.css", "needs/wall.css")
    nightly_jobs = (Nightly("medskab.needs.jobs.forget_files", at=time(3, 25)),)
    news_kinds = {"needs/ended": _("There is news of something that you said")}
    own_things = ("medskab.needs.queries.own_things",)
    carried_over = (CarriedOver("medskab.needs.restored.collect", "medskab.needs.restored.replay"),)
    erasures = ("medskab.needs.actions.erase_from_needs",)

    def ready(self) -> None:
        """Say how needs appear on threads. Inputs never do: from those only their receipt leads on."""
        from medskab.common.policy import anyone  # noqa: PLC0415  models are loaded by now
        from medskab.threads.queries import Showing, register  # noqa: PLC0415

        from .effort import Effort  # noqa: PLC0415
        from .models import Move, Need  # noqa: PLC0415

        register(
            Need,
            Showing(
                kind_name=_("Need or asset"),
                name=str,
                url=lambda need: need.get_absolute_url(),
                may_see=anyone,
            ),
        )
        register(
            Effort,
            Showing(
                kind_name=_("Tried before"),
                name=str,
                url=lambda effort: effort.get_absolute_url(),
                may_see=lambda _viewer, effort: effort.struck_at is None,
            ),
        )
        register(
            Move,
            Showing(
                kind_name=Move.KIND_NAME,
                name=lambda move: str(move.get_kind_display()),
                url=lambda move: move.get_absolute_url(),
                may_see=lambda _viewer, move: move.undone_at is None,
            ),
        )
