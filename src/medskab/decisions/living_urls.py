"""Addresses of a decision that is taken here, below the area's."""

from django.urls import path

from .views import counting_room, delivering, issuing_again, polling, printing, proposing, setting_up

_ONE = "decisions/<slug:slug>/"

first = [path("decisions/new/here/", setting_up.new_here, name="decision-new-here")]
urlpatterns = [
    path(f"{_ONE}set-up/", setting_up.set_up, name="decision-set-up"),
    path(f"{_ONE}days/", setting_up.plan, name="decision-plan"),
    path(f"{_ONE}meeting/", setting_up.meeting, name="decision-meeting"),
    path(f"{_ONE}open/", setting_up.open_decision, name="decision-open"),
    path(f"{_ONE}days/<str:kind>/", setting_up.move, name="decision-move"),
    path(f"{_ONE}propose/", proposing.propose, name="decision-propose"),
    path(f"{_ONE}proposals/<int:pk>/", proposing.draft, name="decision-draft"),
    path(f"{_ONE}proposals/<int:pk>/change/", proposing.change, name="decision-draft-change"),
    path(f"{_ONE}proposals/<int:pk>/back/", proposing.withdraw, name="decision-draft-withdraw"),
    path(f"{_ONE}proposals/<int:pk>/check/", proposing.check, name="decision-draft-check"),
    path(f"{_ONE}shape/", proposing.shape, name="decision-shape"),
    path(f"{_ONE}shape/<int:pk>/", proposing.answer, name="decision-shape-answer"),
    path(f"{_ONE}ballot/", proposing.fix_ballot, name="decision-ballot"),
    path(f"{_ONE}poll/", polling.poll, name="decision-poll"),
    path(f"{_ONE}poll/set-up/", polling.set_up, name="decision-poll-set-up"),
    path(f"{_ONE}poll/keys/", polling.keys, name="decision-keys"),
    path(f"{_ONE}poll/letters/", polling.letters, name="decision-codes"),
    path(f"{_ONE}poll/letters/print/", polling.open_letters, name="decision-codes-print"),
    path(f"{_ONE}poll/letters/sample.pdf", printing.sample_letter, name="decision-letter-sample"),
    path(f"{_ONE}poll/letters/again/", issuing_again.again, name="decision-codes-again"),
    path(f"{_ONE}poll/desk/", polling.desk, name="decision-desk"),
    path(f"{_ONE}poll/rehearsal/", polling.rehearse, name="decision-rehearsal"),
    path(f"{_ONE}poll/open/", polling.open_vote, name="decision-vote-open"),
    path(f"{_ONE}poll/paper/", counting_room.check_in, name="decision-check-in"),
    path(f"{_ONE}poll/paper/ballot.pdf", printing.paper_ballot, name="decision-paper-ballot"),
    path(f"{_ONE}poll/paper/slips.pdf", printing.check_in_slips, name="decision-slips"),
    path(f"{_ONE}poll/bundles/", counting_room.batches, name="decision-batches"),
    path(f"{_ONE}poll/bundles/<int:number>/", counting_room.batch, name="decision-batch"),
    path(f"{_ONE}poll/bundles/<int:number>/finish/", counting_room.finish, name="decision-batch-finish"),
    path(f"{_ONE}poll/urn/", counting_room.urn, name="decision-urn"),
    path(f"{_ONE}poll/key/", counting_room.destroy_key, name="decision-key-destroy"),
    path(f"{_ONE}poll/call.pdf", printing.call_poster, name="decision-call-poster"),
    path(f"{_ONE}poll/numbers.pdf", printing.counts_poster, name="decision-numbers-poster"),
    path(f"{_ONE}delivery/sheet.pdf", printing.delivery_sheet, name="decision-delivery-sheet"),
    path(f"{_ONE}delivery/", delivering.delivery, name="decision-delivery"),
    path(f"{_ONE}delivery/photos/<int:pk>.jpg", delivering.photo, name="decision-delivery-photo"),
    path(f"{_ONE}delivery/photos/<int:pk>/down/", delivering.take_down, name="decision-photo-down"),
    path(f"{_ONE}delivery/<int:number>/", delivering.tell, name="decision-deliver"),
]
