"""The addresses of what every page loads; templates get them from `style_address` and `script_address`."""

from django.urls import path

from medskab.common import bundle_views

urlpatterns = [
    path("style.<slug:mark>.css", bundle_views.style, name="style"),
    path("script.<slug:mark>.js", bundle_views.script, name="script"),
]
