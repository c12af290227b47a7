"""The sign-in library's forms in this site's words and with the right keyboard on a phone."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "spellcheck": "false"}


def _code_field(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=40, widget=forms.TextInput(attrs=dict(_CODE))
    )


class SignInForm(LoginForm):
    """Where shall the code go?"""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.EmailField(
            label=_("Your mail address"),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
        )


class CodeForm(ConfirmLoginCodeForm):
    """The code from the mail."""

    code = _code_field(_("The code from the mail"), _("Eight digits. Spaces do not matter."))


class FactorForm(AuthenticateForm):
    """The second step."""

    code = _code_field(_("Code from the app"), _("Or one of your spare codes."))


class FactorAgainForm(ReauthenticateForm):
    """The second step once more, before the locks are changed."""

    code = _code_field(_("Code from the app"), _("Or one of your spare codes."))


class AppForm(ActivateTOTPForm):
    """Proof that the app has learned the secret."""

    code = _code_field(_("The six digits that the app shows now"))


class PasskeyForm(AddWebAuthnForm):
    """A device that signs in by itself, with a fingerprint, a face or a PIN: always both factors in one."""

    passwordless = None  # nothing to choose: see clean
    name = forms.CharField(label=_("What do you call this device?"), max_length=60, required=False)

    def clean(self) -> dict[str, Any]:
        """A device that did not ask who is holding it is refused."""
        cleaned = super().clean()
        credential = cleaned.get("credential")
        if credential and not _asked_who_it_is(credential):
            raise get_adapter().validation_error("incorrect_code")
        return cleaned


def _asked_who_it_is(credential: dict[str, Any]) -> bool:
    return auth.parse_registration_response(
        credential
    ).response.attestation_object.auth_data.is_user_verified()
