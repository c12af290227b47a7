"""Who may do what with news."""

from medskab.people.models import Person

from .models import Subscription


def may_choose(person: Person | None, whose: Person) -> bool:
    """Everybody for themselves."""
    return person is not None and person.pk == whose.pk and person.erased_at is None


def may_be_mailed(subscription: Subscription) -> bool:
    """Somebody who asked for it, is still here, and has an address."""
    person = subscription.person
    return subscription.is_on and person.erased_at is None and person.account is not None
