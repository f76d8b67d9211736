"""The addresses of documents: their list, the upload, the review page, the file itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

app_name = "minutes"


def _soon(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


urlpatterns = [path("n/<slug:federation>/<slug:network>/dokument/<int:pk>/", _soon, name="review")]
