from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "medskab.needs"
    label = "needs"
