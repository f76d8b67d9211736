"""Words of a template are translated into the language of each page, not into that of the first."""

from __future__ import annotations

import pytest
from django.template import engines
from django.utils import translation


def said(source: str, language: str = "sv", **context: object) -> str:
    with translation.override(language):
        return engines["django"].from_string("{% load i18n %}" + source).render(context)


def test_words_follow_the_language_of_the_page() -> None:
    template = engines["django"].from_string("{% load i18n %}{% translate 'Yes' %}")
    for language, words in (("sv", "Ja"), ("en", "Yes"), ("sv", "Ja"), ("de", "Ja")):
        with translation.override(language):
            assert template.render({}) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{% translate 'Yes' %}", "Ja"),
        ("{% trans 'Yes' %}", "Ja"),
        ("{% translate 'Yes'|upper %}", "JA"),
        ("{% translate 'Yes' noop %}", "Yes"),
        ("{% translate 'Yes' as word %}<{{ word }}>", "<Ja>"),
        ("{% translate word %}", "Ja"),
        ("{% translate '100 %' %}", "100 %"),
        ("{% blocktranslate %}Yes{% endblocktranslate %}", "Ja"),
    ],
)
def test_every_form_of_the_tag_says_the_same_twice(source: str, words: str) -> None:
    assert [said(source, word="Yes"), said(source, word="Yes")] == [words, words]
