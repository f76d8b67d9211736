"""How signing in differs from the library's habits: nobody registers, accounts come from the networks' member lists."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import override

from lagetrunt.people.operations import new_code


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account of their own: whoever represents an organisation in a network has one."""
        return False

    def generate_login_code(self) -> str:
        """Digits alone: they are read aloud, typed on phones and never mistaken for each other."""
        return new_code()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Letters are in Swedish: who asks for one may be another than who gets it."""
        with override(settings.LANGUAGE_CODE):
            super().send_mail(template_prefix, email, context)

    def add_message(
        self, request, level, message_template=None, message_context=None, extra_tags="", message=None
    ):  # type: ignore[no-untyped-def]
        """The pages themselves say what happened: only errors are said as messages."""
        if message is not None:
            super().add_message(request, level, message=message, extra_tags=extra_tags)
