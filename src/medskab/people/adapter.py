"""How the sign-in library meets this site."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from roles and codes; nobody signs up at the door."""

    def is_open_for_signup(self, request) -> bool:  # type: ignore[no-untyped-def]
        return False
