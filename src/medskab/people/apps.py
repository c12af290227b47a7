from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "medskab.people"
    label = "people"
