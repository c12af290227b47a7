"""Changing the mail address that one signs in with."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.people import actions, mail_change
from medskab.people.forms.mine import NewMailCodeForm
from medskab.people.forms.people import AddressForm
from medskab.people.rules import is_account
from medskab.people.signing_in import has_second_factor, used_second_factor

from .security import account_of


@require_http_methods(["GET", "POST"])
@page(is_account, find=account_of)
def change_mail(request: HttpRequest, account: Any) -> HttpResponse:
    """Which address? Whoever has a second step shows it first."""
    if has_second_factor(account) and not used_second_factor(request):
        return redirect("second-factor")
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if mail_change.begin(request, form.cleaned_data["email"]):
            return redirect("change-mail-code")
        form.add_error(None, _("That was too many tries. Wait a few minutes."))
    return render(request, "people/change_mail.html", {"form": form})


@require_http_methods(["GET", "POST"])
@page(is_account, find=account_of)
def change_mail_code(request: HttpRequest, account: Any) -> HttpResponse:
    """The code from the new mailbox."""
    email = mail_change.awaited(request)
    form = NewMailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and email:
        if mail_change.fits(request, form.cleaned_data["code"]):
            return _changed(request, account, email, form)
        form.add_error("code", _("That is not the code. Look at the mail again."))
        email = mail_change.awaited(request)
    if not email:
        messages.warning(request, _("The code is too old, or was wrong too often. Ask for a new one."))
        return redirect("change-mail")
    return render(request, "people/change_mail_code.html", {"form": form, "email": email})


def _changed(request: HttpRequest, account: Any, email: str, form: NewMailCodeForm) -> HttpResponse:
    mail_change.end(request)
    try:
        actions.change_mail(account=account, email=email, by=None, now=now(), idempotency_key=form.key)
    except CannotAct as error:
        messages.warning(request, str(error))
        return redirect("change-mail")
    messages.success(request, _("From now on you sign in with the new address."))
    return redirect("security")
