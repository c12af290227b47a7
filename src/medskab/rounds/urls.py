"""Addresses of rounds, below the area's."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
