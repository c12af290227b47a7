from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "medskab.tools.live"
    label = "live"
