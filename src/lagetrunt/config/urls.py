"""The whole address map: each room brings its own."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("lagetrunt.people.urls")),
    path("brev/", include("lagetrunt.outbox.urls")),
    path("", include("lagetrunt.minutes.urls")),
    path("", include("lagetrunt.pages.urls")),
]
