from datetime import time

from django.apps import AppConfig

from medskab.tools.backup.carried import CarriedOver
from medskab.tools.jobs.periodic import Nightly


class PeopleConfig(AppConfig):
    name = "medskab.people"
    label = "people"
    stylesheets = ("people/people.css",)
    carried_over = (CarriedOver("medskab.people.restored.collect", "medskab.people.restored.replay"),)
    nightly_jobs = (Nightly("medskab.people.jobs.tidy", at=time(3, 40)),)

    def ready(self) -> None:
        from . import signing_in  # noqa: PLC0415  needs the models

        signing_in.connect()
