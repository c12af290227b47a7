"""What was taken back stays away, whatever backup is restored."""

from medskab.common.clock import now
from medskab.needs import restored
from medskab.needs.models import Input
from medskab.needs.tests.factories import said


def test_empties_again_what_a_backup_still_held(area) -> None:
    gone, kept = said(area, words="The lamp is broken"), said(area, words="A bench, please")
    Input.objects.filter(pk=gone.pk).update(words="")
    digests = restored.collect()
    Input.objects.filter(pk=gone.pk).update(words="The lamp is broken", contact="21 43 65 87")
    restored.replay(digests, now())
    gone.refresh_from_db()
    kept.refresh_from_db()
    assert (gone.words, gone.contact, kept.words) == ("", "", "A bench, please")
