"""Where things happen: areas, and in each the tree from municipality down to the stairwell."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# Words that the addresses of the site itself use: no area may be called so.
RESERVED_SLUGS = frozenset(
    [
        "account",
        "api",
        "admin",
        "demo",
        "first-run",
        "gallery",
        "health",
        "help",
        "i18n",
        "jobs",
        "k",
        "language",
        "me",
        "media",
        "new",
        "offline",
        "robots.txt",
        "static",
        "style",
        "thread",
        "about",
        "accessibility",
        "privacy",
        "search",
        "sitemap.xml",
    ]
)


class AreaQuerySet(models.QuerySet):
    """Areas by their address."""

    def at(self, slug: str) -> "AreaQuerySet":
        """The area with this address."""
        return self.filter(slug=slug)


class Area(models.Model):
    """One housing area with walls around it: every row of every room belongs to exactly one."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(
        max_length=40, unique=True, validators=[RegexValidator(r"^[a-z][a-z0-9-]{1,39}$")]
    )
    accent = models.CharField(max_length=20, default="brick")
    is_demo = models.BooleanField(default=False)
    data_controller = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="area_has_a_name"),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_SLUGS)), name="area_slug_is_not_reserved"
            ),
        ]

    class Privacy:
        purpose = _("The area's own page.")
        personal = {}
        public = ("name", "slug", "accent", "is_demo", "data_controller", "contact", "created_at")
        internal = ("id",)
        retention = _("For good.")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The area's page."""
        return f"/{self.slug}/"


class AreaRowQuerySet(models.QuerySet):
    """Rows behind the walls of areas: ask through `for_area`."""

    def for_area(self, area: Area) -> "AreaRowQuerySet":
        """Only this area's rows."""
        return self.filter(area=area)


class AreaRow(models.Model):
    """Base of everything that belongs to one area."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        abstract = True


class PlaceKind(models.TextChoices):
    """What a place is; each kind lies inside the one before."""

    MUNICIPALITY = "municipality", _("Municipality")
    AREA = "area", _("Area")
    DEPARTMENT = "department", _("Department")
    BLOCK = "block", _("Block")
    STAIRWELL = "stairwell", _("Stairwell")


class PlaceQuerySet(AreaRowQuerySet):
    """Places at a date."""

    def standing_on(self, day: date) -> "PlaceQuerySet":
        """Places that exist on a day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day)).filter(
            Q(valid_until=None) | Q(valid_until__gt=day)
        )


class Place(AreaRow):
    """One node of an area's tree, valid from a day until a day."""

    kind = models.CharField(max_length=20, choices=PlaceKind.choices)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PlaceKind.values), name="place_kind_is_known"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_from__lt=F("valid_until")),
                name="place_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["area", "kind", "parent", "name", "valid_from"],
                name="place_once",
                nulls_distinct=False,
            ),
        ]

    class Privacy:
        purpose = _("Saying where something is.")
        personal = {}
        public = ("kind", "name", "parent", "valid_from", "valid_until")
        internal = ("id", "area")
        retention = _("For good: old places explain old figures.")

    def __str__(self) -> str:
        return self.name
