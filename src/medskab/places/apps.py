from datetime import time

from django.apps import AppConfig

from medskab.tools.jobs.periodic import Nightly


class PlacesConfig(AppConfig):
    name = "medskab.places"
    label = "places"
    stylesheets = ["places/map.css", "places/tree.css"]
    nightly_jobs = (Nightly("medskab.places.jobs.forget_drafts", at=time(3, 20)),)
