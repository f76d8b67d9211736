from django.apps import AppConfig


class ChartersConfig(AppConfig):
    name = "lagetrunt.charters"
    label = "charters"
    verbose_name = "Uppdragsbeskrivningar"
