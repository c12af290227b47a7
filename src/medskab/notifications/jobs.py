"""The morning's mails."""

from django_tasks import task

from medskab.common.clock import now

from . import actions, queries


@task()
def send_digests() -> None:
    """A mail for everybody whose news is due; each is a deed of its own, so that a broken run goes on."""
    moment = now()
    for subscription in queries.due_subscriptions(moment):
        actions.send_digest(subscription=subscription, by=None, now=moment)
    actions.forget_old_news(by=None, now=moment)
