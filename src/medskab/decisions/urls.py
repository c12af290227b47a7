"""Addresses of decisions, below the area's."""

from django.urls import path

from . import living_urls, voting_urls
from .views import counting, files, household, importing, lists, publishing, result, what_if, work

_ONE = "decisions/<slug:slug>/"

urlpatterns = [
    path("decisions/", lists.decisions, name="decisions"),
    path("decisions/new/", importing.new_import, name="decision-new"),
    path("decisions/new/vote/", household.new_vote, name="decision-new-vote"),
    *living_urls.first,
    path(_ONE, result.result, name="decision"),
    path(f"{_ONE}work/", work.work, name="decision-work"),
    path(f"{_ONE}file/", importing.replace_file, name="decision-file"),
    path(f"{_ONE}confirm/", importing.confirm, name="decision-confirm"),
    path(f"{_ONE}discard/", importing.discard, name="decision-discard"),
    path(f"{_ONE}count/", counting.count, name="decision-count"),
    path(f"{_ONE}by-hand/", counting.by_hand, name="decision-by-hand"),
    path(f"{_ONE}words/", publishing.words, name="decision-words"),
    path(f"{_ONE}publish/", publishing.publish, name="decision-publish"),
    path(f"{_ONE}call-off/", publishing.call_off, name="decision-call-off"),
    path(f"{_ONE}withdraw/", publishing.withdraw, name="decision-withdraw"),
    path(f"{_ONE}correct/", household.correct, name="decision-correct"),
    path(f"{_ONE}what-if/<int:number>/", what_if.what_if, name="decision-what-if"),
    path(f"{_ONE}embed/", result.embed, name="decision-embed"),
    path(f"{_ONE}card.png", files.card, name="decision-card"),
    path(f"{_ONE}poster.pdf", files.poster, name="decision-poster"),
    path(f"{_ONE}result.pdf", files.result_pdf, name="decision-pdf"),
    path(f"{_ONE}ballots.pb", files.ballots, name="decision-ballots"),
    path(f"{_ONE}count.json", files.count_json, name="decision-json"),
    *living_urls.urlpatterns,
    *voting_urls.urlpatterns,
]
