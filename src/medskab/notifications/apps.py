from datetime import time

from django.apps import AppConfig

from medskab.tools.jobs.periodic import Nightly


class NotificationsConfig(AppConfig):
    name = "medskab.notifications"
    label = "notifications"
    nightly_jobs = (Nightly("medskab.notifications.jobs.send_digests", at=time(6, 30)),)
    erasures = ("medskab.notifications.actions.erase_news",)
