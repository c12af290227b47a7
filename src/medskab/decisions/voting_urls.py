"""Addresses of the voter's pages and of the public board, below the area's."""

from django.urls import path

from .views import board, cast_json, vote_codes, voting

_ONE = "decisions/<slug:slug>/"

urlpatterns = [
    path("v/", vote_codes.type_code, name="vote-code"),
    path("v/<str:code>/", vote_codes.open_code, name="vote-code-link"),
    path(f"{_ONE}vote/", voting.vote, name="decision-vote"),
    path(f"{_ONE}vote/ballot/", voting.ballot, name="decision-vote-ballot"),
    path(f"{_ONE}vote/cast/", voting.cast, name="decision-vote-cast"),
    path(f"{_ONE}vote/receipt/", voting.receipt, name="decision-vote-receipt"),
    path(f"{_ONE}vote/my-code/", voting.my_code, name="decision-vote-my-code"),
    path(f"{_ONE}vote/next/", voting.next_voter, name="decision-vote-next"),
    path(f"{_ONE}cast.json", cast_json.cast_json, name="decision-cast-json"),
    path(f"{_ONE}receipt/", board.receipt_in_urn, name="decision-receipt"),
    path(f"{_ONE}board/", board.board, name="decision-board"),
    path(f"{_ONE}board.jsonl", board.lines, name="decision-board-lines"),
    path(f"{_ONE}verifier.py", board.verifier, name="decision-verifier"),
]
