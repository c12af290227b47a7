"""Processes that end with the one that started them."""

import os
import threading

from medskab.cli.ending import end_with


def test_ends_when_its_parent_was_gone_before_it_could_look():
    ended = threading.Event()
    end_with(os.getpid(), ended.set)  # nobody is its own parent
    assert ended.wait(10)


def test_goes_on_while_its_parent_lives(monkeypatch):
    ended, gone = threading.Event(), threading.Event()
    monkeypatch.setattr("medskab.cli.ending._LOOK_EVERY_SECONDS", 0.01)
    monkeypatch.setattr("medskab.cli.ending.os.getppid", lambda: 0 if gone.is_set() else 7)
    end_with(7, ended.set)
    assert not ended.wait(0.1)
    gone.set()
    assert ended.wait(10)
