"""A real browser (Chromium, headless) that looks at a real service.

Without a browser these tests are skipped, and say why; where KG_BROWSER is "required" that is a failure.
"""

import os
import runpy
import shutil
from pathlib import Path

import pytest

from kg.graph.whole import graph
from kg.model import Document, Entity, Event, Mention, Reading, Role
from kg.resolve import resolve
from kg.store import open_store

REQUIRED = os.environ.get("KG_BROWSER") == "required"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What a browser does on its own account is switched off: every request left is the page's.
OPTIONS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Far more than anything takes that is waited for; only a failure waits so long.
PATIENCE = 30_000
PAGE = Path(__file__).parents[2] / "kg" / "serve" / "page" / "dist" / "index.html"
EVIL = "<script>window.hacked = 1</script>"
IMAGE = '<img src=x onerror="window.hacked = 1">'


def unable(reason):
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser():
    if not PAGE.exists():
        unable("The page is not bundled: run 'pip install -e .'")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        unable("There is no Chromium: 'apt-get install chromium'")
    playwright = pytest.importorskip("playwright.sync_api", reason="There is no Playwright: pip install '.[slow]'")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def serving():
    return runpy.run_path(str(Path(__file__).parents[1] / "serve" / "conftest.py"))["serving"]


@pytest.fixture(scope="session")
def service(serving, example_store):
    with serving(example_store) as started:
        yield started


class Watched:
    """What happens in a page that should not: complaints in the console, and requests to another host."""

    def __init__(self, page, home):
        self.complaints = []
        self.elsewhere = []
        page.on("console", lambda said: said.type in {"error", "warning"} and self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda asked: self._look(asked.url, home))

    def _look(self, url, home):
        if url != home and not url.startswith((f"{home}/", "data:", f"blob:{home}/")):
            self.elsewhere.append(url)


@pytest.fixture
def open_page(browser, service):
    """Opens an address of a service (the example's, if no other) as a browser of some language would."""
    contexts = []

    def open_(address, home=service.url, locale="en-GB", **options):
        context = browser.new_context(locale=locale, **{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        contexts.append((context, Watched(page, home)))
        page.goto(home + address)
        return page

    yield open_
    for context, watched in contexts:
        context.close()
        assert watched.complaints == []
        assert watched.elsewhere == []


@pytest.fixture(scope="session")
def iri(service):
    """Gives the IRI of what is first suggested for words."""

    def find(words):
        return service.client.get("/api/suggest", params={"q": words, "lang": "en"}).json()["found"][0]["iri"]

    return find


@pytest.fixture(scope="session")
def hostile_service(serving, tmp_path_factory):
    """A service of an article that would run scripts, if anything of it were taken for markup."""
    folder = tmp_path_factory.mktemp("hostile") / "store"
    readings = (hostile_reading(),)
    with open_store(folder) as store:
        store.put_readings(readings)
        store.replace_graph(graph(readings, resolve(readings)))
    with serving(folder) as started:
        yield started


def hostile_reading():
    sentence = f"{EVIL} thanked {IMAGE}."
    text = f"{EVIL}\n\n{sentence}"
    start = len(EVIL) + 2

    def mention(words, label):
        at = text.index(words, start)
        return Mention(at, at + len(words), words, label, start, len(text))

    document = Document(f'"{EVIL}', text, "en", headline=EVIL, publisher=IMAGE, url="javascript:window.hacked=1")
    one = Entity("e1", "Person", EVIL, (EVIL,), mentions=(mention(EVIL, "PER"),))
    other = Entity("e2", "Organization", IMAGE, (IMAGE,), mentions=(mention(IMAGE, "ORG"),))
    roles = (Role("agent", "e1"), Role("recipient", "e2"))
    thanks = Event("v1", "Thanks", (mention("thanked", "EVENT"),), roles)
    return Reading(document, (one, other), (thanks,))
