"""Addresses of rounds, below the area's."""

from django.urls import path

from .views import phone, staff

_ROUND = "rounds/<int:pk>/"
_DOOR = f"{_ROUND}door/"

urlpatterns = [
    path("rounds/", staff.rounds, name="rounds"),
    path("rounds/new/", staff.plan, name="round-new"),
    path(_ROUND, staff.progress, name="round"),
    path(f"{_ROUND}end/", staff.end, name="round-end"),
    path("rounds/phones/<int:pk>/erase/", staff.erase_phone, name="round-phone-erase"),
    path("rounds/bags/<int:pk>/again/", staff.again, name="round-bag-again"),
    path("rounds/bags/<int:pk>/remove/", staff.remove, name="round-bag-remove"),
    path(_DOOR, phone.door, name="round-door"),
    path(f"{_DOOR}worker.js", phone.worker, name="round-worker"),
    path(f"{_DOOR}app.webmanifest", phone.manifest, name="round-manifest"),
    path(f"{_DOOR}route/", phone.route, name="round-route"),
    path(f"{_DOOR}sync/", phone.sync, name="round-sync"),
]
