"""Pages of the hall below an area's address."""

from django.urls import path

from medskab.site.pages import place, statements

urlpatterns = [
    path("", place.area, name="area"),
    path("about/", statements.about, name="about"),
    path("privacy/", statements.privacy, name="privacy"),
]
