"""The area, and what belongs to one."""

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
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

    def for_area(self, area: Area) -> Self:
        """Only this area's rows."""
        return self.filter(area=area)


class AreaRow(models.Model):
    """Base of everything that belongs to one area."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")

    objects = AreaRowQuerySet.as_manager()

    class Meta:
        abstract = True
