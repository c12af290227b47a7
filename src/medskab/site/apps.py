from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "medskab.site"
    label = "hall"
    stylesheets = ["hall/front.css"]
