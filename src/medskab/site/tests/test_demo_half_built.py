"""A demo whose building was cut off."""

import pytest

from medskab.common.clock import now
from medskab.site.demo.actions import begin_chapter, end_chapter, found_demo
from medskab.site.demo.build import CHAPTERS, CannotBuild, build, is_built

pytestmark = pytest.mark.django_db


def test_goes_on_with_the_first_chapter_that_is_missing(monkeypatch):
    area = found_demo(by=None, now=now())
    for name, _tell in CHAPTERS[:-1]:
        begin_chapter(area=area, name=name, by=None, now=now())
        end_chapter(area=area, name=name, by=None, now=now())
    assert not is_built()
    last = (CHAPTERS[-1][0], lambda _story: "told")
    monkeypatch.setattr("medskab.site.demo.build.CHAPTERS", (*CHAPTERS[:-1], last))
    assert list(build()) == ["told"]
    assert is_built()


def test_refuses_to_tell_a_chapter_twice_that_was_cut_off_in_the_middle():
    area = found_demo(by=None, now=now())
    begin_chapter(area=area, name=CHAPTERS[0][0], by=None, now=now())
    with pytest.raises(CannotBuild, match="half built"):
        list(build())
    assert not is_built()
