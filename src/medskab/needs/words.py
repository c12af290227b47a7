"""Reasons for care, each with where help is."""

from django.utils.translation import gettext_lazy as _

HIDE_REASONS = {
    "third-person": _("It names somebody else. Take the name out before you go on."),
    "threat": _("It holds a threat. In danger, call 112; otherwise the police on 114."),
    "violence": _("It tells of violence. In danger, call 112; Lev uden vold answers on 1888."),
    "child": _("Somebody worries about a child. Call the social watch of the municipality today."),
}
