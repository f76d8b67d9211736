"""The addresses of documents: their list, taking them in, the review page with its acts, the file itself."""

from __future__ import annotations

from django.urls import path

from lagetrunt.minutes.views import listing, review

app_name = "minutes"
ON = "n/<slug:federation>/<slug:network>/dokument/"
ONE = f"{ON}<int:pk>/"
urlpatterns = [
    path(ON, listing.documents, name="documents"),
    path(f"{ON}las-in/", listing.upload, name="upload"),
    path(ONE, review.review, name="review"),
    path(f"{ONE}fil", listing.content, name="file"),
    path(f"{ONE}post/", review.act, name="act"),
    path(f"{ONE}ratta/", review.correct, name="correct"),
    path(f"{ONE}ny/", review.add, name="add"),
    path(f"{ONE}dag/", review.set_day, name="date"),
    path(f"{ONE}plats/", review.place, name="place"),
]
