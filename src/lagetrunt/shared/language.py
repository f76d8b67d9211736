"""The language of a page: Swedish, or English for those who chose it or whose browser knows no Swedish."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

REFUSED = re.compile(r"q\s*=\s*0(?:\.0*)?$")


def pgettext_noop(context: str, text: str) -> str:
    """The text as it is, marked with its context for the catalogue: what is stored stays Swedish."""
    return text


@lru_cache(maxsize=200)
def language_of(chosen: str, accepted: str) -> str:
    """The language for somebody who chose ``chosen`` ("" for no choice yet) and whose browser accepts ``accepted``.

    A choice comes first. A browser that asks for English and not for Swedish gets English, in whatever order it
    names its other languages; everybody else gets the language of the minutes.
    """
    if chosen in dict(settings.LANGUAGES):
        return chosen
    asked = [part.strip().partition(";") for part in accepted.lower().split(",")]
    wanted = {tag.strip().split("-")[0] for tag, _, quality in asked if not REFUSED.match(quality.strip())}
    return "en" if "en" in wanted and "sv" not in wanted else settings.LANGUAGE_CODE


class LanguageMiddleware:
    """Every page in its reader's language, pages that tell of errors too; outside a request Swedish is spoken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with override(language_of(chosen[:10], request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:200])):
            response = self.get_response(request)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response
