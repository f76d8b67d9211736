"""Every page of the service in a real browser: nobody is shut out, nothing breaks, at any width, in light and dark."""

from itertools import pairwise

import pytest

from tests.lagetrunt.browser import violations

pytestmark = pytest.mark.browser
ON = "/n/utbildning-skaraborg/sit/"
# What is asked for, by whom; "@…" is the address behind the first link that matches on the page before it.
PAGES = {
    "start": ("/", "chair"),
    "start of the office": ("/", "office"),
    "welcome": ("/", "stranger"),
    "register": (ON, "chair"),
    "register of a member": (ON, "member"),
    "register of the directors": ("/n/utbildning-skaraborg/skolchefsgruppen/", "director"),
    "register of the federation": ("/n/utbildning-skaraborg/utbildning-skaraborg/", "office"),
    "meetings": (f"{ON}moten/", "chair"),
    "meeting": (f"{ON}moten/@main .rows li:nth-child(3) a", "chair"),
    "meeting that is called": (f"{ON}moten/@main .rows li:nth-child(1) a", "chair"),
    "assignments": (f"{ON}uppdrag/", "chair"),
    "assignments, all": (f"{ON}uppdrag/?lage=alla", "member"),
    "decisions": (f"{ON}beslut/", "chair"),
    "topics": (f"{ON}amnen/", "chair"),
    "dates": (f"{ON}datum/", "chair"),
    "round": (f"{ON}laget-runt/", "chair"),
    "attendance": (f"{ON}narvaro/", "chair"),
    "members": (f"{ON}medlemmar/", "chair"),
    "charter": (f"{ON}uppdragsbeskrivning/", "chair"),
    "documents": (f"{ON}dokument/", "chair"),
    "documents of one who only reads": (f"{ON}dokument/", "member"),
    "review": (f"{ON}dokument/@main .rows li a", "chair"),
    "review that only reads": (f"{ON}dokument/@main .rows li a", "member"),
    "document that waits": ("/n/utbildning-skaraborg/vux/dokument/@main .rows li a", "office"),
    "search, empty": ("/sok/", "chair"),
    "search": ("/sok/?q=avtal", "chair"),
    "search without a hit": ("/sok/?q=snickarboa", "chair"),
    "not found": ("/finns-inte/", "chair"),
    "sign-in": ("/konto/logga-in/", "stranger"),
    "no account": ("/konto/inget-konto/", "stranger"),
    "sign out": ("/konto/logga-ut/", "chair"),
    "demo's door": ("/konto/prova-som/", "stranger"),
}


@pytest.fixture
def on(visit):
    """``on(name)``: the page of this name in PAGES."""

    def opened(name, **how):
        (address, part) = PAGES[name]
        path, _, link = address.partition("@")
        page = visit(path, part, **how)
        if link:
            page.goto(page.locator(link).first.evaluate("link => link.href"))
        return page

    return opened


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shuts_anybody_out(on, name):
    page = on(name)

    found = {}
    for scheme in ("light", "dark"):
        for width in (1280, 360):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found[scheme, width] = violations(page)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_to_be_pushed_sideways(on, name):
    page = on(name, width=320)

    wide = {width: width for width in (320, 768, 1920)}
    for width in wide:
        page.set_viewport_size({"width": width, "height": 900})
        wide[width] = page.evaluate("document.documentElement.scrollWidth")
    assert wide == {320: 320, 768: 768, 1920: 1920}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_one_heading_and_a_title_of_its_own(on, name):
    page = on(name)

    levels = [
        int(one)
        for one in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => h.tagName[1])")
    ]
    assert levels.count(1) == 1
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []
    assert page.title().endswith("– Laget runt")
    assert page.title() != "– Laget runt"
