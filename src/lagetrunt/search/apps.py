from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "lagetrunt.search"
    label = "search"
    verbose_name = "Sök"
