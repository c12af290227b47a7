"""The words that stand on paper only, in the language that is active."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.decisions.amounts import plain_number


def labels() -> dict[str, str]:
    """Everything that a sheet says without being told."""
    return {
        "chosen": _("These were chosen"),
        "others": _("These were not chosen, and why"),
        "none_chosen": _("No proposal was chosen"),
        "decision": _("This is a decision."),
        "hearing": _("This is a hearing: advice, not a decision."),
        "demo": _("Demo"),
        "demo_means": _("The place, the people and the numbers are made up."),
        "withdrawn": _("Withdrawn"),
        "budget": _("The budget"),
        "spent": _("Used"),
        "left": _("Left over"),
        "votes_cast": _("The votes"),
        "scan": _("See the whole result"),
        "more": _("Each proposal that was not chosen has its reason there."),
        "fair": _("Was it fair?"),
        "homes": _("Votes and homes"),
        "method": _("How we counted"),
        "facts": _("What was decided, and by whom"),
        "corrections": _("Corrected"),
        "recount": _("Count it again"),
        "recount_how": _("Anybody can. Fetch the files on the page below, then type:"),
        "digest": _("Digest of what was counted (SHA-256)"),
        "proposal": _("Proposal"),
        "votes": _("Votes"),
        "cost": _("Cost"),
        "page": _("Page"),
        "code_leads_to": _("A code that leads to %(address)s"),
    }


def and_more(number: int) -> str:
    """What a full wall has no room for."""
    sentence = ngettext("and %(number)s more, on the page", "and %(number)s more, on the page", number)
    return sentence % {"number": plain_number(number)}
