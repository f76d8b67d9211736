from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lagetrunt.people"
    label = "people"
    verbose_name = "Personer"
