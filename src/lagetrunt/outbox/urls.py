from django.urls import path

from lagetrunt.outbox import views

app_name = "outbox"
urlpatterns = [
    path("", views.letters, name="letters"),
    path("<int:pk>/", views.letter, name="letter"),
    path("<int:pk>/igen/", views.send_again, name="send-again"),
]
