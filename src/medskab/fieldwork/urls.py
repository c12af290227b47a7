"""Addresses of fieldwork, below the area's."""

from django.urls import path

from .views import (
    agreement,
    codebook,
    coding,
    exchange,
    passages,
    quotes,
    readings,
    recordings,
    sources,
    subjects,
    tables,
)

urlpatterns = [
    path("fieldwork/", sources.listed, name="fieldwork"),
    path("fieldwork/mine/", subjects.mine, name="fieldwork-mine"),
    path("fieldwork/readings/", readings.readings, name="fieldwork-readings"),
    path("fieldwork/notes/new/", sources.new_note, name="fieldwork-note-new"),
    path("fieldwork/speakers/new/", subjects.new, name="fieldwork-subject-new"),
    path("fieldwork/speakers/<int:pk>/", subjects.subject, name="fieldwork-subject"),
    path("fieldwork/speakers/<int:pk>/ask/", subjects.ask, name="fieldwork-subject-ask"),
    path("fieldwork/speakers/<int:pk>/erase/", subjects.erase, name="fieldwork-subject-erase"),
    path("fieldwork/speakers/<int:pk>/interview/", sources.new_interview, name="fieldwork-interview-new"),
    path("fieldwork/<int:pk>/", sources.source, name="fieldwork-source"),
    path("fieldwork/<int:pk>/write/", sources.write, name="fieldwork-write"),
    path("fieldwork/<int:pk>/draft/", sources.draft, name="fieldwork-draft"),
    path("fieldwork/<int:pk>/play/", recordings.play, name="fieldwork-play"),
    path("fieldwork/<int:pk>/recording/", recordings.add, name="fieldwork-recording"),
    path("fieldwork/<int:pk>/erase/", sources.erase, name="fieldwork-source-erase"),
    path("fieldwork/mine/quotes/", quotes.mine, name="fieldwork-mine-quotes"),
    path("fieldwork/codes/", codebook.codes, name="fieldwork-codes"),
    path("fieldwork/codes/<int:pk>/", codebook.code, name="fieldwork-code"),
    path("fieldwork/codes/<int:pk>/passages/", passages.passages, name="fieldwork-passages"),
    path("fieldwork/agreement/", agreement.agreed, name="fieldwork-agreement"),
    path("fieldwork/table/", tables.table, name="fieldwork-table"),
    path("fieldwork/quotes/", quotes.quotes, name="fieldwork-quotes"),
    path("fieldwork/exchange/", exchange.exchange, name="fieldwork-exchange"),
    path("fieldwork/<int:pk>/code/", coding.coding, name="fieldwork-coding"),
]
