"""Files that come with a form: kept before the deed, dropped where no row of it names them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _

from medskab.tools.media import keeping
from medskab.tools.media.keeping import CannotKeep

from .forms.saying import SayForm
from .models import Input

_KINDS = {
    "photo": (keeping.keep_photo, keeping.MOST_PHOTO_BYTES),
    "voice": (keeping.keep_voice, keeping.MOST_VOICE_BYTES),
}


@dataclass
class Files:
    """Names of kept files; `row` is set once a row was made that may name them."""

    photo: str = ""
    voice: str = ""
    row: Input | None = None


@contextmanager
def kept_files(form: SayForm) -> Iterator[Files]:
    """Keep the form's files while the deed is done; what is refused stands on the form as a sentence."""
    files = Files()
    try:
        for field, (keep, most) in _KINDS.items():
            if file := form.cleaned_data[field]:
                try:
                    setattr(files, field, keep(file.read(most + 1)))
                except CannotKeep as error:
                    form.add_error(field, str(error))
        _ask_again(form)
        yield files
    finally:
        # A form that was sent twice finds its first row, which names the first files.
        named = {files.row.photo, files.row.voice} if files.row else set()
        for name in {files.photo, files.voice} - named - {""}:
            keeping.drop(name)


def _ask_again(form: SayForm) -> None:
    """A browser never sends a file twice by itself: say so where one was fine and the other was not."""
    for field in _KINDS if form.errors else ():
        if field not in form.errors and form.cleaned_data.get(field):
            form.add_error(field, _("This one was fine. Choose it again."))
