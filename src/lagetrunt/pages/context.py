"""What every page's frame needs."""
from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """The demo flag for the frame of every page."""
    return {"demo": settings.DEMO}
