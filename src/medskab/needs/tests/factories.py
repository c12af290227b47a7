"""Inputs and needs, for this room's tests and for the rooms above."""

from uuid import uuid4

from medskab.common.clock import now
from medskab.needs import actions, receipts


def said(area, words="The lamp is broken", by=None, at=None, **facts):
    """What somebody said."""
    given = actions.Said(**{"kind": "need", "words": words, **facts})
    return actions.say(area=area, said=given, code=receipts.code_for(uuid4().hex), by=by, now=at or now())


def need(area, by, title="Light on the paths", **facts):
    """Something on the board, written by staff."""
    return actions.make_need(area=area, worded=actions.Worded(title=title, **facts), by=by, now=now())


def wall(area, by, title="A meeting about the yard"):
    """A wall that is open."""
    return actions.begin_wall(area=area, title=title, gathering=None, by=by, now=now())


def effort(area, by, title="Lamps on the path", begun_year=2016, **facts):
    """Something that was tried before."""
    tried = actions.Tried(title, begun_year, **facts)
    return actions.write_effort(area=area, tried=tried, by=by, now=now())


def merged(area, by, title="Lamps"):
    """Two needs that were put together."""
    first, second = need(area, by, title), need(area, by, f"More {title}")
    return actions.merge_need(need=first, into=second, by=by, now=now())


def brought(area, by, text="Tekst;Dag\nLampen er gået;01-10-2026\n", name="answers.csv"):
    """A file of things said elsewhere that is being looked at."""
    return actions.bring_file(area=area, file_name=name, content=text.encode(), by=by, now=now())
