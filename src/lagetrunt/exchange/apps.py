from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "lagetrunt.exchange"
    label = "exchange"
    verbose_name = "Utbyte"
