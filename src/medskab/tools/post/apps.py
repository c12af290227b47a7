from datetime import time

from django.apps import AppConfig

from medskab.tools.jobs.periodic import Nightly


class PostConfig(AppConfig):
    name = "medskab.tools.post"
    label = "post"
    nightly_jobs = (Nightly("medskab.tools.post.jobs.tidy", at=time(3, 20)),)
