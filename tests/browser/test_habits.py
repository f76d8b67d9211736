"""What people do in the service, as they do it: at the keyboard, without scripts, on paper, in the dark."""

import pytest

pytestmark = pytest.mark.browser
ON = "/n/utbildning-skaraborg/sit/"


def focused(page, what="el.textContent.trim()"):
    """Something about the element that has the focus."""
    return page.evaluate(f"(el => {what})(document.activeElement)")


def paper(page):
    """The colour behind the page."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_first_tab_offers_to_skip_to_the_content(visit):
    page = visit(ON)

    page.keyboard.press("Tab")
    assert (focused(page), page.locator(".skip").bounding_box()["height"] > 20) == (
        "Hoppa till innehållet",
        True,
    )
    page.keyboard.press("Enter")
    assert focused(page, "el.id") == "main"


def test_slash_goes_to_the_search_field_and_enter_searches(visit):
    page = visit(ON)

    page.keyboard.press("/")
    page.keyboard.type("avtal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=avtal")
    assert page.locator("main .rows li").count() > 0


def test_slash_in_a_field_is_a_slash(visit):
    page = visit(f"{ON}beslut/")

    page.locator("input[name=ord]").focus()
    page.keyboard.type("1/2")
    assert page.locator("input[name=ord]").input_value() == "1/2"


def test_whatever_has_the_focus_shows_it(visit):
    page = visit(ON)

    bare = []
    for _ in range(60):
        page.keyboard.press("Tab")
        shown = focused(page, "getComputedStyle(el).outlineStyle !== 'none' || !!el.closest('.ring')")
        if not shown:
            bare.append(focused(page, "el.outerHTML.slice(0, 120)"))
    assert bare == []


def test_a_seat_of_the_large_ring_says_whose_it_is(visit):
    page = visit(ON)
    seat = page.locator("svg.r240 a").first

    seat.focus()
    name = seat.get_attribute("aria-label").split(":")[0]
    assert seat.locator(".tip tspan").first.text_content() == name
    assert seat.locator(".tip").evaluate("tip => getComputedStyle(tip).opacity") == "1"


def test_every_source_leads_to_its_line(visit):
    page = visit(ON)

    page.locator("#h-bes").locator("xpath=ancestor::section").locator("a.src").first.click()
    page.wait_for_url("**/dokument/*/#r*")
    line = page.locator(f"#{page.url.split('#')[1]}")
    assert line.evaluate("line => line.matches(':target')") is True
    assert line.evaluate("line => line.getBoundingClientRect().top < innerHeight") is True


def test_the_chosen_theme_is_remembered_from_the_first_paint(visit):
    page = visit(ON)
    light = paper(page)

    page.get_by_label("Mörkt").check()
    dark = paper(page)
    page.context.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => (window.early = document.documentElement.dataset.theme))"
    )
    page.goto(page.url + "moten/")

    assert dark != light
    assert (paper(page), page.evaluate("window.early"), page.get_by_label("Mörkt").is_checked()) == (
        dark,
        "dark",
        True,
    )


def test_like_the_computer_follows_the_computer(visit):
    page = visit(ON, scheme="dark")
    dark = paper(page)

    page.emulate_media(color_scheme="light")
    assert paper(page) != dark


def test_without_scripts_everything_is_there_and_filters_work(visit):
    page = visit(f"{ON}laget-runt/", script=False)

    page.get_by_label("Kommun").select_option("Hjo")
    page.get_by_role("button", name="Visa").click()
    page.wait_for_url("**/laget-runt/?kommun=Hjo*")
    assert set(page.locator("main .rows h2").all_text_contents()) == {"Hjo"}
    assert page.locator("[data-theme-choice]").is_visible() is False


def test_a_promise_is_said_to_be_done_and_opened_again(visit):
    page = visit(f"{ON}uppdrag/")
    promises = page.locator("main .rows > li")
    first = promises.first.locator(".q").text_content()

    with page.expect_navigation():
        promises.first.get_by_role("button", name="Klart").click()
    assert first not in page.locator("main .rows .q").all_text_contents()

    page.goto(f"{page.url.split('?')[0]}?lage=done")
    done = page.locator("main .rows > li", has_text=first).first
    with page.expect_navigation():
        done.get_by_role("button", name="Öppna igen").click()
    page.goto(page.url.split("?")[0])
    assert first in page.locator("main .rows .q").all_text_contents()


def test_on_paper_only_the_minutes_remain(visit):
    page = visit(f"{ON}moten/")
    page.goto(page.locator("main .rows li:nth-child(3) a").first.evaluate("link => link.href"))

    page.emulate_media(media="print", color_scheme="dark")
    assert [
        page.locator(part).first.is_visible() for part in ("header.top", "footer.foot", ".sub", "main h1")
    ] == [False, False, False, True]
    assert paper(page) == "rgb(255, 255, 255)"


def test_the_demo_lets_one_change_person(visit):
    page = visit("/konto/prova-som/", "stranger")
    page.locator("button[value=director]").click()

    page.get_by_role("link", name="Byt person").click()
    page.locator("button[value=stranger]").click()
    page.wait_for_url("**/")
    assert page.get_by_role("heading", level=1).text_content() == "Nätverkets minne"


def test_the_first_visit_loads_less_than_100_kb_of_scripts_and_styles(visit):
    page = visit("/konto/prova-som/", "stranger")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    kinds, bytes_of = {}, {}
    session.on("Network.responseReceived", lambda got: kinds.update({got["requestId"]: got["type"]}))
    session.on(
        "Network.loadingFinished", lambda got: bytes_of.update({got["requestId"]: got["encodedDataLength"]})
    )

    page.locator("button[value=chair]").click()
    page.goto(page.url.rstrip("/") + ON)
    page.wait_for_load_state("networkidle")

    loaded = sum(size for request, size in bytes_of.items() if kinds.get(request) in ("Stylesheet", "Script"))
    assert 0 < loaded < 100_000
