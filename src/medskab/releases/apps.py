from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "medskab.releases"
    label = "releases"
