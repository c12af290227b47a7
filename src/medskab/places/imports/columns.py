"""What a list of homes can say of a home."""

from django.utils.translation import gettext_lazy as _

from medskab.common.tables.columns import Field, Mapping

FIELDS = (
    Field(
        "department",
        _("Department"),
        ("department", "afdeling", "afd", "afdelingsnavn", "afdelingsnr", "estate"),
    ),
    Field(
        "block",
        _("Block"),
        ("block", "blok", "bygning", "karré", "karre", "building", "bygningsnr", "blok nr"),
    ),
    Field("stairwell", _("Stairwell"), ("stairwell", "opgang", "opgangsnr", "entrance", "indgang")),
    Field("address", _("Address"), ("address", "adresse", "vejadresse", "street address", "boligadresse")),
    Field("street", _("Street"), ("street", "vej", "vejnavn", "gade", "gadenavn", "street name")),
    Field(
        "number",
        _("House number"),
        ("number", "house number", "husnr", "husnummer", "hus nr", "nr", "nummer"),
    ),
    Field("floor", _("Floor"), ("floor", "etage", "sal", "storey")),
    Field("door", _("Door"), ("door", "dør", "side", "dørbetegnelse", "dørnr", "sidedør", "side dør")),
    Field(
        "unit",
        _("Number of the tenancy"),
        (
            "unit",
            "lejemål",
            "lejemålsnr",
            "lejemålsnummer",
            "lejemål nr",
            "bolignr",
            "bolignummer",
            "unit number",
        ),
    ),
    Field("homes", _("Number of homes"), ("homes", "boliger", "antal boliger", "number of homes", "antal")),
)
LABELS = {field.name: field.label for field in FIELDS}


def is_enough(mapping: Mapping) -> bool:
    """Whether the columns say where a home is."""
    return "address" in mapping or {"street", "number"} <= set(mapping)
