"""How somebody signs in: devices, second step, spare codes, the address."""

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm
from medskab.common.policy import anyone, page
from medskab.people import actions, queries
from medskab.people.forms.mine import DeviceForm
from medskab.people.rules import is_account
from medskab.people.sessions import stored_key
from medskab.people.signing_in import has_second_factor, used_second_factor

_GO_ON = "after_second_factor"


def may_use_passkeys(request: HttpRequest) -> bool:
    """Browsers keep passkeys for names, not for numbers such as 127.0.0.1."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return True
    return False


def account_of(request: HttpRequest) -> Any:
    """Who is signed in, whether or not there is an area."""
    return request.user


@require_GET
@page(anyone)
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """There is one page for signing in."""
    return redirect("account_login")


@require_GET
@page(is_account, find=account_of)
def security(request: HttpRequest, account: Any) -> HttpResponse:
    """Everything about signing in, on one page."""
    factors = list(Authenticator.objects.filter(user=account).order_by("created_at"))
    context = {
        "passkeys": [one.wrap() for one in factors if one.type == Authenticator.Type.WEBAUTHN],
        "has_app": any(one.type == Authenticator.Type.TOTP for one in factors),
        "has_spare_codes": any(one.type == Authenticator.Type.RECOVERY_CODES for one in factors),
        "sign_ins": list(queries.sign_ins_of(account, now())),
        "this_one": stored_key(request.session.session_key or ""),
        "may_use_passkeys": may_use_passkeys(request),
        "is_staff_here": queries.is_staff_somewhere(account, now().date()),
    }
    return render(request, "people/security.html", context)


@require_GET
@page(is_account, find=account_of)
def second_factor(request: HttpRequest, account: Any) -> HttpResponse:
    """The stop before the staff's pages: show the second step, or set one up."""
    onward = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        request.session[_GO_ON] = onward
    if used_second_factor(request):
        return redirect("security-done")
    if has_second_factor(account):
        query = urlencode({"next": reverse("security-done")})
        return redirect(f"{reverse('mfa_reauthenticate')}?{query}")
    return render(request, "people/second_factor.html", {"may_use_passkeys": may_use_passkeys(request)})


@require_GET
@page(is_account, find=account_of)
def security_done(request: HttpRequest, account: Any) -> HttpResponse:
    """On to where somebody wanted to go before the locks came up."""
    return redirect(request.session.pop(_GO_ON, "") or "security")


@require_POST
@page(is_account, find=account_of)
def end_device(request: HttpRequest, account: Any) -> HttpResponse:
    """Sign one device out."""
    form = DeviceForm(request.POST)
    if form.is_valid():
        try:
            actions.end_session(
                account=account,
                session_key=form.cleaned_data["session"],
                by=None,
                now=now(),
                idempotency_key=form.key,
            )
        except CannotAct as error:
            messages.warning(request, str(error))
    return redirect("security")


@require_POST
@page(is_account, find=account_of)
def end_other_devices(request: HttpRequest, account: Any) -> HttpResponse:
    """Sign all other devices out."""
    form = DeedForm(request.POST)
    if form.is_valid():
        here = stored_key(request.session.session_key or "")
        actions.end_other_sessions(account=account, but=here, by=None, now=now(), idempotency_key=form.key)
        messages.success(request, _("All other devices are signed out."))
    return redirect("security")
