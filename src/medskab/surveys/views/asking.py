"""Staff write questions of their own, name pages, and look at it all as a neighbour will."""

from typing import Any

from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.common.typed import whole_number
from medskab.surveys import actions, rules
from medskab.surveys.forms.answering import PageForm
from medskab.surveys.forms.asking import HeadingForm, QuestionForm
from medskab.surveys.models import Question, QuestionKind, Section, Survey
from medskab.surveys.queries import before, languages_of
from medskab.surveys.words import FURTHER, language_name

from .finding import question_at, section_at, survey_at
from .paging import Paper, language_of, languages_to_choose, paper_at

_SALT = "surveys.preview"


@page(
    lambda person, found: rules.may_build(person, found[0]),
    find=lambda request, *, kind, **url: (survey_at(request, **url), kind),
)
def new_question(request: Any, found: tuple[Survey, str]) -> HttpResponse:
    """Write one of this kind, at the end."""
    survey, kind = found
    if kind not in QuestionKind.values:
        raise Http404
    earlier = list(survey.questions.select_related("section"))
    languages = _languages(request, survey)
    form = QuestionForm(request.POST or None, kind=kind, languages=languages, earlier=earlier)
    return _write(request, survey, form)


@page(rules.may_build, find=question_at)
def change_question(request: Any, question: Question) -> HttpResponse:
    """Word one better."""
    form = QuestionForm(
        request.POST or None,
        kind=question.kind,
        languages=_languages(request, question.survey),
        earlier=before(question),
        question=question,
    )
    return _write(request, question.survey, form, question)


@page(rules.may_build, find=section_at)
def name_section(request: Any, section: Section) -> HttpResponse:
    """Give a page its heading."""
    survey = section.survey
    languages = _languages(request, survey)
    form = HeadingForm(request.POST or None, words=section.words, languages=languages)
    if form.is_bound and form.is_valid():
        facts = {"section": section, "words": form.words, "by": request.person, "now": now()}
        if form.carry_out(actions.name_section, **facts):
            return redirect("survey-build", request.area.slug, survey.slug)
    return render(request, "surveys/heading_form.html", {"form": form, "survey": survey})


@page(rules.may_build, find=survey_at)
def preview(request: Any, survey: Survey) -> HttpResponse:
    """Go through it as a neighbour will. What is answered travels with the form and is saved nowhere."""
    language, given = language_of(request, survey), _travelled(request)
    number = whole_number(request.POST.get("number")) or 1
    if not survey.questions.exists():
        return redirect("survey-build", request.area.slug, survey.slug)
    paper = paper_at(survey, number, given)
    form = PageForm(request.POST or None, questions=paper.asked, answers=given, language=language)
    if form.is_bound and form.is_valid():
        given = {**given, **form.answers}
        number = paper.following(given)
        is_over = number > paper.count
        paper = paper_at(survey, 1 if is_over else number, {} if is_over else given)
        form = PageForm(questions=paper.asked, answers={} if is_over else given, language=language)
        return _previewed(request, paper, form, {} if is_over else given, is_over=is_over)
    return _previewed(request, paper, form, given)


def _write(
    request: Any, survey: Survey, form: QuestionForm, question: Question | None = None
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        facts = {"survey": survey, "asked": form.asked, "question": question}
        if form.carry_out(actions.write_question, **facts, by=request.person, now=now()):
            address = reverse("survey-build", args=[request.area.slug, survey.slug])
            return redirect(f"{address}#question-{form.answer.pk}")
    further = [(code, language_name(code)) for code in FURTHER if code not in form.languages]
    context = {"form": form, "survey": survey, "further": further, "question": question}
    return render(request, "surveys/question_form.html", context)


def _languages(request: Any, survey: Survey) -> list[str]:
    """Those that it asks in, and one more where it is asked for."""
    languages, also = languages_of(survey), request.GET.get("also", "")
    return [*languages, also] if also in FURTHER and also not in languages else languages


def _travelled(request: Any) -> dict[str, Any]:
    try:
        return dict(signing.loads(request.POST.get("travelled", ""), salt=_SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return {}


def _previewed(
    request: Any, paper: Paper, form: PageForm, given: dict[str, Any], *, is_over: bool = False
) -> HttpResponse:
    context = {
        **paper.shown(form),
        "is_preview": True,
        "is_over": is_over,
        "before": 0,
        "languages": languages_to_choose(paper.survey),
        "travelled": signing.dumps(given, salt=_SALT),
    }
    return render(request, "surveys/page.html", context)
