"""Tags for drawings made from blocks and courtyards."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from medskab.common import mark as marks

register = template.Library()


@register.simple_tag
def place_mark(seed: object) -> SafeString:
    """The small sign of a place: its courtyard seen from above."""
    return mark_safe(marks.drawn(str(seed)))  # noqa: S308  our own drawing, the seed only chooses
