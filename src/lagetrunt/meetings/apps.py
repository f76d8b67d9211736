from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "lagetrunt.meetings"
    label = "meetings"
    verbose_name = "Möten"
