"""Files of a survey: the paper form, the answers with their codebook, and lists brought in."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.common.tables.reading import read_sheet
from medskab.common.tables.sheet import BadFile, Sheet
from medskab.surveys import exports, imports, rules
from medskab.surveys.actions.taking_in import take_in_answers
from medskab.surveys.forms.result import AnswersForm
from medskab.surveys.models import Survey
from medskab.surveys.printing import PrintedForm, paper_form
from medskab.surveys.results import on_paper

from .result import survey_for_result

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_SHOWN = 20


@require_GET
@page(rules.may_read, find=survey_for_result)
def paper(request: Any, survey: Survey) -> HttpResponse:
    """The survey as a form to print, in the reader's language."""
    form = PrintedForm(
        area=survey.area.name,
        title=survey.title,
        intro=survey.intro,
        language=get_language() or settings.LANGUAGE_CODE,
        is_right_to_left=get_language_bidi(),
        address=request.build_absolute_uri(survey.get_absolute_url()),
        made_on=survey.made_at.date(),
        questions=on_paper.printed_questions(survey),
    )
    return _file(paper_form(form), "application/pdf", f"{survey.slug}.pdf", "inline")


@require_GET
@page(rules.may_build, find=survey_for_result)
def answers_csv(request: Any, survey: Survey) -> HttpResponse:
    """All answers, one line per form."""
    content = "".join(exports.answers_csv(survey)).encode()
    return _file(content, "text/csv; charset=utf-8", f"{survey.slug}.csv", "attachment")


@require_GET
@page(rules.may_build, find=survey_for_result)
def answers_workbook(request: Any, survey: Survey) -> HttpResponse:
    """The same as a workbook, with the codebook."""
    return _file(exports.answers_workbook(survey), _XLSX, f"{survey.slug}.xlsx", "attachment")


@page(rules.may_build, find=survey_for_result)
def bring_answers(request: Any, survey: Survey) -> HttpResponse:
    """A list of answers: look first at what each column is taken for, then take it in."""
    form = AnswersForm(request.POST or None, request.FILES or None)
    sheet = _sheet(form)
    taken = imports.read_answers(sheet, list(survey.questions.all())) if sheet else None
    if sheet and "look" not in request.POST:
        facts = {"survey": survey, "sheet": sheet, "channel": form.cleaned_data["channel"]}
        if form.carry_out(take_in_answers, **facts, by=request.person, now=now()):
            count = len(form.answer.lines)
            said = ngettext("%(count)s form was taken in.", "%(count)s forms were taken in.", count)
            messages.success(request, said % {"count": count})
            return redirect("survey-result", survey.area.slug, survey.slug)
    shown = {"taken": taken, "wrong": taken.not_understood[:_MOST_SHOWN] if taken else []}
    return render(request, "surveys/bring.html", {"survey": survey, "form": form, **shown})


def _sheet(form: AnswersForm) -> Sheet | None:
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return read_sheet(form.cleaned_data["file"].read())
    except BadFile as bad:
        form.add_error("file", str(bad))
        return None


def _file(content: bytes, kind: str, name: str, how: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    return response
