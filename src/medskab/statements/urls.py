"""Addresses of statements, below the area's."""

from django.urls import path

from .views import bringing_in, checking, files, oddities, paper, public, result, saying, setting_up, voting

_ONE = "think/<slug:conversation_slug>/"

urlpatterns = [
    path("think/", public.conversations, name="conversations"),
    path("think/new/", setting_up.new, name="conversation-new"),
    path("think/import/", bringing_in.bring_in, name="conversation-import"),
    path("think/import/<int:pk>/", bringing_in.look, name="conversation-import-look"),
    path(_ONE, public.conversation, name="conversation"),
    path(f"{_ONE}at/<int:pk>/", public.arrive, name="conversation-at"),
    path(f"{_ONE}vote/", voting.vote, name="conversation-vote"),
    path(f"{_ONE}mine/", voting.mine, name="conversation-mine"),
    path(f"{_ONE}result/", result.result, name="conversation-result"),
    path(f"{_ONE}result/live/", result.live, name="conversation-live"),
    path(f"{_ONE}result/report.pdf", result.report, name="conversation-report"),
    path(f"{_ONE}result/votes.csv", files.votes_file, name="conversation-votes-file"),
    path(f"{_ONE}result/comments.csv", files.comments_file, name="conversation-comments-file"),
    path(f"{_ONE}result/people.csv", files.people_file, name="conversation-people-file"),
    path(f"{_ONE}result/opinions.json", files.count_file, name="conversation-count-file"),
    path(f"{_ONE}say/", saying.say, name="conversation-say"),
    path(f"{_ONE}take-back/<int:statement_pk>/", saying.take_back, name="statement-take-back"),
    path(f"{_ONE}oddities/", oddities.oddities, name="conversation-oddities"),
    path(f"{_ONE}paper/", paper.type_in, name="conversation-paper"),
    path(f"{_ONE}paper/file/", paper.sheets, name="conversation-paper-file"),
    path(f"{_ONE}change/", setting_up.change, name="conversation-change"),
    path(f"{_ONE}seeds/", setting_up.seeds, name="conversation-seeds"),
    path(f"{_ONE}state/", setting_up.state, name="conversation-state"),
    path(f"{_ONE}check/", checking.queue, name="statement-queue"),
    path(f"{_ONE}check/<int:statement_pk>/", checking.check, name="statement-check"),
]
