"""The seven parts of the page, clicked through in a real browser on the example graph."""

import io
import re
import zipfile
from urllib.parse import quote

import networkx as nx
import pytest
import rdflib
from lxml import etree

SYRIA = "Syria"


def heading(page):
    return page.get_by_role("heading", level=1)


def showing(page, text):
    """Wait until a heading of the first level has this text."""
    page.get_by_role("heading", level=1, name=text, exact=True).wait_for()


def of(iri):
    return f"/?iri={quote(iri, safe='')}"


def test_the_start_page_tells_what_there_is(open_page):
    page = open_page("/")
    page.get_by_text("Most in the news").wait_for()
    numbers = page.locator(".numbers dd").all_inner_texts()
    assert numbers[0] == "6"
    page.locator(".ranking a").first.click()
    page.locator(".page-head h1").wait_for()
    assert "iri=" in page.url


@pytest.mark.parametrize(
    ("locale", "typed", "name"),
    [("de-DE", "syri", "Syrien"), ("fr-FR", "syri", "Syrie"), ("en-US", "dama", "Damascus")],
)
def test_search_suggests_in_each_language_and_leads_to_the_page(open_page, locale, typed, name):
    page = open_page("/", locale=locale)
    box = page.locator("[role=combobox]")
    box.press_sequentially(typed)
    page.get_by_role("option", name=re.compile(rf"^{name}\b")).first.wait_for()
    chosen = ""
    while not chosen.startswith(name):
        box.press("ArrowDown")
        chosen = page.locator("[role=option][aria-selected=true]").inner_text()
    box.press("Enter")
    showing(page, name)


def test_search_lists_all_results_and_narrows_them_down(open_page):
    page = open_page("/")
    box = page.locator("[role=combobox]")
    box.fill("Syria")
    box.press("Enter")
    page.get_by_role("heading", name=re.compile("results for “Syria”")).wait_for()
    every = page.locator(".results li").count()
    page.get_by_role("button", name=re.compile("^Country")).click()
    page.wait_for_function("count => document.querySelectorAll('.results li').length < count", arg=every)
    page.locator(".results a").first.click()
    showing(page, SYRIA)


def test_an_entity_has_names_relations_partners_and_sentences(open_page, iri):
    page = open_page(of(iri("Asaad al-Shaibani")))
    showing(page, "Asaad al-Shaibani")
    assert "Asaad al-Schaibani" in page.locator(".facts").inner_text()
    office = page.locator(".relations > li").filter(has_text="Foreign Minister of Syria")
    office.get_by_role("button", name=re.compile("Show the sentences")).click()
    assert office.locator("mark").first.inner_text()
    assert page.locator(".partners tbody tr").filter(has_text="Marco Rubio").count() == 1


def test_an_entity_leads_to_wikidata(open_page, iri):
    page = open_page(of(iri("Marco Rubio")))
    link = page.get_by_role("link", name=re.compile(r"^Q\d+$"))
    assert link.get_attribute("href") == f"https://www.wikidata.org/wiki/{link.inner_text()}"


def test_a_statement_opens_the_sentence_it_was_read_from(open_page, iri):
    page = open_page(of(iri("Marco Rubio")))
    card = page.locator(".event").filter(has_text="Phone call")
    card.get_by_role("button", name=re.compile("Show the sentences")).click()
    card.locator(".quote").nth(2).wait_for()
    words = set(card.locator("mark").all_inner_texts())
    assert words >= {"entretenu", "spoke", "telefoniert"}
    card.locator(".quote figcaption a").first.click()
    page.locator(".text mark.here").first.wait_for()
    assert page.locator(".text mark.here").first.inner_text() in words


def test_an_event_shows_all_tellings_side_by_side(open_page, iri):
    page = open_page(of(iri("Marco Rubio")))
    page.locator(".event").filter(has_text="Phone call").locator(".event-kind").click()
    showing(page, "Marco Rubio and Asaad al-Shaibani spoke by phone on 2025-12-14")
    assert page.locator(".tellings h3").all_inner_texts() == ["German", "English", "French"]
    facts = page.locator(".facts").inner_text()
    assert "14 December 2025" in facts
    assert "actual" in facts
    assert page.locator(".accounts tbody tr").count() == 3


def test_the_graph_is_drawn_and_narrowed_down(open_page):
    page = open_page("/?view=graph")
    canvas = page.locator(".canvas")
    canvas.locator("canvas").first.wait_for(state="attached")
    every = int(canvas.get_attribute("data-edges"))
    assert int(canvas.get_attribute("data-nodes")) > 20
    page.get_by_role("checkbox", name=re.compile("^Conflict")).uncheck()
    page.wait_for_function("count => +document.querySelector('.canvas').dataset.edges < count", arg=every)
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("count => +document.querySelector('.canvas').dataset.edges === count", arg=every)
    page.get_by_role("slider", name="From").press("End")
    page.wait_for_function("count => +document.querySelector('.canvas').dataset.edges < count", arg=every)


