"""The sentences that people agree to, word for word, with a version that is stored with each yes.

Whoever changes a sentence changes the version: an old yes then belongs to the old sentence and is asked anew.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Purpose

VERSION = "2026-1"

SENTENCES: dict[str, str | Promise] = {
    Purpose.STORED: _("What I say in talks and interviews may be kept, under another name than mine."),
    Purpose.ANALYSED: _("It may be read together with what others say, to find out what is needed here."),
    Purpose.QUOTED: _("My words may be quoted without my name."),
    Purpose.PHOTOGRAPHED: _("Pictures of me may be taken and shown on these pages."),
    Purpose.PUBLISHED: _("My name may be shown beside what I do and say here."),
    Purpose.SHARED: _("What I say may be passed on to the municipality and the housing organisation."),
    Purpose.CONTACTED_AGAIN: _("People who work for the area may write to me again later."),
}
