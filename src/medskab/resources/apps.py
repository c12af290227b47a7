from datetime import time

from django.apps import AppConfig

from medskab.tools.jobs.periodic import Nightly


class ResourcesConfig(AppConfig):
    name = "medskab.resources"
    label = "resources"
    nightly_jobs = (Nightly("medskab.resources.jobs.check_ledgers", at=time(3, 50)),)