def over_a_node(open_page, iri, name):
    """Open the graph around Syria and put the pointer on a node; give the page and where the pointer is."""
    page = open_page(f"/?view=graph&iri={quote(iri('Syria'), safe='')}", reduced_motion="reduce")
    canvas = page.locator(".canvas")
    canvas.locator("canvas").first.wait_for(state="attached")
    page.get_by_label("Find in the graph").fill(name)
    page.wait_for_timeout(900)  # the camera moves
    box = canvas.bounding_box()
    across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hover(page, across, down, name)
    return page, across, down


def hover(page, across, down, name):
    for step in range(40):  # a machine with much to do is late
        page.mouse.move(across + step % 3, down)
        if page.locator(".hovered").filter(has_text=name).count():
            break
        page.wait_for_timeout(500)
    page.locator(".hovered").filter(has_text=name).wait_for()


def test_a_click_on_a_node_opens_its_page(open_page, iri):
    page, _, _ = over_a_node(open_page, iri, "Palmyra")
    page.mouse.down()
    page.mouse.up()
    showing(page, "Palmyra")


def test_a_node_is_where_it_was_dragged_to(open_page, iri):
    page, across, down = over_a_node(open_page, iri, "Palmyra")
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(across + 12 * step, down + 8 * step)
    page.mouse.up()
    page.mouse.move(across - 60, down - 60)
    hover(page, across + 120, down + 80, "Palmyra")
    assert "view=graph" in page.url


def test_the_graph_is_a_table_too(open_page, iri):
    page = open_page(f"/?view=graph&iri={quote(iri('Syria'), safe='')}")
    page.get_by_text("The graph as a table").click()
    rows = page.locator(".graph-table tbody tr")
    rows.first.wait_for()
    assert rows.count() == int(page.locator(".canvas").get_attribute("data-edges"))
    rows.filter(has_text="Damascus").get_by_role("link", name="Damascus").first.click()
    showing(page, "Damascus")


def test_the_calendar_counts_days_and_lists_their_events(open_page):
    page = open_page("/?view=calendar")
    day = page.get_by_role("button", name=re.compile("^14 December 2025"))
    counted = int(re.search(r": (\d+) events", day.get_attribute("aria-label"))[1])
    day.click()
    page.get_by_role("heading", name="On 14 December 2025").wait_for()
    page.wait_for_function("count => document.querySelectorAll('.event').length === count", arg=counted)
    page.get_by_role("button", name="Cooperation", exact=True).click()
    page.wait_for_function("count => document.querySelectorAll('.event').length < count", arg=counted)
    assert page.locator(".event").filter(has_text="Phone call").count() == 1


def test_articles_say_what_they_gave_and_show_their_text(open_page):
    page = open_page("/?view=articles")
    page.locator(".articles li").nth(5).wait_for()
    page.get_by_role("searchbox", name="Filter by headline").fill("courrier")
    page.wait_for_function("() => document.querySelectorAll('.articles li').length === 1")
    page.locator(".articles a").click()
    page.locator(".text p").nth(2).wait_for()
    assert page.locator(".text .read.entity").count() > 5
    page.locator(".text .read.happening").filter(has_text="entretenu").click()
    showing(page, "Marco Rubio and Asaad al-Shaibani spoke by phone on 2025-12-14")


def test_the_editor_answers_ready_questions_as_table_chart_and_graph(open_page):
    page = open_page("/?view=editor")
    page.get_by_role("combobox", name="Ready questions").select_option(label="Who is most active")
    page.locator(".yasr table.dataTable tbody tr").first.wait_for()
    assert "Donald Trump" in page.locator(".yasr table.dataTable").inner_text()
    page.get_by_role("button", name="Chart").or_(page.get_by_role("tab", name="Chart")).click()
    page.locator(".bar-chart li").first.wait_for()
    assert page.locator(".bar-chart li").filter(has_text="Donald Trump").count() == 1


