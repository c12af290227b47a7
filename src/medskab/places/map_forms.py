"""What staff hand in so that maps show what stands on the ground."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField

from .actions import MapSource
from .maps.reading import MOST_BYTES, ReadMap, read_map
from .maps.shapes import BadMap


class MapForm(DeedForm):
    """A file with buildings."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("An OpenStreetMap extract (.osm) or GeoJSON in WGS 84, 25 MB at most."),
    )
    source = NameField(
        label=_("Who drew it?"),
        help_text=_("Not needed for OpenStreetMap. For example: the housing association’s surveyor."),
        max_length=120,
        required=False,
    )
    licence = NameField(label=_("Under which terms may it be used?"), max_length=120, required=False)

    def __init__(self, *args: Any, box: dict[str, float] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.box = box

    def clean_file(self) -> ReadMap:
        """What is in the file, or what is wrong with it."""
        file = self.cleaned_data["file"]
        self.file_name = file.name
        try:
            if file.size > MOST_BYTES:
                raise BadMap(
                    _("The file is larger than 25 MB. Export only the area and what lies around it.")
                )
            return read_map(file.chunks(), self.box)
        except BadMap as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """Whoever drew it is named; OpenStreetMap names itself."""
        given = super().clean() or {}
        found = given.get("file")
        if found and not found.is_osm and not given.get("source"):
            self.add_error("source", _("Say who drew it: it stands under each map."))
        return given

    @property
    def given(self) -> MapSource:
        """Where it comes from."""
        found = self.cleaned_data
        if found["file"].is_osm:
            return MapSource(self.file_name, "OpenStreetMap", "ODbL")
        return MapSource(self.file_name, found["source"], found["licence"])
