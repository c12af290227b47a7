"""What a deed calls when it changed something that pages watch."""

from django.db.models import F

from .models import LiveTopic


def bump(key: str) -> None:
    """Count one more change, in the caller's transaction: pages hear of it when, and only when, it stands.

    Each change is counted. To leave out those that follow closely would be fewer writes, and now and then
    the last one would never be told.
    """
    topic = LiveTopic.objects.filter(key=key)
    more = {"revision": F("revision") + 1}
    if topic.update(**more):
        return
    _row, is_new = LiveTopic.objects.get_or_create(key=key)
    if not is_new:  # another deed was first
        topic.update(**more)
