from datetime import time

from django.apps import AppConfig

from medskab.tools.jobs.periodic import Nightly


class PeopleConfig(AppConfig):
    name = "medskab.people"
    label = "people"
    stylesheets = ("people/people.css",)
    nightly_jobs = (Nightly("medskab.people.jobs.tidy", at=time(3, 40)),)

    def ready(self) -> None:
        from . import signing_in  # noqa: PLC0415  needs the models

        signing_in.connect()
