"""Addresses of surveys, below the area's."""

from django.urls import URLPattern

from .result_urls import urlpatterns as result_addresses

urlpatterns: list[URLPattern] = [*result_addresses]
