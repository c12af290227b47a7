"""A survey that may still change."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct
from medskab.people.models import Person

from . import rules
from .models import Survey, SurveyState


def draft(survey: Survey, by: Person | None) -> Survey:
    """The survey, locked, if it may still change; a sentence if not."""
    if not rules.may_build(by, survey):
        raise CannotAct(_("Only those who work here do this."))
    held = Survey.objects.select_for_update(of=("self",)).select_related("area").get(pk=survey.pk)
    if held.state != SurveyState.DRAFT:
        raise CannotAct(_("It has opened, so nothing in it changes any more. Repeat it to ask again."))
    return held
