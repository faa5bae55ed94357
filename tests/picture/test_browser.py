"""The page in a real Chromium: it is drawn, it fetches nothing, and its findings light up their paths."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from heldout.picture.html import render_html
from heldout.picture.journey import Picture

pytest.importorskip("pygraphviz", reason="drawing needs the extra heldout[graph]")
playwright = pytest.importorskip("playwright.sync_api", reason="steering a browser needs playwright")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

HOSTILE = "<img src=x onerror=document.title='owned'>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Give a Chromium without a window."""
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path, draw: Callable[..., Picture]) -> Iterator[Callable[[str], Any]]:
    """Give a function that shows the page of a program; what the page asks for and complains of is kept in it."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})

    def show(text: str) -> Any:
        path = tmp_path / "program.html"
        path.write_text(render_html(draw(text)), encoding="utf-8")
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield show
    context.close()


def test_page_asks_for_nothing_and_complains_of_nothing(opened: Callable[[str], Any], leak: str) -> None:
    """Opening the page makes one request, that for itself, and no error."""
    page = opened(leak)
    assert [url.rpartition("/")[2] for url in page.asked] == ["program.html"]
    assert page.complaints == []


def test_text_stays_in_its_box(opened: Callable[[str], Any], leak: str) -> None:
    """No title, fact or place is wider than the card that it stands in, with the fonts that this machine has."""
    page = opened(leak)
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.station')].flatMap(station => {
            const card = station.querySelector('.card');
            if (!card) return [];
            const limit = card.getBoundingClientRect();
            return [...station.querySelectorAll('.name,.fact,.kind,.place')]
                .filter(text => text.getBoundingClientRect().right > limit.right
                    || text.getBoundingClientRect().left < limit.left
                    || text.getBoundingClientRect().bottom > limit.bottom)
                .map(text => text.textContent);
        })"""
    )
    assert wide == []


def test_finding_lights_up_its_path_with_the_keyboard(opened: Callable[[str], Any], leak: str) -> None:
    """Enter on a finding shows its stations and ways and fades the others; Escape brings them back."""
    page = opened(leak)
    button = page.locator(".finding button")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator(".drawing .station.told").count() == 5
    assert page.locator(".drawing .way.told").count() == 4
    page.mouse.move(0, 0)
    button.evaluate("element => element.blur()")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator(".drawing svg.asked").count() == 0


def test_click_on_a_station_keeps_its_finding(opened: Callable[[str], Any], leak: str) -> None:
    """A click on a red box chooses its finding; a click beside the boxes lets it go."""
    page = opened(leak)
    page.locator(".drawing .leaking").first.click()
    assert page.locator(".finding.lit").count() == 1
    page.locator(".drawing .paper").click(position={"x": 3, "y": 3})
    assert page.locator(".finding.lit").count() == 0


def test_names_of_the_program_do_nothing(opened: Callable[[str], Any], leak: str) -> None:
    """Markup in a string of the program makes no element and runs nothing."""
    page = opened(leak.replace("houses.csv", HOSTILE).replace("price", HOSTILE))
    assert page.locator("img").count() == 0
    assert page.title() != "owned"
    assert page.complaints == []


def test_dark_window_gets_a_dark_page(browser: Any, tmp_path: Path, draw: Callable[..., Picture], leak: str) -> None:
    """Paper and drawing follow the colour scheme that the reader prefers."""
    path = tmp_path / "program.html"
    path.write_text(render_html(draw(leak)), encoding="utf-8")
    papers = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(path.as_uri())
        papers.append(page.evaluate("getComputedStyle(document.querySelector('.paper')).fill"))
        page.close()
    assert papers == ["rgb(255, 255, 255)", "rgb(13, 17, 23)"]
