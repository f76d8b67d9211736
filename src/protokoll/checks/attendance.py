"""Checks of people: who signs, who is present or absent, who is missing from both lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokoll.checks.case import Case, last_line, problem
from protokoll.names import Directory, organisation_key
from protokoll.records import Absent, Present, Problem


def who_signs(case: Case) -> Iterator[Problem]:
    """P201 another than the elected secretary signs, P202 no secretary is named."""
    reading = case.reading
    elected, signing = reading.secretary_elected, reading.secretary
    if elected and signing and not _same_person(elected, signing, case.directory):
        line = reading.lines.get("secretary", reading.lines.get("secretary_elected", 1))
        yield problem(
            "P201",
            f"{elected} valdes till sekreterare, men {signing} står som sekreterare. Rätta, eller "
            f"skriv vem som tog över.",
            line,
        )
    if not elected and not signing:
        yield problem(
            "P202",
            "Ingen sekreterare är namngiven. Skriv vem som förde anteckningarna.",
            last_line(case),
            "info",
        )


def absent_members(case: Case) -> Iterator[Problem]:
    """P203: a member organisation of the directory is neither present nor absent."""
    if case.directory is None or not case.reading.present:
        return
    told = {organisation_key(one.organisation) for one in _everyone(case) if one.organisation}
    line = min(one.line for one in case.reading.present)
    for member in case.directory.organisations:
        names = {organisation_key(name) for name in (member.name, *member.aliases)}
        if not told & names and not _represented(member.name, case):
            yield problem(
                "P203", f"{member.name} står varken som närvarande eller frånvarande. Skriv vilket.", line
            )


def both_present_and_absent(case: Case) -> Iterator[Problem]:
    """P204: the same person is present and absent."""
    away = {_key(one): one.line for one in case.reading.absent if one.name}
    for one in case.reading.present:
        if one.name and _key(one) in away:
            yield problem(
                "P204",
                f"{one.name} står både som närvarande och som frånvarande (rad {away[_key(one)]}).",
                one.line,
            )


def functionaries_present(case: Case) -> Iterator[Problem]:
    """P205 an adjuster, P206 the chair or the secretary is not among those present."""
    reading = case.reading
    names = [one.name for one in reading.present if one.name]
    if len(names) < 2:
        return
    for adjuster in reading.adjusters:
        if not any(_same_person(adjuster, name, case.directory) for name in names):
            yield problem(
                "P205",
                f"{adjuster} ska justera men står inte som närvarande.",
                reading.lines.get("adjusters", last_line(case)),
            )
    for role, name in (("chair", reading.chair), ("secretary", reading.secretary)):
        if name and not any(_same_person(name, other, case.directory) for other in names):
            word = "ordförande" if role == "chair" else "sekreterare"
            yield problem(
                "P206", f"{name} är {word} men står inte som närvarande.", reading.lines.get(role, 1)
            )


def _everyone(case: Case) -> Iterator[Present | Absent]:
    yield from case.reading.present
    yield from case.reading.absent


def _key(one: Present | Absent) -> str:
    return " ".join((one.name or "").casefold().split())


def _represented(organisation: str, case: Case) -> bool:
    """Whether somebody in the lists, named without an organisation, belongs to it according to the
    directory.
    """
    if case.directory is None:
        return False
    wanted = organisation_key(organisation)
    people = {person.name: person.organisation for person in case.directory.people}
    for one in _everyone(case):
        if one.name and not one.organisation:
            known = people.get(case.directory.resolve(one.name).name or "")
            if known and organisation_key(known) == wanted:
                return True
    return False


def _same_person(one: str, two: str, directory: Directory | None) -> bool:
    """The same name, a part of it ("Eva" for "Eva Ek"), or the same person of the directory."""
    left, right = (set(re.findall(r"\w+", name.casefold())) for name in (one, two))
    if not left or not right or left <= right or right <= left:
        return True
    if directory is None:
        return False
    found = (directory.resolve(one).name, directory.resolve(two).name)
    return found[0] is not None and found[0] == found[1]
