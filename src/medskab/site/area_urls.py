"""Pages of the hall below an area's address."""

from django.urls import path

from medskab.site.pages import mine, place, statements

urlpatterns = [
    path("", place.area, name="area"),
    path("mine/", mine.mine, name="mine"),
    path("about/", statements.about, name="about"),
    path("privacy/", statements.privacy, name="privacy"),
]
