"""Accounts (global, a mail address that can sign in) and persons (one federation's, with or without an account)."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from lagetrunt.federations.models import Federation


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **extra: object) -> Account:
        account = self.model(email=self.normalize_email(email).lower(), **extra)
        account.set_unusable_password()
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **extra: object) -> Account:
        return self.create_user(email, is_superuser=True, **extra)


class Account(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in: by a code sent to the address, never by a password.

    ``is_superuser`` looks after the installation (letters, federations); what happens inside a network is decided by membership.
    """

    email = models.EmailField("e-postadress", unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects: ClassVar[AccountManager] = AccountManager()

    def __str__(self) -> str:
        return self.email


class Person(models.Model):
    """A human being in one federation. The same human in two federations is two persons with one account."""

    federation = models.ForeignKey(Federation, on_delete=models.CASCADE, related_name="persons")
    name = models.CharField("namn", max_length=200)
    email = models.EmailField("e-postadress", blank=True)
    account = models.ForeignKey(
        Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="persons"
    )
    aliases = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "email"], condition=~models.Q(email=""), name="one_person_per_address"
            ),
        ]

    def __str__(self) -> str:
        return self.name
