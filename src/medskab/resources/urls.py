"""Addresses of resources, below the area's."""

from django.urls import path

from . import views

urlpatterns = [
    path("money/", views.money, name="money"),
    path("money/new/", views.new_line, name="money-new"),
]