def test_the_editor_fills_in_prefixes(open_page):
    page = open_page("/?view=editor")
    code = page.locator(".yasqe .CodeMirror-code")
    code.wait_for()
    page.locator(".CodeMirror").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("# dcterms:")
    assert "PREFIX dcterms:" not in code.inner_text()
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT * { ?article dcterms:")
    page.get_by_text("PREFIX dcterms:").first.wait_for()


def test_the_editor_draws_triples_and_shares_its_query(open_page, service):
    sparql = "PREFIX kg: <https://w3id.org/newskg/ontology#> CONSTRUCT { ?a kg:spokeWith ?b } { ?a kg:spokeWith ?b }"
    page = open_page(f"/?view=editor#query={quote(sparql)}")
    page.locator(".CodeMirror").first.wait_for()
    assert "CONSTRUCT { ?a kg:spokeWith ?b }" in page.locator(".yasqe .CodeMirror-code").inner_text().replace(
        "\u200b", ""
    )
    page.locator(".yasqe_queryButton").click()
    page.get_by_role("button", name="Graph").or_(page.get_by_role("tab", name="Graph")).click()
    page.locator(".result-graph canvas").first.wait_for(state="attached")


def test_the_about_page_names_the_licences_of_what_is_bundled(open_page):
    page = open_page("/?view=about")
    page.get_by_text("graphology-layout-forceatlas2", exact=True).wait_for()
    licences = page.locator(".licences li").all_inner_texts()
    assert {"sigma", "preact", "@zazuko/yasgui"} <= {line.split()[0] for line in licences}
    assert all(re.search(r"\d · \S", line) for line in licences)


@pytest.mark.parametrize(
    ("format_", "read"),
    [
        ("gexf", lambda content: len(list(etree.fromstring(content).iter("{*}node")))),
        ("graphml", lambda content: nx.read_graphml(io.BytesIO(content)).number_of_nodes()),
        ("csv", lambda content: len(zipfile.ZipFile(io.BytesIO(content)).read("news-nodes.csv").splitlines()) - 1),
        ("ttl", lambda content: len(rdflib.Graph().parse(data=content, format="turtle"))),
    ],
)
def test_the_view_is_downloaded_as_it_is_seen(open_page, iri, format_, read):
    page = open_page(f"/?view=graph&iri={quote(iri('Syria'), safe='')}")
    page.locator(".canvas canvas").first.wait_for(state="attached")
    shown = int(page.locator(".canvas").get_attribute("data-nodes"))
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as started:
        page.locator(f".popover a[href*='format={format_}']").click()
    count = read(started.value.path().read_bytes())
    assert count == shown if format_ != "ttl" else count > shown


@pytest.mark.parametrize(
    ("locale", "graph"), [("de-AT", "Graph"), ("fr-CA", "Graphe"), ("en-US", "Graph"), ("it-IT", "Graph")]
)
def test_the_interface_speaks_the_language_of_the_browser(open_page, locale, graph):
    page = open_page("/", locale=locale)
    page.get_by_role("link", name=graph, exact=True).first.wait_for()
    assert page.evaluate("document.documentElement.lang") == (locale[:2] if locale[:2] in {"de", "fr"} else "en")


def test_the_language_can_be_chosen_and_is_kept(open_page):
    page = open_page("/")
    page.get_by_role("combobox", name="Language").select_option("de")
    page.get_by_text("Am häufigsten in den Nachrichten").wait_for()
    page.reload()
    page.get_by_text("Am häufigsten in den Nachrichten").wait_for()


def test_dark_and_light_follow_the_system_and_the_choice(open_page):
    page = open_page("/", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    page.get_by_text("Most in the news").wait_for()
    dark = page.evaluate(ground)
    page.get_by_role("combobox", name="Appearance").select_option("light")
    assert page.evaluate(ground) != dark


def test_on_a_phone_nothing_is_wider_than_the_screen(open_page, iri):
    addresses = [
        "/",
        "/?q=Syria",
        "/?view=graph",
        "/?view=calendar",
        "/?view=articles",
        "/?view=about",
        of(iri("Syria")),
    ]
    for address in addresses:
        page = open_page(address, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
        page.locator("main h1").first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_everything_can_be_reached_by_keys(open_page):
    page = open_page("/")
    page.get_by_text("Most in the news").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator(".disclose").first.focus()
    page.keyboard.press("Enter")
    page.locator(".quote").first.wait_for()
    page.locator(".ranking a").first.focus()
    page.keyboard.press("Enter")
    page.locator(".page-head h1").wait_for()
    assert page.evaluate("document.activeElement.id") == "main"


def test_an_unknown_address_says_so(browser, service):
    page = browser.new_context(locale="en-GB").new_page()
    page.goto(f"{service.url}/?iri=http%3A%2F%2Fexample.org%2Fnothing")
    page.get_by_text("Nothing in the store has this address.").wait_for()
    page.context.close()


def test_nothing_that_an_article_says_is_run(open_page, hostile_service):
    home = hostile_service.url
    api = hostile_service.client
    (article,) = api.get("/api/articles").json()["articles"]
    (event,) = api.get("/api/events").json()["events"]
    people = api.get("/api/graph").json()["nodes"]
    assert len(people) == 2
    looked_at = [of(each["iri"]) for each in (article, event, *people)]
    for address in [
        "/",
        "/?q=script",
        "/?view=graph",
        "/?view=calendar",
        "/?view=articles",
        "/?view=editor",
        *looked_at,
    ]:
        page = open_page(address, home=home)
        page.locator("main h1").first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        for button in page.locator(".disclose").all():
            button.click()
        assert page.evaluate("window.hacked") is None
        assert page.locator("main img, main script").count() == 0
    page = open_page(of(article["iri"]), home=home)
    heading(page).wait_for()
    assert heading(page).inner_text() == "<script>window.hacked = 1</script>"
    assert page.locator("a[href^='javascript:']").count() == 0
