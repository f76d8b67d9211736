"""The demo as a newcomer meets it: the real server on the example region, and a real browser in front of it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PATIENCE = 180  # seconds for reading the example region on a busy machine


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo that has read its region; stopped at the end."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("LAGETRUNT_", "DJANGO_"))
    }
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [Path(sys.executable).with_name("lagetrunt"), "demo", "--port", str(port)],
            env={**environment, "LAGETRUNT_DATA": str(folder / "data")},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    address = f"http://localhost:{port}"
    try:
        wait_for(address, server, folder / "log")
        yield address
    finally:
        server.terminate()
        server.wait(30)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Come back when the address answers; fail with the log when the server ends or takes too long."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"The demo did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def keys(chromium: Any, demo: str) -> dict[str, Any]:
    """The session of each part of the demo's cast, got by one click at its door."""
    found: dict[str, Any] = {"stranger": None}
    for part in ("chair", "secretary", "member", "director", "office"):
        context = chromium.new_context(locale="sv-SE")
        page = context.new_page()
        page.goto(f"{demo}/konto/prova-som/")
        page.click(f"button[value={part}]")
        found[part] = context.storage_state()
        context.close()
    return found


@pytest.fixture
def visit(chromium: Any, demo: str, keys: dict[str, Any]) -> Iterator[Callable[..., Page]]:
    """``visit(path, part)``: that page as this part of the cast sees it. What the browser complains of fails the test at its end."""
    contexts, complaints = [], []

    def complained(message: Any) -> None:
        if (
            message.type in ("error", "warning")
            and "the server responded with a status of 404" not in message.text
        ):
            complaints.append(message.text)

    def opened(
        path: str, part: str = "chair", *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            storage_state=keys[part],
            locale="sv-SE",
            reduced_motion="reduce",  # a colour in transition is neither here nor there
        )
        contexts.append(context)
        page: Page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", complained)
        page.goto(demo + path)
        assert page.url == demo + path  # not sent to the sign-in, which every check would find well made
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
