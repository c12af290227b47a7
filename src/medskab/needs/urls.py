"""Addresses of needs, below the area's."""

from django.urls import path

from . import wall_urls
from .views import (
    bringing,
    efforts,
    media,
    moving,
    needs,
    notes,
    pins,
    prints,
    public,
    queue,
    quotes,
    receipts,
    saying,
    term,
    texts,
)

_INPUT = "needs/input/<int:pk>/"
_EFFORT = "efforts/<int:pk>/"

urlpatterns = [
    *wall_urls.urlpatterns,
    path("efforts/", efforts.register, name="efforts"),
    path("efforts/new/", efforts.new, name="effort-new"),
    path(_EFFORT, efforts.effort, name="effort"),
    path(f"{_EFFORT}change/", efforts.change, name="effort-change"),
    path(f"{_EFFORT}strike/", efforts.strike, name="effort-strike"),
    path("say/", saying.say, name="say"),
    path("say/at/<int:pk>/", saying.say_at, name="say-at"),
    path("needs/", public.board, name="needs"),
    path("needs/map/", pins.on_map, name="need-map"),
    path("needs/mine/", receipts.mine, name="needs-mine"),
    path("needs/receipt/", receipts.receipt, name="need-receipt"),
    path("needs/receipt/take-back/", receipts.take_back, name="need-receipt-take-back"),
    path("needs/new/", needs.new, name="need-new"),
    path("needs/coverage/", queue.who_was_heard, name="need-coverage"),
    path("needs/files/", bringing.bring, name="need-files"),
    path("needs/files/<int:pk>/", bringing.look, name="need-file"),
    path("needs/files/<int:pk>/do/", bringing.deal_with, name="need-file-do"),
    path("needs/term/", term.term, name="need-term"),
    path("needs/texts/", texts.receive, name="need-texts"),
    path("needs/notes/", notes.notes, name="need-notes"),
    path("needs/posters/", prints.posters, name="need-posters"),
    path("needs/posters/file/", prints.posters_file, name="need-posters-file"),
    path("needs/posters/slips/", prints.slips_file, name="need-slips-file"),
    path("needs/posters/became/", prints.became_file, name="need-became-file"),
    path("needs/queue/", queue.queue, name="need-queue"),
    path(_INPUT, queue.one, name="need-input"),
    path(f"{_INPUT}do/<slug:deed>/", queue.do, name="need-input-do"),
    path(f"{_INPUT}photo/", media.thumbnail, name="need-input-photo"),
    path(f"{_INPUT}photo/large/", media.photo, name="need-input-photo-large"),
    path(f"{_INPUT}voice/", media.voice, name="need-input-voice"),
    path("needs/<slug:need_slug>/", public.need, name="need"),
    path("needs/<slug:need_slug>/change/", needs.change, name="need-change"),
    path("needs/<slug:need_slug>/order/", moving.order, name="need-order"),
    path("needs/<slug:need_slug>/quotes/", quotes.quotes, name="need-quotes"),
    path("needs/<slug:need_slug>/merge/", moving.merge, name="need-merge"),
    path("needs/<slug:need_slug>/split/", moving.split, name="need-split"),
    path("needs/moves/<int:pk>/undo/", moving.undo, name="need-move-undo"),
]
