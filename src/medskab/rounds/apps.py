from datetime import time

from django.apps import AppConfig

from medskab.tools.jobs.periodic import Nightly


class RoundsConfig(AppConfig):
    name = "medskab.rounds"
    label = "rounds"
    stylesheets = ("rounds/door.css",)
    nightly_jobs = (Nightly("medskab.rounds.jobs.tidy", at=time(3, 15)),)
