"""Why something cannot be done, in words for the person."""

from django.utils.translation import gettext_lazy as _

from medskab.common.deed import CannotAct


class NotForYou(CannotAct):
    text = _("Only those who work with interviews here can do this.")


class NoReason(CannotAct):
    text = _("Write why you open it. The speaker can ask to see this.")


class NotAllowedToKeep(CannotAct):
    text = _("The speaker has not agreed that we keep what they say. Ask first.")


class NotAllowedToAnalyse(CannotAct):
    text = _("The speaker has not agreed that we read it together with what others say.")


class NotAllowedToQuote(CannotAct):
    text = _("The speaker has not agreed to be quoted with this.")


class IsErased(CannotAct):
    text = _("This was erased. It cannot be read again.")


class CivilNumber(CannotAct):
    text = _("There is a CPR number in the text. Take it out. We never keep it.")


class ChangedMeanwhile(CannotAct):
    text = _("The text was saved in another window meanwhile. Both are here. Put together what you need.")


class NameInPseudonym(CannotAct):
    text = _("The other name looks like the real one. Choose another.")


class PseudonymTaken(CannotAct):
    text = _("This name is used for somebody else here. Choose another.")


class NeedsWitness(CannotAct):
    text = _("When somebody agrees aloud, write down who else heard it.")


class UncheckedText(CannotAct):
    text = _("This translation is not checked yet. The Danish text must be shown beside it.")


class NoSuchReceipt(CannotAct):
    text = _("We find nothing under this code. Look at it again.")


class TooBig(CannotAct):
    text = _("The recording is too big. It can be 300 MB at most.")


class NoRecording(CannotAct):
    text = _("This is no recording that we can play. Send an MP3, M4A, OGG, WEBM or WAV file.")
