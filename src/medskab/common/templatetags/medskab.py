"""Every template tag of the design system; templates have them without `{% load %}`."""

from django import template

from . import drawings, figures, form_parts, parts

register = template.Library()
for _library in (parts.register, form_parts.register, figures.register, drawings.register):
    register.tags.update(_library.tags)
    register.filters.update(_library.filters)
