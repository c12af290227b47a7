from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "medskab.gatherings"
    label = "gatherings"
