"""The second factor in this site's words; its secrets are sealed by the vault."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from medskab.tools.vault.second_factor import SealedSecondFactor


class SecondFactor(SealedSecondFactor):
    """What the sign-in library asks when it says or names something."""

    error_messages = SealedSecondFactor.error_messages | {
        "incorrect_code": _("That did not fit. Try again with a new code."),
        "cannot_delete_authenticator": _("This one cannot be removed."),
        "cannot_generate_recovery_codes": _("Set up a passkey or an app first."),
    }

    def get_totp_issuer(self) -> str:
        """The name under which the app on the phone files it."""
        return f"Medskab ({self._get_site_name()})"

    def build_totp_svg(self, url: str) -> str:
        """The page draws the QR code itself."""
        return ""

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002  the library's name
        """What a passkey is called until somebody gives it a better name."""
        return gettext("My device")
