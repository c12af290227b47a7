"""Codes that open something. Only a keyed hash is stored: whoever copies the table cannot use them."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medskab.places.models import AreaRow, Place

from .person import Person


class JoinCode(AreaRow):
    """A code on a poster that opens a page. It gives no right: whoever has it may come and look."""

    code_hmac = models.CharField(max_length=64, unique=True)
    opens = models.CharField(
        max_length=200, blank=True, validators=[RegexValidator(r"^[a-z0-9][a-z0-9/-]*/$")]
    )
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(code_hmac=""), name="join_code_has_a_code")]

    class Privacy:
        purpose = _("Opening a page from a poster or a letter.")
        personal = {"made_by": "kept as a number without a name"}
        public = ()
        internal = ("id", "area", "code_hmac", "opens", "place", "made_at", "ended_at")
        retention = _("Until it is ended, then as a record of which posters there were.")


class DemoLogin(AreaRow):
    """A link that signs an invented person in once, in a demo."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Privacy:
        purpose = _("Trying out the demo.")
        personal = {"person": "deleted with the link"}
        public = ()
        internal = ("id", "area", "token_hash", "expires_at", "used_at")
        retention = _("One day.")
