"""Accounts that sign in, and the browsers they are signed in on."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class AccountManager(BaseUserManager["Account"]):
    """Accounts are made without a password: one signs in by a mailed code or a passkey."""

    def create_user(self, email: str, **_extra: object) -> "Account":
        """A new account for an address."""
        account = self.model(email=self.normalize_email(email).lower())
        account.set_unusable_password()
        account.save(using=self._db)
        return account

    def at(self, email: str) -> "Account":
        """The account with this address, made where there is none."""
        return self.filter(email=email.lower()).first() or self.create_user(email)


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


class Session(AbstractBaseSession):
    """One browser that is known here. The key is stored as a hash only, and what it remembers is sealed."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="+")
    device = models.CharField(max_length=60, blank=True)
    begun_at = models.DateTimeField(null=True)
    seen_on = models.DateField(null=True)

    class Meta(AbstractBaseSession.Meta):  # type: ignore[name-defined]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    class Privacy:
        purpose = _("Staying signed in, and seeing on which devices.")
        personal = {
            "account": "deleted with the account",
            "session_data": "deleted with the account",
            "device": "deleted with the account",
            "begun_at": "deleted with the account",
            "seen_on": "deleted with the account",
        }
        public = ()
        internal = ("session_key", "expire_date")
        retention = _("Until signed out, at most 30 days after the last visit.")
