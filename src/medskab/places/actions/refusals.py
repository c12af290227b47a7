"""Why a change of places is refused."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotYoursToChange(CannotAct):
    text = _("Only those who work for this area can change its places.")


class WrongParent(CannotAct):
    text = _("This kind of place cannot lie there.")


class NameTaken(CannotAct):
    text = _("There is already a place with this name here. Choose another name.")


class HasEnded(CannotAct):
    text = _("This place has already ended.")


class StillHoldsPlaces(CannotAct):
    text = _("There are still places or homes in it. End those first.")


class EndsBeforeItBegins(CannotAct):
    text = _("The last day must come after the first day.")


class FiguresNeedADay(CannotAct):
    text = _("Say on which day the residents or homes were counted.")


class BoundaryExists(CannotAct):
    text = _("This version of the boundary is already there.")


class ListHasErrors(CannotAct):
    text = _("The list has errors. Nothing was brought in. Mend the lines and upload it again.")


class ListIsOver(CannotAct):
    text = _("This list was already carried out or is gone. Upload it again.")


class ColumnsMissing(CannotAct):
    text = _("Say which column holds the address, or the street and the house number.")


class ColumnTwice(CannotAct):
    text = _("One column cannot mean two things. Choose again.")


class NothingToDo(CannotAct):
    text = _("Everything in the list is already here. There is nothing to bring in.")


class NotTheLatestList(CannotAct):
    text = _("Only the list that was carried out last can be taken back. Take the later one back first.")


class AlreadyInUse(CannotAct):
    text = _("Something already uses homes or places from this list. It cannot be taken back any more.")


class MapIsOver(CannotAct):
    text = _("This map was already taken in or is gone. Upload it again.")


class MapNotInUse(CannotAct):
    text = _("Only the map that is in use can be taken back.")
