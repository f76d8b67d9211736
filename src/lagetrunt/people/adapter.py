"""How signing in differs from the library's habits: nobody registers, accounts come from the networks' member lists."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account of their own: whoever represents an organisation in a network has one."""
        return False
