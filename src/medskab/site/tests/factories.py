"""The whole demo, for tests that walk through it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.test import override_settings

from medskab.site.demo.build import build


@contextmanager
def built_demo(media: Path) -> Iterator[None]:
    """The demo stands for a while, and then never was: it takes long, so many tests share it."""
    whole = transaction.atomic()
    whole._from_testcase = True  # deeds insist on being outermost, but for tests
    with override_settings(MEDIA_ROOT=media), whole:
        for _told in build():
            pass
        yield
        transaction.set_rollback(True)
