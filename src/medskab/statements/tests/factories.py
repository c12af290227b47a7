"""Conversations with statements and votes, for this room's tests and for the rooms above."""

from datetime import timedelta
from hashlib import sha256

from medskab.common.clock import now
from medskab.statements import actions, results
from medskab.statements.calculations.counting import Earlier, votes_of
from medskab.statements.calculations.counting import counted as count_votes
from medskab.statements.models import (
    Choice,
    Conversation,
    ConversationState,
    Origin,
    Statement,
    StatementState,
    Voice,
    Vote,
)


def conversation(area, by, title="Our yards", slug="", **facts):
    """A conversation that is open since yesterday."""
    given = {
        "question": "What shall become of the yards?",
        "opens_at": now() - timedelta(days=1),
        "state": ConversationState.OPEN,
        "made_by": by,
        "made_at": now(),
        **facts,
    }
    return Conversation.objects.create(
        area=area, title=title, slug=slug or title.lower().replace(" ", "-"), **given
    )


def statement(about, words="We need more benches", **facts):
    """A statement that all see."""
    given = {
        "origin": Origin.SEED,
        "state": StatementState.SHOWN,
        "proposed_at": now(),
        "number": about.statements.count(),
        **facts,
    }
    return Statement.objects.create(area=about.area, conversation=about, words=words, **given)


def statements(about, many, words="Statement"):
    """Many of them at once."""
    begin = about.statements.count()
    rows = [
        Statement(
            area=about.area,
            conversation=about,
            words=f"{words} {number}",
            number=number,
            origin=Origin.SEED,
            state=StatementState.SHOWN,
            proposed_at=now(),
        )
        for number in range(begin, begin + many)
    ]
    return Statement.objects.bulk_create(rows)


def key_of(name):
    """A voice's key as `common.voices` makes them."""
    return sha256(str(name).encode()).hexdigest()


def voice(about, name="one", **facts):
    """Somebody who votes."""
    given = {"number": about.voices.count() + 1, "began_on": now().date(), **facts}
    return Voice.objects.create(area=about.area, conversation=about, key=key_of(name), **given)


def voices(about, many):
    """Many who vote."""
    begin, today = about.voices.count(), now().date()
    rows = [
        Voice(
            area=about.area, conversation=about, key=key_of(f"many {number}"), number=number, began_on=today
        )
        for number in range(begin + 1, begin + many + 1)
    ]
    return Voice.objects.bulk_create(rows)


def vote(voice, statement, choice=Choice.AGREE, **facts):
    """What a voice thinks of a statement."""
    given = {"cast_at": now(), **facts}
    return Vote.objects.create(area=voice.area, voice=voice, statement=statement, choice=choice, **given)


def votes(voices, statements, choose):
    """A vote for each pair where `choose(voice number, statement number)` says one and not None."""
    moment = now()
    rows = []
    for at, one in enumerate(voices):
        for to, about in enumerate(statements):
            if (choice := choose(at, to)) is not None:
                rows.append(
                    Vote(area_id=one.area_id, voice=one, statement=about, choice=choice, cast_at=moment)
                )
    return Vote.objects.bulk_create(rows, batch_size=5000)


def camps(about, many=24):
    """Two camps that agree on the first statement alone."""
    shown, some = statements(about, 10), voices(about, many)
    votes(some, shown, lambda who, what: 1 if what == 0 or (who + what) % 2 else -1)
    return some


def counted(about):
    """Count it here and now; the count."""
    found = count_votes(about, votes_of(about), Earlier({}, []))
    actions.keep_count(conversation=about, counted=found, mark=results.mark(about), by=None, now=now())
    return about.snapshots.get()


def brought(area, by):
    """A small conversation that was held elsewhere, uploaded and looked at."""
    votes = b"comment-id,voter-id,vote\n0,a,1\n1,a,-1\n0,b,1\n"
    comments = b"comment-id,comment-body,moderated\n0,We need lamps,1\n1,No dogs,1\n"
    files = actions.Brought("Lamps", "Vangen, 2024", "CC0", votes, comments)
    return actions.upload_votes(area=area, brought=files, by=by, now=now())
