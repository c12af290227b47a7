"""Plain words for the fields about people and for what erasing does to them.

A declaration in code says "by_id"; a resident reads "a number that stands for you". Every word that a model
declares must be here: test_statements.py.
"""

from django.utils.translation import gettext_lazy as _

_NUMBER = _("a number that stands for you")
_LETTER = _("a letter to you that is on its way")
_CONSENT = _("what you agreed to, when and how")
_DEVICE = _("which device you are signed in on, and since when")

_NEWS = _("which news you got, and when")
_MAILS = _("how you want news by mail")

FIELDS = {
    "account": _("how you sign in"),
    "age_band": _("which age group you belong to"),
    "agreed_by": _NUMBER,
    "asked_by": _NUMBER,
    "at": _CONSENT,
    "begun_at": _DEVICE,
    "body": _LETTER,
    "by": _NUMBER,
    "by_id": _NUMBER,
    "channel": _CONSENT,
    "created_by": _NUMBER,
    "device": _DEVICE,
    "email": _("your mail address"),
    "given_by": _NUMBER,
    "guardian": _("who your guardian is"),
    "html": _LETTER,
    "imported_by": _NUMBER,
    "is_given": _CONSENT,
    "kind": _NEWS,
    "language": _("the language of the text that you agreed to"),
    "last_login": _("when you last signed in"),
    "made_by": _NUMBER,
    "mail_language": _MAILS,
    "muted": _MAILS,
    "name": _("your name"),
    "packed": _("a file with votes, as it was uploaded"),
    "password": _("a mark that there is no password"),
    "person": _NUMBER,
    "purpose": _CONSENT,
    "rhythm": _MAILS,
    "said_by": _NUMBER,
    "seen_at": _NEWS,
    "seen_on": _DEVICE,
    "session_data": _DEVICE,
    "started_by": _NUMBER,
    "subject": _LETTER,
    "text_version": _CONSENT,
    "to": _LETTER,
    "told_at": _NEWS,
    "voice": _CONSENT,
    "witness": _NUMBER,
}

ERASURE = {
    "deleted when confirmed or discarded, at the latest after 30 days": _(
        "It is deleted once the votes are in, at the latest after 30 days."
    ),
    "deleted when the person is erased": _("It is deleted."),
    "deleted with the account": _("It is deleted with your account."),
    "deleted with the account (never a usable one)": _("It is deleted with your account."),
    "deleted with the link": _("It is deleted with the link."),
    "emptied": _("It is emptied."),
    "emptied on delivery, at the latest after 7 days": _(
        "It is emptied when the letter has gone out, at the latest after 7 days."
    ),
    "emptied when it is done": _("It is emptied when that is done."),
    "kept as a number without a name": _("The number stays, and leads to no name."),
    "kept as a number without a name, and ended": _("It ends. The number stays, and leads to no name."),
    "kept for 30 days: a number without a name": _("The number stays for 30 days, and leads to no name."),
    "kept: a number that leads to no name once the person is erased": _(
        "The number stays, and leads to no name."
    ),
    "kept: an internal number without a name": _("The number stays, and leads to no name."),
    "kept: proof of what was allowed at the time": _("It stays as proof of what you allowed."),
    "kept: the language of the text that was agreed to; never counted": _(
        "It stays with the text, and is never counted."
    ),
    "replaced by an empty text": _("It is emptied."),
    "unlinked": _("It is cut loose from you."),
}
