from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "lagetrunt.pages"
    label = "pages"
    verbose_name = "Sidor"
