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
_SAID = _("what you said")
_ANSWER = _("the answer that you got")
_CARD = _("what you wrote on the card of an initiative")
_MOTION = _("a motion that you handed in")
_PIN = _("where on the map you meant")
_OPINION = _("what you think of a statement")

FIELDS = {
    "begun_by": _NUMBER,
    "checked_by": _NUMBER,
    "account": _("how you sign in"),
    "age_band": _("which age group you belong to"),
    "agreed_by": _NUMBER,
    "answer": _ANSWER,
    "ask_at": _("that you answer questions about a vote"),
    "asked_by": _NUMBER,
    "at": _CONSENT,
    "author": _NUMBER,
    "because": _ANSWER,
    "audio": _("your voice in a recording"),
    "begun_at": _DEVICE,
    "beside": _("the language of the text that you agreed to"),
    "body": _LETTER,
    "by": _NUMBER,
    "by_id": _NUMBER,
    "care": _("that something you said was looked at with care"),
    "carried_out_by": _("that you carry something out"),
    "chair": _NUMBER,
    "chair_name": _("your name in minutes"),
    "channel": _CONSENT,
    "choice": _OPINION,
    "contact": _CARD,
    "contributions": _CARD,
    "created_by": _NUMBER,
    "custodians": _("that you keep a key of an urn"),
    "decisions.DeliveryPhoto.name": _("a photo that you are on"),
    "device": _DEVICE,
    "draft": _SAID,
    "email": _("your mail address"),
    "entered_by": _NUMBER,
    "fieldwork.Agreement.witness": _("who heard you agree"),
    "fieldwork.Coding.coder": _NUMBER,
    "fieldwork.Coding.memo": _("a note about what you said"),
    "fieldwork.CodingDone.coder": _NUMBER,
    "fieldwork.Quote.plain": _SAID,
    "fieldwork.Quote.words": _SAID,
    "fieldwork.SourceVersion.text": _SAID,
    "fieldwork.SourceMemo.words": _("a note about what you said"),
    "fieldwork.Subject.contact": _("how we reach you"),
    "ended_by": _NUMBER,
    "given_by": _NUMBER,
    "guardian": _("who your guardian is"),
    "html": _LETTER,
    "stop_link": _LETTER,
    "imported_by": _NUMBER,
    "in_charge": _NUMBER,
    "is_given": _CONSENT,
    "keeper_name": _("your name in minutes"),
    "key_people": _CARD,
    "kind": _NEWS,
    "language": _("the language of the text that you agreed to"),
    "latitude": _PIN,
    "lines": _SAID,
    "longitude": _PIN,
    "surveys.Response.voice_key": _("that the answers of a survey are of one browser or person"),
    "surveys.Answer.value": _("what you answered in a survey"),
    "needs.Input.language": _("which language you wrote in"),
    "last_login": _("when you last signed in"),
    "lead": _NUMBER,
    "made_by": _NUMBER,
    "needs.Wall.begun_by": _NUMBER,
    "statements.Statement.checked_by": _NUMBER,
    "mail": _("a mail address to write to"),
    "mail_language": _MAILS,
    "muted": _MAILS,
    "name": _("your name"),
    "needs.Input.contact": _("how we reach you"),
    "needs.Input.voice": _("your voice in a recording"),
    "packed": _("a file with votes, as it was uploaded"),
    "password": _("a mark that there is no password"),
    "person": _NUMBER,
    "phone": _("a telephone number to call"),
    "photo": _("a photo that you sent"),
    "purpose": _CONSENT,
    "revoked_by": _NUMBER,
    "rhythm": _MAILS,
    "said_by": _NUMBER,
    "second": _NUMBER,
    "seen_at": _NEWS,
    "seen_on": _DEVICE,
    "session_data": _DEVICE,
    "started_by": _NUMBER,
    "said_by_voice": _("that a statement is yours: a mark without a name"),
    "statements.Vote.voice": _OPINION,
    "statements.Snapshot.packed": _("a count that your votes are in, under a mark without a name"),
    "crowd_of": _("where you stand on the map of opinions, under a mark without a name"),
    "group_of": _("which group your answers are in, under a mark without a name"),
    "key": _("a mark that stands for you in one conversation"),
    "place": _("the block from which you vote on statements"),
    "subject": _LETTER,
    "team": _CARD,
    "text": _MOTION,
    "text_version": _CONSENT,
    "title": _MOTION,
    "to": _LETTER,
    "told_at": _NEWS,
    "typed_by": _NUMBER,
    "released_by": _NUMBER,
    "voice": _CONSENT,
    "voice_text": _SAID,
    "witness": _NUMBER,
    "witnesses": _("that you watched an urn being opened"),
    "words": _SAID,
    "written_by": _NUMBER,
}

ERASURE = {
    "deleted when confirmed or discarded, at the latest after 30 days": _(
        "It is deleted once the votes are in, at the latest after 30 days."
    ),
    "deleted when the person is erased": _("It is deleted."),
    "deleted": _("It is deleted."),
    "deleted with the answers": _("It is deleted together with your answers."),
    "deleted with the account": _("It is deleted with your account."),
    "deleted with the account (never a usable one)": _("It is deleted with your account."),
    "deleted with the link": _("It is deleted with the link."),
    "emptied": _("It is emptied."),
    "emptied on delivery, at the latest after 7 days": _(
        "It is emptied when the letter has gone out, at the latest after 7 days."
    ),
    "forgotten once they are taken in, after a day at most": _(
        "It is forgotten once it is taken in, after a day at most."
    ),
    "counted again without the votes of the person who is erased": _(
        "It is deleted, and counted again without your votes."
    ),
    "emptied, and its key is destroyed": _("It is emptied, and its key is destroyed."),
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
    "emptied, unless it is shown to all": _(
        "It is emptied, unless it is shown to all; there it has no name."
    ),
    "the recording is deleted": _("It is deleted."),
    "unreadable: its key is destroyed": _("Its key is destroyed: nobody can read it again."),
    "replaced by an empty text": _("It is emptied."),
    "unlinked": _("It is cut loose from you."),
    "kept: they answer for the key in public": _("It stays: whoever keeps a key answers for it in public."),
    "kept: they answer for the opening in public": _(
        "It stays: whoever watches an opening answers for it in public."
    ),
    "kept: who answers questions of voters; staff can replace the name until it is open": _(
        "It stays. Before the vote is open, staff can put another name there."
    ),
    "deleted with its file when somebody who is on it asks for it": _(
        "It is deleted when you ask for it and are on it."
    ),
    "kept: somebody takes this on in public; staff can replace the name": _(
        "It stays until staff put another name there. Ask them."
    ),
    "deleted with the file": _("It is deleted."),
    "removed with the entry": _("It is deleted with the entry."),
    "removed with it": _("It is deleted with the entry."),
    "emptied where it is the erased person's name": _("It is emptied where it is your name."),
    "emptied, unless the motion was on an agenda": _(
        "It is emptied, unless it stood on an agenda; there it has no name."
    ),
    "kept: why a motion did not come on the agenda": _("It stays, without your name."),
    "kept as a number without a name: who sat at the desk": _("The number stays, and leads to no name."),
    "emptied when its lead is erased": _("It is emptied."),
    "the name is taken out": _("Your name is taken out."),
    "the row is deleted": _("It is deleted."),
}
