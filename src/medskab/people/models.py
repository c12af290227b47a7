"""People: accounts that sign in, persons in an area, and the roles they hold at places."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from medskab.places.models import Area, AreaRow, AreaRowQuerySet, Place


class AccountManager(BaseUserManager["Account"]):
    """Accounts are made without a password: one signs in by a mailed code or a passkey."""

    def create_user(self, email: str, **_extra: object) -> "Account":
        """A new account for an address."""
        account = self.model(email=self.normalize_email(email).lower())
        account.set_unusable_password()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A way to sign in. It is no person: one account may stand for a person in several areas."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    objects = AccountManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="account_email_once")]

    class Privacy:
        purpose = _("Signing in.")
        personal = {
            "email": "deleted with the account",
            "password": "deleted with the account (never a usable one)",
            "last_login": "deleted with the account",
        }
        public = ()
        internal = ("id", "is_active", "created_at")
        retention = _("Until the account is deleted.")

    def __str__(self) -> str:
        return self.email


class AgeBand(models.TextChoices):
    """The four bands that the law tells apart."""

    UNDER_13 = "under-13", _("under 13")
    FROM_13 = "13-14", _("13–14")
    FROM_15 = "15-17", _("15–17")
    ADULT = "18+", _("18 or older")


class Person(AreaRow):
    """Somebody who takes part in one area, with or without an account."""

    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=80)
    age_band = models.CharField(max_length=10, choices=AgeBand.choices, blank=True)
    guardian = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "account"], name="person_once_per_area", condition=~Q(account=None)
            ),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__in=AgeBand.values), name="person_age_band_is_known"
            ),
        ]

    class Privacy:
        purpose = _("Knowing who takes part, and how to greet them.")
        personal = {
            "account": "unlinked",
            "name": "replaced by an empty text",
            "age_band": "emptied",
            "guardian": "unlinked",
        }
        public = ()
        internal = ("id", "area", "created_at", "erased_at")
        retention = _("Until the person asks to be erased.")

    def __str__(self) -> str:
        return self.name


class RoleKind(models.TextChoices):
    """What somebody does in an area."""

    RESIDENT = "resident", _("Resident")
    FACILITATOR = "facilitator", _("Facilitator")
    PROJECT_LEADER = "project-leader", _("Project leader")
    BOARD_MEMBER = "board-member", _("Member of the tenants' board")
    OFFICER = "officer", _("Municipal officer")
    PARTNER = "partner", _("Outside partner")
    EVALUATOR = "evaluator", _("Evaluator")


STAFF_ROLES = (RoleKind.FACILITATOR, RoleKind.PROJECT_LEADER)


class RoleQuerySet(AreaRowQuerySet):
    """Roles at a date."""

    def held_on(self, day: date) -> "RoleQuerySet":
        """Roles that are held on a day."""
        return self.filter(begins_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gt=day))


class Role(AreaRow):
    """What a person does at a place, from a day until a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind.choices)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RoleKind.values), name="role_kind_is_known"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")), name="role_ends_after_it_begins"
            ),
        ]

    class Privacy:
        purpose = _("Knowing who may do what.")
        personal = {
            "person": "kept as a number without a name",
            "given_by": "kept as a number without a name",
        }
        public = ()
        internal = ("id", "area", "kind", "place", "begins_on", "ends_on")
        retention = _("For good: decisions name the role they were taken in.")


__all__ = ["STAFF_ROLES", "Account", "AgeBand", "Area", "Person", "Role", "RoleKind"]
