from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "lagetrunt.shared"
    label = "shared"
    verbose_name = "Gemensamt"
