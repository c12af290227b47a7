"""Addresses of results, files and lists of answers."""

from django.urls import path

from .views import files, result

urlpatterns = [
    path("surveys/<slug:survey_slug>/result/", result.result, name="survey-result"),
    path("surveys/<slug:survey_slug>/release/", result.release, name="survey-release"),
    path("surveys/<slug:survey_slug>/form.pdf", files.paper, name="survey-paper"),
    path("surveys/<slug:survey_slug>/answers.csv", files.answers_csv, name="survey-answers-csv"),
    path("surveys/<slug:survey_slug>/answers.xlsx", files.answers_workbook, name="survey-answers-xlsx"),
    path("surveys/<slug:survey_slug>/bring/", files.bring_answers, name="survey-bring"),
]
