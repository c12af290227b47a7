from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from medskab.tools.jobs.periodic import Nightly


class DecisionsConfig(AppConfig):
    name = "medskab.decisions"
    label = "decisions"
    stylesheets = ("decisions/result.css", "decisions/work.css", "decisions/vote.css")
    news_kinds = {
        "decisions/opened": _("There is something new to decide"),
        "decisions/codes": _("You were named for codes of a vote"),
        "decisions/moved": _("The days of a decision were moved"),
        "decisions/shaping": _("You are asked about your proposal"),
        "decisions/delivery": _("There is news of something that was decided"),
        "decisions/published": _("A result is out"),
        "decisions/withdrawn": _("A result was withdrawn"),
    }
    kiosk_tiles = ("medskab.decisions.codes_in_use.kiosk_tiles",)
    item_decisions = ("medskab.decisions.attached.to_items",)
    nightly_jobs = (
        Nightly("medskab.decisions.jobs.tidy_drafts", at=time(3, 25)),
        Nightly("medskab.decisions.jobs.night_of_the_urns", at=time(0, 5)),
    )

    def ready(self) -> None:
        """Say how decisions appear on threads."""
        from medskab.threads.queries import Showing, register  # noqa: PLC0415  models are loaded by now

        from . import rules  # noqa: PLC0415
        from .models import Decision, Proposal, ProposalDraft  # noqa: PLC0415

        register(
            ProposalDraft,
            Showing(
                kind_name=ProposalDraft.KIND_NAME,
                name=lambda draft: draft.title,
                url=lambda draft: draft.get_absolute_url(),
                may_see=rules.may_see_draft,
            ),
        )
        register(
            Proposal,
            Showing(
                kind_name=_("On the ballot"),
                name=str,
                url=lambda proposal: proposal.decision.get_absolute_url(),
                may_see=rules.may_see_proposal,
            ),
        )
        register(
            Decision,
            Showing(
                kind_name=Decision.KIND_NAME,
                name=lambda decision: decision.title,
                url=lambda decision: decision.get_absolute_url(),
                may_see=rules.may_see,
                is_crossing=True,
            ),
        )
