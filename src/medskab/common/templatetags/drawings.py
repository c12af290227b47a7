"""Tags for drawings made from blocks and courtyards."""

import segno
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from medskab.common import courtyard, street
from medskab.common import mark as marks

register = template.Library()


@register.simple_tag
def place_mark(seed: object) -> SafeString:
    """The small sign of a place: its courtyard seen from above."""
    return mark_safe(marks.drawn(str(seed)))  # noqa: S308  our own drawing, the seed only chooses


@register.simple_tag(name="courtyard")
def courtyard_picture(seed: object) -> SafeString:
    """A picture of blocks around a courtyard, another for each seed: `{% courtyard area.slug %}`."""
    return mark_safe(courtyard.drawn(str(seed)))  # noqa: S308  our own drawing, the seed only chooses


@register.simple_tag
def qr(text: str, label: str) -> SafeString:
    """A QR code that says what it opens: `{% qr link "Opens your receipt" %}`."""
    code = segno.make(text, error="m", micro=False)
    size = code.symbol_size(border=4)[0]
    path = code.svg_inline(scale=1, border=4, svgclass=None, lineclass=None, omitsize=True)
    shape = path[path.index(' d="') : path.index('"/>', path.index(' d="')) + 1]
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"><path class="qr__paper" '
        'd="M0 0h{0}v{0}H0z"/><path class="qr__ink"{2}/></svg>',
        size,
        label,
        mark_safe(shape),  # noqa: S308  drawn by the library from numbers alone
    )


@register.simple_tag(name="street")
def street_picture(seed: object) -> SafeString:
    """A row of houses for the foot of a page."""
    return mark_safe(street.drawn(str(seed)))  # noqa: S308  our own drawing, the seed only chooses
