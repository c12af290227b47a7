"""The first visit to a new site: the link from the console, and the questions behind it."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from medskab.common import accents
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.forms import DeedForm, NameField
from medskab.common.policy import anyone, page
from medskab.common.slugs import slug_of
from medskab.people.actions import AlreadySetUp, FirstArea, set_up_first_area
from medskab.people.models import Person
from medskab.people.queries import opens_first_run
from medskab.places.models import RESERVED_SLUGS, Area

_TOKEN = "first_run"  # noqa: S105  the name under which the session keeps it


class FirstRunForm(DeedForm):
    """Everything a first area needs; two of the answers can be changed later by staff."""

    name = NameField(label=_("What is the area called?"), max_length=80)
    municipality = NameField(label=_("In which municipality does it lie?"), max_length=120)
    slug = forms.SlugField(
        label=_("Its address on this site"),
        help_text=_("Small letters and dashes. Leave it empty and we make one of the name."),
        max_length=40,
        required=False,
    )
    accent = forms.ChoiceField(
        label=_("Its colour"),
        choices=accents.CHOICES,
        initial=accents.ACCENTS[0].name,
        widget=forms.RadioSelect,
    )
    facilitator = NameField(label=_("Your name"), max_length=80)
    email = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("You sign in with it: a code is sent there each time."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    data_controller = NameField(label=_("Who answers for people’s data?"), max_length=200)
    contact = NameField(label=_("Whom do people write or call with questions?"), max_length=200)
    language = forms.ChoiceField(
        label=_("Your language"), choices=settings.LANGUAGES, initial=get_language, widget=forms.RadioSelect
    )

    def clean(self) -> dict[str, Any]:
        """An address made of the name where none was given; in either case one that can be used."""
        given = super().clean() or {}
        if "slug" in self.errors or "name" in self.errors:
            return given
        slug = given.get("slug") or slug_of(given["name"], most=40)
        try:
            given["slug"] = Area._meta.get_field("slug").clean(slug.lower(), None)
        except ValidationError:
            self.add_error("slug", _("Begin with a letter; then small letters, figures and dashes."))
        if slug in RESERVED_SLUGS:
            self.add_error("slug", _("This site needs that word itself. Choose another."))
        return given

    def wanted(self) -> FirstArea:
        """What was filled in."""
        return FirstArea(**{name: self.cleaned_data[name] for name in FirstArea.__dataclass_fields__})


def _typed(request: HttpRequest, *, token: str) -> str:
    return token


@require_GET
@never_cache
@page(anyone, find=_typed)
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """The link from the console: keep what it carries, and take it out of the address."""
    request.session[_TOKEN] = token
    return redirect("first-run")


@require_http_methods(["GET", "POST"])
@never_cache
@page(anyone)
def set_up(request: HttpRequest) -> HttpResponse:
    """Ask, and set everything up in one deed."""
    if Area.objects.exists():
        return redirect("home")
    if not opens_first_run(request.session.get(_TOKEN, "")):
        return render(request, "hall/first_run_closed.html", status=403)
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _begin(request, form)
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "hall/first_run.html", {"form": form})


def _begin(request: HttpRequest, form: FirstRunForm) -> HttpResponse:
    # One key for everybody: of two browsers that hold the link, the second gets the first one's answer.
    person: Person = set_up_first_area(wanted=form.wanted(), by=None, now=now(), idempotency_key="first-run")
    if person.account is None or person.account.email != form.cleaned_data["email"].lower():
        raise AlreadySetUp
    login(request, person.account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.pop(_TOKEN, None)
    response = redirect(person.area)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        form.cleaned_data["language"],
        secure=settings.IS_SECURE,
        samesite="Lax",
    )
    return response
