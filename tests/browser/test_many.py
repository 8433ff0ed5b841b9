"""A store of many articles, with names that are hard to show, which changes while somebody looks."""

import datetime as dt
import re

import pytest

from kg.graph.whole import graph
from kg.model import Document, Entity, Event, Mention, Reading, Role
from kg.resolve import resolve
from kg.store import open_store

LONG = "Wirtschaftszusammenarbeitsministerium" * 4
NAMES = ("أحمد الشرع", LONG, "Ärztin O'Néill-Dvořák", "Ann Smith")
ARTICLES = 60


def reading(number):
    one, other = NAMES[number % len(NAMES)], NAMES[(number + 1) % len(NAMES)]
    head, sentence = f"Headline {number}", f"{one} thanked {other}."
    text = f"{head}\n\n{sentence}"
    start = len(head) + 2

    def mention(words, label):
        at = text.index(words, start)
        return Mention(at, at + len(words), words, label, start, len(text))

    entities = tuple(
        Entity(key, "Person", name, (name,), mentions=(mention(name, "PER"),))
        for key, name in (("a", one), ("b", other))
    )
    event = Event("v", "Thanks", (mention("thanked", "EVENT"),), (Role("agent", "a"), Role("recipient", "b")))
    date = dt.date(2025, 1, 1) + dt.timedelta(number)
    return Reading(Document(f"news/{number}", text, "en", headline=head, date=date), entities, (event,))


def put(store, readings):
    store.put_readings(readings)
    store.replace_graph(graph(readings, resolve(readings)))


@pytest.fixture
def many(serving, tmp_path):
    """A service of the articles, and what adds another one."""
    readings = tuple(map(reading, range(ARTICLES)))
    with open_store(tmp_path / "store") as store:
        put(store, readings)

    def more():
        with open_store(tmp_path / "store") as store:
            put(store, (*readings, reading(ARTICLES)))

    with serving(tmp_path / "store") as started:
        yield started, more


def test_long_lists_come_to_their_end_and_follow_the_store(open_page, many):
    service, more = many
    page = open_page("/?view=articles", home=service.url)
    page.get_by_text(f"{ARTICLES} articles").wait_for()
    page.get_by_role("button", name=re.compile("^Show more")).click()
    page.wait_for_function("count => document.querySelectorAll('.articles li').length === count", arg=ARTICLES)
    assert page.get_by_role("button", name=re.compile("^Show more")).count() == 0
    more()
    service.eventually(lambda: service.client.get("/api/articles").json()["total"] == ARTICLES + 1)
    page.get_by_role("link", name="Calendar").click()  # without loading the page anew
    page.get_by_role("heading", name="All events").wait_for()
    page.get_by_role("link", name="Articles").click()
    page.get_by_text(f"{ARTICLES + 1} articles").wait_for()


def test_names_of_all_lengths_and_directions_stay_on_a_phone(open_page, many):
    service, _ = many
    things = service.client.get("/api/overview").json()["things"]
    for address in ("/", *(f"/?iri={iri}" for iri in things), "/?view=calendar"):
        page = open_page(address, home=service.url, viewport={"width": 360, "height": 740})
        page.locator("main h1").first.wait_for()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    assert page.locator(".event bdi").first.inner_text() in NAMES


def test_an_empty_store_says_what_to_do(open_page, serving, tmp_path):
    with open_store(tmp_path / "store") as store:
        put(store, ())
    with serving(tmp_path / "store") as service:
        page = open_page("/", home=service.url, locale="de-DE")
        page.get_by_text("kg build").wait_for()
        for view in ("graph", "calendar", "articles"):
            page = open_page(f"/?view={view}", home=service.url)
            page.locator("main h1").first.wait_for(state="attached")
            page.wait_for_load_state("networkidle")
            assert page.get_by_role("alert").count() == 0
