"""Every address of the site."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from medskab.site.pages import first_run, home, jobs, statements

urlpatterns = [
    path("", home.home, name="home"),
    path("first-run/", first_run.set_up, name="first-run"),
    path("first-run/<str:token>/", first_run.open_link, name="first-run-link"),
    path("", include("medskab.people.site_urls")),
    path("account/", include("allauth.urls")),
    path("", include("medskab.common.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("<slug:area_slug>/", include("medskab.site.area_urls")),
    path("<slug:area_slug>/", include("medskab.places.urls")),
    path("<slug:area_slug>/", include("medskab.people.urls")),
    path("<slug:area_slug>/", include("medskab.notifications.urls")),
    path("<slug:area_slug>/jobs/<str:ref>/", jobs.job, name="job"),
    path("<slug:area_slug>/jobs/<str:ref>/stop/", jobs.stop, name="stop-job"),
    path("<slug:area_slug>/", include("medskab.threads.urls")),
    path("<slug:area_slug>/", include("medskab.gatherings.urls")),
    path("<slug:area_slug>/", include("medskab.noticeboard.urls")),
    path("<slug:area_slug>/", include("medskab.fieldwork.urls")),
    path("<slug:area_slug>/", include("medskab.needs.urls")),
    path("<slug:area_slug>/", include("medskab.statements.urls")),
    path("<slug:area_slug>/", include("medskab.surveys.urls")),
    path("<slug:area_slug>/", include("medskab.rounds.urls")),
    path("<slug:area_slug>/", include("medskab.initiatives.urls")),
    path("<slug:area_slug>/", include("medskab.mandates.urls")),
    path("<slug:area_slug>/", include("medskab.resources.urls")),
    path("<slug:area_slug>/", include("medskab.decisions.urls")),
]
if settings.DEBUG and find_spec("medskab.common.gallery"):
    from medskab.common.gallery import gallery

    urlpatterns.append(path("gallery/", gallery, name="gallery"))
