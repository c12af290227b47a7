"""Addresses of surveys, below the area's."""

from django.urls import URLPattern, path

from .result_urls import urlpatterns as result_addresses
from .views import answering, asking, building, codes, typing

_SURVEY = "surveys/<slug:survey_slug>/"

urlpatterns: list[URLPattern] = [
    path("surveys/", building.surveys, name="surveys"),
    path("surveys/new/", building.new, name="survey-new"),
    *result_addresses,
    path(_SURVEY, answering.survey, name="survey"),
    path(f"{_SURVEY}at/<int:pk>/", answering.survey_from_wall, name="survey-at"),
    path(f"{_SURVEY}answer/", answering.begin, name="survey-answer"),
    path(f"{_SURVEY}answer/<int:number>/", answering.answer_page, name="survey-answer-page"),
    path(f"{_SURVEY}thanks/", answering.thanks, name="survey-thanks"),
    path(f"{_SURVEY}code/", codes.type_code, name="survey-code"),
    path(f"{_SURVEY}code/<slug:code>/", codes.open_code, name="survey-code-open"),
    path(f"{_SURVEY}take-back/", answering.take_back, name="survey-take-back"),
    path(f"{_SURVEY}build/", building.build, name="survey-build"),
    path(f"{_SURVEY}build/about/", building.change, name="survey-change"),
    path(f"{_SURVEY}build/preview/", asking.preview, name="survey-preview"),
    path(f"{_SURVEY}build/codes/", codes.make, name="survey-codes"),
    path(f"{_SURVEY}build/ask/<slug:kind>/", asking.new_question, name="survey-question-new"),
    path(f"{_SURVEY}build/question/<int:pk>/", asking.change_question, name="survey-question"),
    path(f"{_SURVEY}build/page/<int:pk>/", asking.name_section, name="survey-section"),
    path(f"{_SURVEY}type/", typing.type_answers, name="survey-type"),
    path(f"{_SURVEY}type/undo/<int:number>/", typing.undo, name="survey-type-undo"),
    path(f"{_SURVEY}build/add/<slug:key>/", building.add, name="survey-add"),
    path(f"{_SURVEY}build/do/<slug:deed>/", building.do, name="survey-do"),
    path(f"{_SURVEY}build/question/<int:pk>/<slug:deed>/", building.do_question, name="survey-question-do"),
]
