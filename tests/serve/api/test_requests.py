"""The page's questions over HTTP: statuses, errors in words, and no harm from hostile parameters."""

import pytest


@pytest.mark.parametrize(
    "name", ["vocabulary", "overview", "suggest", "graph", "calendar", "events", "articles", "questions"]
)
def test_each_question_is_answered(client, name):
    answer = client.get(f"/api/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()


@pytest.mark.parametrize(("typed", "language"), [("Syri", "de"), ("syrie", "fr"), ("damas", "fr"), ("Syria", "en")])
def test_a_name_is_suggested_from_its_beginning_in_any_language(client, typed, language):
    found = client.get("/api/suggest", params={"q": typed, "lang": language}).json()["found"]
    assert "Syria" in [each["names"].get("en") for each in found]


def test_what_is_found_is_narrowed_down_by_class(client):
    every = client.get("/api/suggest", params={"q": "Syria", "limit": 100}).json()
    assert len(every["kinds"]) > 1
    only = client.get("/api/suggest", params={"q": "Syria", "limit": 100, "kinds": "Country"}).json()
    assert {each["kind"] for each in only["found"]} == {"Country"}


def test_an_iri_leads_to_its_page(client):
    (syria, *_) = client.get("/api/suggest", params={"q": "Syria", "kinds": "Country"}).json()["found"]
    assert client.get("/api/what", params={"iri": syria["iri"]}).json()["sort"] == "entity"
    page = client.get("/api/entity", params={"iri": syria["iri"]}).json()
    event, article = page["events"][0]["iri"], page["events"][0]["sources"][0]
    assert client.get("/api/what", params={"iri": event}).json()["sort"] == "event"
    assert client.get("/api/what", params={"iri": article}).json()["sort"] == "article"
    assert client.get("/api/evidence", params={"iri": event}).json()["evidence"]


@pytest.mark.parametrize("name", ["what", "entity", "event", "evidence", "article", "graph"])
@pytest.mark.parametrize(
    "iri",
    [
        "http://example.org/nothing",
        "no IRI at all",
        "> } DELETE WHERE { ?s ?p ?o } #",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "\x00\r\nSet-Cookie: a=b",
        "x" * 20_000,
    ],
)
def test_what_is_not_in_the_store_is_not_found(client, name, iri):
    answer = client.get(f"/api/{name}", params={"iri": iri})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/json"
    assert "set-cookie" not in answer.headers
    assert "There is no" in answer.json()["error"]


@pytest.mark.parametrize("name", ["what", "entity", "event", "evidence", "article"])
def test_an_iri_that_is_missing_is_asked_for(client, name):
    answer = client.get(f"/api/{name}")
    assert (answer.status_code, answer.json()["error"]) == (400, "'iri' is missing: the IRI of what is asked for")


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("graph", {"hops": "9"}),
        ("graph", {"limit": "1000000"}),
        ("calendar", {"from": "2025-13-45"}),
        ("events", {"offset": "-1"}),
        ("suggest", {"q": "a", "limit": "x"}),
        ("download", {"format": "exe"}),
    ],
)
def test_a_wrong_parameter_is_a_clear_refusal(client, name, parameters):
    answer = client.get(f"/api/{name}", params=parameters)
    assert answer.status_code == 400
    assert any(f"'{parameter}'" in answer.json()["error"] for parameter in parameters)


@pytest.mark.parametrize(
    "typed",
    ["x" * 50_000, '"', "* OR *", "'; DROP TABLE names; --", "\x00", "ünïcödé́", "(((", "NEAR(a b)", "a" * 63 + "*"],
)
def test_long_and_strange_words_harm_nothing(client, typed):
    answer = client.get("/api/suggest", params={"q": typed})
    assert answer.status_code in {200, 400, 414}
    assert answer.status_code != 200 or isinstance(answer.json()["found"], list)
    assert client.get("/api/suggest", params={"q": "Syria"}).json()["found"]


@pytest.mark.parametrize("path", ["/page/../../app.py", "/page/%2e%2e/%2e%2e/app.py", "/page/..%2f..%2fapp.py"])
def test_no_path_leads_out_of_the_page(client, path):
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert "create_app" not in answer.text
