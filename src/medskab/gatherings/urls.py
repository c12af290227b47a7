"""Addresses of gatherings, below the area's."""

from django.urls import path

from .views import conducting, minuting, motions, preparing, public

_AT = "meetings/<slug:slug>/"
_ITEM = f"{_AT}items/<int:pk>/"
_MOTION = f"{_AT}motions/<int:pk>/"

urlpatterns = [
    path("meetings/", public.gatherings, name="gatherings"),
    path("meetings/new/", preparing.new, name="gathering-new"),
    path(_AT, public.gathering, name="gathering"),
    path(f"{_AT}calendar.ics", public.calendar, name="gathering-calendar"),
    path(f"{_AT}agenda.pdf", public.agenda_pdf, name="gathering-agenda-pdf"),
    path(f"{_AT}minutes.pdf", public.minutes_pdf, name="gathering-minutes-pdf"),
    # motions
    path(f"{_AT}motions/new/", motions.hand_in, name="motion-new"),
    path(f"{_AT}motions/paper/", motions.from_paper, name="motion-from-paper"),
    path(_MOTION, motions.motion, name="motion"),
    path(f"{_MOTION}withdraw/", motions.withdraw, name="motion-withdraw"),
    path(f"{_MOTION}put-on/", motions.put_on, name="motion-put-on"),
    path(f"{_MOTION}decline/", motions.decline, name="motion-decline"),
    # preparing
    path(f"{_AT}work/", preparing.work, name="gathering-work"),
    path(f"{_AT}edit/", preparing.edit, name="gathering-edit"),
    path(f"{_AT}items/new/", preparing.item_new, name="gathering-item-new"),
    path(_ITEM, preparing.item_edit, name="gathering-item"),
    path(f"{_ITEM}move/", preparing.item_move, name="gathering-item-move"),
    path(f"{_ITEM}remove/", preparing.item_remove, name="gathering-item-remove"),
    path(f"{_AT}call/", preparing.call, name="gathering-call"),
    path(f"{_AT}call-informal/", preparing.call_informal, name="gathering-call-informal"),
    path(f"{_AT}send/", preparing.send, name="gathering-send"),
    path(f"{_AT}move/", preparing.move, name="gathering-move"),
    path(f"{_AT}cancel/", preparing.cancel, name="gathering-cancel"),
    # the meeting itself
    path(f"{_AT}open/", conducting.open_doors, name="gathering-open"),
    path(f"{_AT}run/", conducting.run, name="gathering-run"),
    path(f"{_AT}desk/", conducting.desk, name="gathering-desk"),
    path(f"{_AT}desk/take-back/", conducting.take_back, name="gathering-take-back"),
    path(f"{_AT}check-in/", conducting.check_in, name="gathering-check-in"),
    path(f"{_AT}chair/", conducting.chair, name="gathering-chair"),
    path(f"{_ITEM}vote/", conducting.vote, name="gathering-vote"),
    path(f"{_ITEM}election/", conducting.election, name="gathering-election"),
    path(f"{_AT}close/", conducting.close, name="gathering-close"),
    # minutes
    path(f"{_AT}minutes/", minuting.minutes, name="gathering-minutes"),
    path(f"{_ITEM}minutes/", minuting.item_minutes, name="gathering-item-minutes"),
    path(f"{_AT}finish/", minuting.finish, name="gathering-finish"),
    path(f"{_AT}reopen/", minuting.reopen, name="gathering-reopen"),
    path(f"{_AT}sign/", minuting.sign, name="gathering-sign"),
    path(f"{_AT}publish/", minuting.publish, name="gathering-publish"),
]
