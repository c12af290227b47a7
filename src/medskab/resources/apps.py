from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "medskab.resources"
    label = "resources"
