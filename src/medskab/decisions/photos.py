"""A photo that comes with news: kept before the deed, dropped where no row names it."""

from collections.abc import Callable
from typing import Any

from medskab.common.deed import CannotAct
from medskab.tools.media import keeping

from .forms.delivering import DeliveryForm
from .models import DeliveryPhoto


def carried_out_with_photo(form: DeliveryForm, deed: Callable[..., Any]) -> bool:
    """Do the deed with the name of the kept photo; what is refused stands on the form as a sentence."""
    if not form.is_bound or not form.is_valid():
        return False
    name = _kept(form)
    if form.errors:
        return False
    try:
        return form.carry_out(lambda **key: deed(photo=name, **key))
    finally:
        # A form that was sent twice finds its first row, which names the first file.
        if name and not DeliveryPhoto.objects.filter(name=name).exists():
            keeping.drop(name)


def _kept(form: DeliveryForm) -> str:
    file = form.cleaned_data["photo"]
    if not file:
        return ""
    try:
        return keeping.keep_photo(file.read(keeping.MOST_PHOTO_BYTES + 1))
    except CannotAct as error:
        form.add_error("photo", str(error))
        return ""
