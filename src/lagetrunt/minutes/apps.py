from django.apps import AppConfig


class MinutesConfig(AppConfig):
    name = "lagetrunt.minutes"
    label = "minutes"
    verbose_name = "Protokoll"
