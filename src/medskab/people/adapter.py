"""How the sign-in library meets this site: who gets in, what is mailed, what is said."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import letters

# The library tells many things on many pages; these are worth saying here.
_SAID = {
    "account/messages/logged_out.txt": _("You are signed out."),
    "mfa/messages/webauthn_added.txt": _("Done: this device can now sign you in."),
    "mfa/messages/webauthn_removed.txt": _("That device can no longer sign you in."),
    "mfa/messages/totp_activated.txt": _("Done: the app on your phone is set up."),
    "mfa/messages/totp_deactivated.txt": _("The app on your phone is no longer asked for."),
}
_LETTERS = {
    "account/email/login_code": "people/code",
    "account/email/unknown_account": "people/no_account",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from roles and invitations; nobody signs up at the door."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("That is not the code. Look at the mail again."),
        "too_many_login_attempts": _("That was too many tries. Wait a few minutes, then ask for a new code."),
        "rate_limited": _("That was too many tries. Wait a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To one's own page."""
        return reverse("my_things")

    def render_mail(
        self, template_prefix: str, email: str | list[str], context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Our own letters: a code, "there is no account", and one for every change of the locks."""
        to = [email] if isinstance(email, str) else email
        template = _LETTERS.get(template_prefix, "people/locks_changed")
        letter = letters.written(template, to=to[0], values={"code": context.get("code", "")})
        mail = EmailMultiAlternatives(
            letter.subject,
            letter.body,
            self.get_from_email(),
            to,
            headers={"Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(letter.html, "text/html")
        return mail

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """At once, not through the outbox: a code is waited for, and belongs in no table."""
        self.render_mail(template_prefix, email, context).send()

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Somebody changed the locks: the account's own address is told, without saying from where."""
        self.send_mail(template_prefix, email or user.email, context or {})

    def add_message(  # noqa: PLR0917  the library's own signature
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say it where it is worth saying; the pages themselves show the rest."""
        if said := message or _SAID.get(message_template or ""):
            messages.add_message(request, level, said, extra_tags=extra_tags)
