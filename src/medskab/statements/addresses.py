"""Under which address a conversation is found."""

from medskab.common import slugs
from medskab.places.models import Area

from .models import Conversation


def free_slug(area: Area, title: str) -> str:
    """An address that no other conversation of the area has."""
    others = Conversation.objects.for_area(area)
    return slugs.free_slug(title, others, below="think/", otherwise="question", most=70)
