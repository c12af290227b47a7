from datetime import time

from django.apps import AppConfig

from .periodic import Nightly


class JobsConfig(AppConfig):
    name = "medskab.tools.jobs"
    label = "jobs"
    nightly_jobs = (Nightly("medskab.tools.jobs.nightly.tidy", at=time(3, 10)),)
