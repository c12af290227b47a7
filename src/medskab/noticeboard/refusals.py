"""Why something about the board was refused."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToPost(CannotAct):
    text = _("Only the board and those who work here do this.")


class DaysTurned(CannotAct):
    text = _("The last day comes before the first.")


class OverAlready(CannotAct):
    text = _("Its last day is over. Choose a later one.")


class TakenDown(CannotAct):
    text = _("This was taken down.")


class NoSuchPlace(CannotAct):
    text = _("Choose a place of this area.")


class NobodyToReach(CannotAct):
    text = _("Write a telephone number or a mail address.")
