"""Addresses of meetings' walls and of the screen in the neighbourhood, below the area's."""

from django.urls import path

from .views import kiosk, wall, walls

_LED = "needs/walls/<int:pk>/"
_ROOM = "w/<str:wall_code>/"

urlpatterns = [
    path("needs/walls/", walls.all_walls, name="need-walls"),
    path("needs/walls/new/", walls.new, name="need-wall-new"),
    path(_LED, walls.wall, name="need-wall"),
    path(f"{_LED}notes/", walls.notes, name="need-wall-notes"),
    path(f"{_LED}close/", walls.close, name="need-wall-close"),
    path(_ROOM, wall.wall, name="wall"),
    path(f"{_ROOM}notes/", wall.notes, name="wall-notes"),
    path("kiosk/", kiosk.start, name="kiosk"),
    path("kiosk/set-up/", kiosk.set_up, name="kiosk-set-up"),
    path("kiosk/done/", kiosk.done, name="kiosk-done"),
    path("kiosk/end/", kiosk.end, name="kiosk-end"),
]
