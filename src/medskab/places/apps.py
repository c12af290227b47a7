from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "medskab.places"
    label = "places"
