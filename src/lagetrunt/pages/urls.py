"""The start page, search, and the pages of a network."""

from django.urls import path

from lagetrunt.pages.views import lists, meeting, register, search, settling, start

app_name = "pages"
ON = "n/<slug:federation>/<slug:network>/"
urlpatterns = [
    path("", start.start, name="start"),
    path("sok/", search.search, name="search"),
    path(ON, register.register, name="register"),
    path(f"{ON}moten/", lists.meeting_list, name="meetings"),
    path(f"{ON}moten/<uuid:pk>/", meeting.meeting, name="meeting"),
    path(f"{ON}rad/<int:passage>/", meeting.line, name="line"),
    path(f"{ON}beslut/", lists.decisions, name="decisions"),
    path(f"{ON}uppdrag/", lists.assignments, name="assignments"),
    path(f"{ON}uppdrag/<uuid:pk>/", settling.settle_assignment, name="settle"),
    path(f"{ON}amnen/", lists.topics, name="topics"),
    path(f"{ON}datum/", lists.dates, name="dates"),
    path(f"{ON}laget-runt/", lists.told_round, name="round"),
    path(f"{ON}narvaro/", lists.attendance, name="attendance"),
    path(f"{ON}medlemmar/", lists.members, name="members"),
    path(f"{ON}uppdragsbeskrivning/", lists.charter, name="charter"),
]
