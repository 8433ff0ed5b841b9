"""The page that `kg export` writes opens in a browser without any server, and shows what is behind the graph."""

import io

import pytest
from PIL import Image

from kg.export import export
from kg.store import open_store


@pytest.fixture(scope="module")
def exported(example_store, tmp_path_factory):
    with open_store(example_store, create=False, read_only=True) as store:
        (file,) = export(store, tmp_path_factory.mktemp("exported") / "news.html")
    return file.as_uri()


@pytest.fixture
def page(open_page, exported):
    """The exported page, opened from the disk."""
    return open_page("", home=exported, reduced_motion="reduce")


def edges(page):
    return int(page.locator(".canvas").get_attribute("data-edges"))


def test_the_graph_is_drawn_and_narrowed_down(page):
    page.locator(".canvas canvas").first.wait_for(state="attached")
    every = edges(page)
    assert every > 20
    page.get_by_role("slider", name="From").press("End")
    page.wait_for_function("count => +document.querySelector('.canvas').dataset.edges < count", arg=every)


def test_a_click_on_a_node_shows_the_sentences(page):
    page.locator(".canvas canvas").first.wait_for(state="attached")
    page.get_by_label("Find in the graph").fill("Marco Rubio")
    page.wait_for_timeout(900)  # the camera moves
    box = page.locator(".canvas").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    panel = page.get_by_role("region", name="Marco Rubio")
    panel.get_by_text("Marco Rubio and Asaad al-Shaibani spoke by phone on 2025-12-14").wait_for()
    assert "telefoniert" in panel.inner_text()


def test_it_speaks_the_language_of_the_browser(open_page, exported):
    page = open_page("", home=exported, locale="fr-FR")
    page.get_by_text("Chronologie", exact=False).or_(page.get_by_text("Période")).first.wait_for()
    assert page.title()


def coloured(page):
    """The share of the drawing that is coloured, which is nodes but for a few thin lines."""
    page.locator(".canvas canvas").first.wait_for(state="attached")
    page.wait_for_timeout(500)  # what is drawn last
    hues = Image.open(io.BytesIO(page.locator(".canvas").screenshot())).convert("HSV")
    return sum(hues.getchannel("S").histogram()[130:]) / (hues.width * hues.height)


def test_on_a_telephone_nodes_leave_as_much_room_as_elsewhere(open_page, exported):
    wide, narrow = ({"width": 1280, "height": 900}, {"width": 390, "height": 844})
    there, here = (
        coloured(open_page("", home=exported, viewport=size, reduced_motion="reduce")) for size in (wide, narrow)
    )
    assert 0 < here < 1.5 * there


def test_in_the_dark_the_legend_has_the_colours_of_the_graph(open_page, exported):
    page = open_page("", home=exported, color_scheme="dark")
    seen = page.locator(".check .dot").evaluate_all("all => all.map(each => getComputedStyle(each).backgroundColor)")
    shades = [[int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")] for colour in seen]
    assert len(shades) > 5
    # As light as the drawing makes them, and by nothing else.
    assert all(0.299 * red + 0.587 * green + 0.114 * blue > 120 for red, green, blue in shades)
    filters = page.locator(".check .dot").evaluate_all("all => all.map(each => getComputedStyle(each).filter)")
    assert set(filters) == {"none"}
