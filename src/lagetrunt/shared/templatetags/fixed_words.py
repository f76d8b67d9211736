"""``{% load i18n %}`` of this service: Django's own, but a template's own words are translated once per language."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import FilterExpression, Node, Parser, Token
from django.templatetags.i18n import TranslateNode, do_translate
from django.templatetags.i18n import register as django_tags
from django.utils.translation import get_language

register = template.Library()
register.tags.update(django_tags.tags)
register.filters.update(django_tags.filters)


class Words(Node):
    """A text of the template's own, in the language of the page."""

    child_nodelists = ()

    def __init__(self, node: TranslateNode) -> None:
        self.node = node
        self.said: dict[str | None, str] = {}

    def render(self, context: Any) -> str:
        language = get_language()
        if language not in self.said:
            self.said[language] = self.node.render(context)
        return self.said[language]


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> Node:
    """Django's tag; where it only says words, they are kept."""
    node: TranslateNode = do_translate(parser, token)
    words = node.filter_expression
    fixed = _is_literal(words) and (node.message_context is None or _is_literal(node.message_context))
    return Words(node) if fixed and node.asvar is None else node


def _is_literal(words: FilterExpression) -> bool:
    return getattr(words.var, "literal", None) is not None and not words.filters
