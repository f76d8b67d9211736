"""Saved mail: the document it carries, or what is written in it."""

from __future__ import annotations

import pytest
from tests.protokoll import written

from protokoll.sources import SourceError, read_texts, text_of_bytes

MINUTES = (
    "protokoll.txt",
    "Protokoll SIKT\nNärvarande: Anna\n1. Öppnande\nAlla hälsades välkomna.\n".encode(),
)


def test_a_covering_letter_gives_way_to_its_document() -> None:
    text = text_of_bytes(written.mail("Hej! Här kommer protokollet.\n", MINUTES), "brev.eml")
    assert text.plain() == MINUTES[1].decode().strip()
    assert text.notes == ("Läst är bilagan protokoll.txt.",)
    assert text.name == "protokoll.txt"


def test_a_mail_without_documents_is_read_itself() -> None:
    text = text_of_bytes(written.mail("Minnesanteckningar\n\nNärvarande: Anna\n"), "brev.eml")
    assert (text.media_type, text.plain()) == ("message/rfc822", "Minnesanteckningar\n\nNärvarande: Anna")
    assert text.title == "Protokoll från i tisdags"


def test_a_long_mail_keeps_its_own_text_beside_a_short_document() -> None:
    body = "\n".join(f"Punkt {n}: vi talade om saken." for n in range(60))
    text = text_of_bytes(written.mail(body, ("karta.txt", b"Hitta hit\n")), "brev.eml")
    assert text.plain() == body
    assert text.notes == ("Bilagan karta.txt är inte läst här.",)


def test_html_becomes_paragraphs_when_nothing_plain_is_there() -> None:
    html = "<html><head><style>p{}</style></head><body><h2>Beslut</h2><p>Avtalet<br>förlängs.</p><ul><li>Hjo</ul></body></html>"
    lines = text_of_bytes(written.mail("", html=html), "brev.eml").lines
    assert [(line.text, line.heading, line.number) for line in lines] == [
        ("Beslut", 2, None), ("Avtalet", None, None), ("förlängs.", None, None), ("Hjo", None, "•"),
    ]  # fmt: skip


def test_every_text_of_a_mail_is_there_with_its_name(tmp_path) -> None:
    path = tmp_path / "brev.eml"
    path.write_bytes(written.mail("Hej!\n", MINUTES, ("bilaga.md", b"# Plan\n"), ("logga.png", b"\x89PNG")))
    assert [text.name for text in read_texts(path)] == ["brev.eml", "protokoll.txt", "bilaga.md"]


def test_a_document_that_cannot_be_read_is_named() -> None:
    text = text_of_bytes(
        written.mail("Hej!\n", ("gammal.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99)), "brev.eml"
    )
    assert text.plain() == "Hej!"
    assert text.notes == (
        "Bilagan gammal.doc gick inte att läsa: Det gamla Office-formatet (DOC, XLS, PPT) läses inte."
        " Spara om filen som DOCX eller PDF.",
    )


def test_a_mail_in_a_mail_is_opened_but_not_without_end() -> None:
    inner = written.mail("Hej!\n", MINUTES)
    for _ in range(6):
        inner = written.mail("Vidare.\n", ("vidarebefordrat.eml", inner))
    assert text_of_bytes(inner, "brev.eml").lines


def test_a_mail_of_nothing_is_said_to_be_empty() -> None:
    with pytest.raises(SourceError) as error:
        text_of_bytes(
            b"From: a@hjo.example\nTo: b@hjo.example\nSubject: x\nDate: Tue, 12 Mar 2024 16:00:00 +0100\n\n",
            "x.eml",
        )
    assert error.value.kind == "empty"
