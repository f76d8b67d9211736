import pytest

from lagetrunt.documents.models import Record
from lagetrunt.followup.models import Assignment, Decision
from tests.lagetrunt.browser import violations
from tests.lagetrunt.minutes.readings import LINES, contract, read, take_in
from tests.lagetrunt.minutes.test_pages import BASE, client_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MORE = contract(
    assignments=[
        {"item": 0, "text": "Ada frågar i Skara.", "assignees": ["Ada"], "scope": "named", "line": 7},
        {"item": 1, "text": "Ny ugn i höst.", "assignees": [], "scope": "unassigned", "line": 9},
    ],
    unread=[{"line": 13, "text": LINES[12]}],
    problems=[
        {"code": "P201", "message": "Ordföranden är vald två gånger.", "line": 13, "severity": "warning"}
    ],
)


@pytest.fixture
def opened(network, tab):
    """The review page of a document with two unsure assignments, as the chair sees it."""
    return tab(client_of(network, "chair"), f"{BASE}{take_in(network, read(MORE)).pk}/")


def wait_for(page, selector):
    page.wait_for_selector(selector, timeout=5000, state="attached")


def test_the_whole_review_is_done_at_the_keyboard(opened):
    assert opened.locator("[data-card][aria-current]").inner_text().startswith("U")

    opened.keyboard.press("j")
    opened.keyboard.press("k")
    opened.keyboard.press("Enter")
    wait_for(opened, ".cards .done")
    assert sorted(Assignment.objects.values_list("standing", flat=True)) == ["confirmed", "unconfirmed"]

    opened.keyboard.press("s")
    wait_for(opened, ".cards .struck")
    assert sorted(Assignment.objects.values_list("standing", flat=True)) == ["confirmed", "dismissed"]

    opened.keyboard.press("z")
    opened.wait_for_selector(".cards .struck", state="detached")
    assert sorted(Assignment.objects.values_list("standing", flat=True)) == ["confirmed", "unconfirmed"]


def test_a_record_is_corrected_at_the_keyboard(opened):
    opened.keyboard.press("j")
    opened.keyboard.press("k")
    opened.keyboard.press("r")
    wait_for(opened, "form[data-form]")
    opened.keyboard.press("Control+A")
    opened.keyboard.type("Ada ringer Skara")
    opened.locator("form[data-form] button").press("Enter")
    opened.wait_for_selector("form[data-form]", state="detached")

    assert Assignment.objects.get(text="Ada ringer Skara").standing == Record.Standing.CONFIRMED


def test_selected_lines_become_a_record(opened):
    opened.evaluate("getSelection().selectAllChildren(document.querySelector('#r9 > span:last-of-type'))")
    opened.keyboard.press("n")
    opened.locator("#ny select").select_option("decision")
    opened.locator("#ny button").click()
    opened.wait_for_load_state()

    added = Decision.objects.get(standing="confirmed")
    assert (added.text, added.passage.first_line) == ("Hjo: Ny ugn i höst.", 9)


def test_a_card_lights_its_line_and_a_line_its_card(opened):
    opened.locator("#r9").hover()
    assert opened.locator(".cards > .lit").count() > 0

    opened.locator("[data-card]", has_text="Ny ugn i höst.").first.hover()
    assert opened.locator(".lines .on").evaluate_all("lines => lines.map(line => line.id)") == ["r9"]


def test_keys_can_be_turned_off(opened):
    opened.locator("[data-keys] input").uncheck()
    opened.locator("h1").click()
    opened.keyboard.press("s")
    opened.wait_for_timeout(300)

    assert Assignment.objects.filter(standing="dismissed").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_the_pages_hold_wcag_22_aa(network, live_server, tab, width, scheme):
    source = take_in(network, read(MORE))
    waiting = take_in(network, read(contract(body="Kanotklubben Strömmen")), name="kanot.txt")
    undated = take_in(network, read(contract(date=None), ["Helt andra ord", *LINES[:4]]), name="utan.txt")
    page = tab(client_of(network, "chair"), BASE, width=width, scheme=scheme)
    found = {}
    for path in ("", f"{source.pk}/", f"{source.pk}/?rad=13", f"{waiting.pk}/", f"{undated.pk}/"):
        page.goto(f"{live_server.url}{BASE}{path}")
        found[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{path} is wider than the window"
        )

    assert {path: told for path, told in found.items() if told} == {}


def test_files_are_sent_one_by_one_and_each_is_told_of(network, tab, tmp_path):
    good, bad = tmp_path / "bra.txt", tmp_path / "trasig.pdf"
    good.write_text(
        "Minnesanteckningar Slöjd och bild\nDatum: 2024-02-02\n\n1. Lera\nBeslut: Vi köper lera.\n"
    )
    bad.write_bytes(b"%PDF-1.4 avbruten")
    page = tab(client_of(network, "chair"), BASE)

    page.locator("input[type=file]").set_input_files([good, bad])
    page.locator("form.upload button").click()
    page.wait_for_selector(".again")

    assert page.locator("[data-sum]").inner_text() == "2 av 2 filer"
    assert [row.state for row in network.imports.order_by("pk")] == ["read", "failed"]
    assert network.imports.get(state="failed").reason in page.locator(".taken").inner_text()


def test_everything_works_without_a_script(network, tab):
    source = take_in(network, read(MORE))
    page = tab(client_of(network, "chair"), f"{BASE}{source.pk}/", script=False)

    page.locator("[data-card]", has_text="Ada frågar i Skara.").get_by_text("Rätta").first.click()
    page.locator("form[data-form] textarea").first.fill("Ada ringer Skara")
    page.locator("form[data-form] button").click()
    page.locator("[data-confirm]").first.click()
    page.locator("[data-undo]").click()

    assert sorted(Assignment.objects.values_list("standing", flat=True)) == ["confirmed", "unconfirmed"]
