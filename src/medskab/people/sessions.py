"""Where browsers are remembered: a copy of the table opens no browser's session and shows nothing in it.

The table keeps a hash of the key that the browser has; what the session remembers (a code that was mailed,
the secret of a second factor that is being set up) is sealed with that key itself.
"""

from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from medskab.common.clock import now
from medskab.tools.vault.sealing import CannotOpen, key_from_secret, open_sealed, seal

_ABOUT = "session"


def stored_key(session_key: str) -> str:
    """How a browser's key is written in the table (43 of the 64 hex digits would do; 40 fit)."""
    return sha256(session_key.encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """Django's store in the database, with the key hashed and the content sealed."""

    @classmethod
    def get_model_class(cls) -> Any:
        """Our own table; asked for late, when the models are there."""
        from .models import Session  # noqa: PLC0415

        return Session

    def _get_session_from_db(self) -> Any:
        found = self.model.objects.filter(
            session_key=stored_key(self.session_key or ""), expire_date__gt=now()
        ).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        """Whether the key is taken."""
        return super().exists(stored_key(session_key))

    def delete(self, session_key: str | None = None) -> None:
        """Forget a session; the browser's own where none is named."""
        if key := session_key or self.session_key:
            super().delete(stored_key(key))

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Sealed with the browser's key."""
        plain = self.serializer().dumps(session_dict)
        return b64encode(seal(plain, key=self._sealing_key(), about=_ABOUT)).decode()

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        """Nothing where it cannot be opened: then the browser has to sign in again."""
        try:
            plain = open_sealed(b64decode(session_data), key=self._sealing_key(), about=_ABOUT)
        except (CannotOpen, ValueError):
            return {}
        return self.serializer().loads(plain)

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row: beside the sealed content only what the page of sign-ins shows."""
        begun_at, seen_on = data.get("begun_at"), data.get("seen_on")
        table: Any = self.model
        return table(
            session_key=stored_key(self._key()),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            account_id=data.get(SESSION_KEY),
            device=data.get("device", ""),
            begun_at=datetime.fromisoformat(begun_at) if begun_at else None,
            seen_on=datetime.fromisoformat(seen_on).date() if seen_on else None,
        )

    def _sealing_key(self) -> bytes:
        return key_from_secret(self._key(), _ABOUT)

    def _key(self) -> str:
        return self._get_or_create_session_key()  # type: ignore[attr-defined]
