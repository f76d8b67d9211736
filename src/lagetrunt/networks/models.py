"""Organisations, the tree of networks, and who represents whom from when to when."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_noop as _

from lagetrunt.federations.models import Federation
from lagetrunt.people.models import Person


class Organisation(models.Model):
    """A municipality (with its SCB code), a federation of municipalities, a company or an agency, as one
    federation knows it.
    """

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", "kommun"
        FEDERATION = "federation", "kommunalförbund"
        REGION = "region", "region"
        OTHER = "other", "annan organisation"

    federation = models.ForeignKey(Federation, on_delete=models.CASCADE, related_name="organisations")
    name = models.CharField("namn", max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    kind = models.CharField("slag", max_length=20, choices=Kind.choices, default=Kind.OTHER)
    code = models.CharField("kommunkod", max_length=4, blank=True)
    aliases = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "folded"], name="organisation_once_per_federation")
        ]

    def __str__(self) -> str:
        return self.name


class Network(models.Model):
    """A body that meets. The root of each tree is the federation itself (kind ``federation``), to which the
    office belongs.
    """

    class Kind(models.TextChoices):
        FEDERATION = "federation", _("federation")
        NETWORK = "network", _("nätverk")
        DIRECTORS = "directors", _("chefsgrupp")
        WORKING_GROUP = "working-group", _("arbetsgrupp")
        STEERING_GROUP = "steering-group", _("styrgrupp")
        PRESIDIUM = "presidium", _("presidium")

    class DecisionWord(models.TextChoices):
        """What this network calls what it settles: officials agree or recommend, they do not bind."""

        DECISION = "decision", "beslut"
        AGREEMENT = "agreement", "överenskommelse"
        RECOMMENDATION = "recommendation", "rekommendation"

    federation = models.ForeignKey(Federation, on_delete=models.CASCADE, related_name="networks")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = models.CharField("namn", max_length=200)
    short = models.CharField("kortnamn", max_length=40, blank=True)
    slug = models.SlugField()
    kind = models.CharField("slag", max_length=20, choices=Kind.choices, default=Kind.NETWORK)
    decision_word = models.CharField(
        "kallar det man enas om", max_length=20, choices=DecisionWord.choices, default=DecisionWord.DECISION
    )
    aliases = models.JSONField(default=list, blank=True)
    members = models.ManyToManyField(Organisation, through="Seat", related_name="networks")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "slug"], name="network_slug_once_per_federation"),
            models.UniqueConstraint(
                fields=["federation"], condition=models.Q(parent=None), name="one_root_per_federation"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """An organisation's place round the table of a network, from–to."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="seats")
    since = models.DateField("från", null=True, blank=True)
    until = models.DateField("till", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "organisation", "since"], name="seat_once")]


class Membership(models.Model):
    """A person represents an organisation in a network, in a role, from–to (``until`` is the last day)."""

    class Role(models.TextChoices):
        CHAIR = "chair", "ordförande"
        SECRETARY = "secretary", "sekreterare"
        MEMBER = "member", "ledamot"
        DIRECTOR = "director", "skolchef"
        OFFICE = "office", "kansli"

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField("roll", max_length=20, choices=Role.choices, default=Role.MEMBER)
    since = models.DateField("från", null=True, blank=True)
    until = models.DateField("till", null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["network", "until"]), models.Index(fields=["person", "until"])]
