from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "medskab.common"
    label = "common"
