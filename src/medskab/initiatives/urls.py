"""Addresses of initiatives, below the area's."""

from django.urls import path

from .views import deeds, public, team, writing

_AT = "initiatives/<slug:slug>/"

urlpatterns = [
    path("initiatives/", public.initiatives, name="initiatives"),
    path("initiatives/new/", writing.new, name="initiative-new"),
    path("initiatives/mine/", public.mine, name="initiatives-mine"),
    path(_AT, public.initiative, name="initiative"),
    path(f"{_AT}write/<slug:step>/", writing.step, name="initiative-step"),
    path(f"{_AT}preview/", writing.preview, name="initiative-preview"),
    path(f"{_AT}open/", deeds.open_it, name="initiative-open"),
    path(f"{_AT}begin/", deeds.begin, name="initiative-begin"),
    path(f"{_AT}end/", deeds.end, name="initiative-end"),
    path(f"{_AT}withdraw/", deeds.withdraw, name="initiative-withdraw"),
    path(f"{_AT}reopen/", deeds.reopen, name="initiative-reopen"),
    path(f"{_AT}support/", deeds.support, name="initiative-support"),
    path(f"{_AT}support/stop/", deeds.stop_supporting, name="initiative-stop-supporting"),
    path(f"{_AT}hand-over/", deeds.hand_over, name="initiative-hand-over"),
    path(f"{_AT}needs/", deeds.take_up, name="initiative-take-up"),
    path(f"{_AT}ask/", team.ask, name="initiative-ask"),
    path(f"{_AT}accept/", team.accept, name="initiative-accept"),
    path(f"{_AT}decline/", team.decline, name="initiative-decline"),
    path(f"{_AT}leave/", team.leave, name="initiative-leave"),
]
