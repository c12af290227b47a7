"""People, roles and signed-in browsers, for this room's tests and for the rooms above."""

from datetime import timedelta

from medskab.common.clock import now
from medskab.people.models import Account, AgeBand, Person, Role, RoleKind
from medskab.places.models import Area, Place, PlaceKind


def area(slug="engen", **facts):
    """An area with a name of its own."""
    return Area.objects.create(**{"name": slug.title(), "slug": slug, "created_at": now(), **facts})


def place(where, name="Blok 1", kind=PlaceKind.AREA):
    """A place at the top of the area's tree."""
    return Place.objects.create(area=where, kind=kind, name=name)


def account(email="ida@example.org"):
    """A way to sign in."""
    return Account.objects.at(email)


def person(where, name="Ida", *kinds, email="", **facts):
    """Somebody with an account and these roles, held for a year."""
    given = {"age_band": AgeBand.ADULT, "created_at": now(), **facts}
    if "account" not in given:
        given["account"] = account(email or f"{name.lower()}.{where.slug}@example.org")
    who = Person.objects.create(area=where, name=name, **given)
    for kind in kinds:
        begins_on = now().date() - timedelta(days=365)
        Role.objects.create(area=where, person=who, kind=kind, begins_on=begins_on)
    return who


def facilitator(where, name="Freja", **facts):
    """Somebody who works for the area and has been here before."""
    who = person(where, name, RoleKind.FACILITATOR, **facts)
    Account.objects.filter(pk=who.account_id).update(last_login=now())
    return who


def sign_in(client, who, second_factor=True):
    """A browser in which somebody is signed in; staff need the second factor to come in anywhere."""
    client.force_login(who.account)
    if second_factor:
        session = client.session
        session["second_factor_of"] = who.account.pk
        session.save()
    return client
