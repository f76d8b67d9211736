"""Chair, secretary and adjusters: signatures, roles in the head, elections."""

import pytest

from protokoll.reader import read_text_lines
from protokoll.records import Reading

HEAD = "Lokalrådet\nProtokoll 2024-03-05\n\nNärvarande: Anna Ek, Bo Lind, Eva Ros\n\n"
BODY = "1. Inledning\nMötet öppnas.\n\n2. Övrigt\nInget att ta upp.\n\n"


def read(tail: str = "", *, head: str = HEAD, body: str = BODY) -> Reading:
    return read_text_lines(head + body + tail)


@pytest.mark.parametrize(
    "tail",
    [
        "Ordförande\nAnna Ek\n\nSekreterare\nBo Lind\n",
        "Ordförande          Sekreterare\nAnna Ek             Bo Lind\n",
        "Ordförande\tSekreterare\nAnna Ek\tBo Lind\n",
        "Anna Ek             Bo Lind\nordförande          sekreterare\n",
        "Sekreterare: Bo Lind\nOrdförande: Anna Ek\n",
        "Ordf. Anna Ek        Sekr. Bo Lind\n",
        "Vid protokollet: Bo Lind\n\nAnna Ek, ordförande\n",
        "Sekreterare   ...............\n              Bo Lind\n\nOrdförande    ...............\n              Anna Ek\n",
        "| Ordförande | Sekreterare |\n| Anna Ek | Bo Lind |\n",
        "Protokollförare\nBo Lind\n\nMötesordförande\nAnna Ek\n",
        "Antecknat av Bo Lind\nOrdförande Anna Ek\n",
    ],
)
def test_chair_and_secretary_sign_in_every_habit(tail: str) -> None:
    reading = read(tail)
    assert (reading.chair, reading.secretary) == ("Anna Ek", "Bo Lind")


@pytest.mark.parametrize(
    "tail",
    [
        "/Bo",
        "Vid pennan: Bo",
        "Vid tangenterna\nBo",
        "Antecknat,\nBo",
        "Anteckningarna förda av\nBo",
        "Sekr: Bo",
    ],
)
def test_secretary_alone(tail: str) -> None:
    reading = read(tail + "\n")
    assert (reading.chair, reading.secretary) == (None, "Bo")


def test_adjusters_sign_beside_the_chair_who_is_none_of_them() -> None:
    reading = read(
        "Vid protokollet               Justeras\n\nBo Lind                       Anna Ek        Eva Ros\n"
        "sekreterare                   ordförande     justerare\n"
    )
    assert (reading.chair, reading.secretary, reading.adjusters) == ("Anna Ek", "Bo Lind", ("Eva Ros",))


def test_more_names_than_titles_follow_the_columns() -> None:
    reading = read(
        "Vid protokollet          Justeras\n\nBo Lind                  Anna Ek     Eva Ros\n",
        head=HEAD.replace("Anna Ek", "Anna Ek (ordf.)"),
    )
    assert (reading.chair, reading.secretary, reading.adjusters) == ("Anna Ek", "Bo Lind", ("Eva Ros",))


def test_role_in_the_attendance_names_chair_and_secretary() -> None:
    reading = read(
        head="Lokalrådet\nProtokoll 2024-03-05\n\nNärvarande:\nAnna Ek, ordförande\nBo Lind, sekr.\nEva Ros, vice ordförande\n\n"
    )
    assert (reading.chair, reading.secretary) == ("Anna Ek", "Bo Lind")


def test_roles_on_head_lines() -> None:
    reading = read(
        head="Lokalrådet\nProtokoll 2024-03-05\nOrdförande: Anna Ek\nSekreterare: Bo Lind\nUtses att justera   Eva Ros\n\n"
    )
    assert (reading.chair, reading.secretary, reading.adjusters) == ("Anna Ek", "Bo Lind", ("Eva Ros",))


@pytest.mark.parametrize(
    "body",
    [
        "1. Utse sekreterare\nBo Lind\n",
        "1. Val av sekreterare\nBo Lind valdes.\n",
        "1. Formalia\nTill sekreterare för mötet valdes Bo Lind.\n",
        "1. Mötet öppnas\nBo Lind utsågs till sekreterare.\n",
        "1. Mötesfunktionärer\nMötet beslutar\natt välja Bo Lind till sekreterare för mötet\n",
    ],
)
def test_elected_secretary(body: str) -> None:
    reading = read(body=body + "\n2. Ekonomi\nBra.\n\n3. Övrigt\nInget.\n\n", tail="Sekreterare\nEva Ros\n")
    assert (reading.secretary_elected, reading.secretary) == ("Bo Lind", "Eva Ros")


@pytest.mark.parametrize(
    "body",
    [
        "1. Val av justerare\nEva Ros och Bo Lind valdes att justera protokollet.\n",
        "1. Val\nTill justerare valdes Eva Ros och Bo Lind.\n",
        "1. Val av justerare\nAtt jämte ordföranden justera protokollet utsågs Eva Ros och Bo Lind.\n",
        "1. Val av två justerare\nEva Ros, Bo Lind\n",
    ],
)
def test_elected_adjusters(body: str) -> None:
    reading = read(body=body + "\n2. Ekonomi\nBra.\n\n3. Övrigt\nInget.\n\n")
    assert reading.adjusters == ("Eva Ros", "Bo Lind")


def test_election_to_a_lasting_office_names_no_chair_of_the_meeting() -> None:
    body = "1. Val\nÅrsmötet valde Eva Ros till mötesordförande.\nAnna Ek valdes till ordförande på ett år.\n\n2. Övrigt\nInget.\n"
    assert read(body=body).chair == "Eva Ros"


def test_short_sentences_tell_who_led_and_who_wrote() -> None:
    reading = read(body="1. Inledning\nAnna leder mötet och Eva antecknar.\n\n2. Övrigt\nInget.\n")
    assert (reading.chair, reading.secretary, reading.secretary_elected) == ("Anna", "Eva", None)


def test_nobody_is_named_where_nobody_signs() -> None:
    reading = read()
    assert (reading.chair, reading.secretary, reading.secretary_elected, reading.adjusters) == (
        None,
        None,
        None,
        (),
    )
