"""Queries: prefixes, graphs, formats, and what is said of bad ones."""

import csv
import io
import json

import pytest
import rdflib

from kg.errors import QueryError
from kg.query import FORMATS, ROWS, TRIPLES, query, rows, run

SPOKE = "SELECT ?one ?other { ?a kg:spokeWith ?b . ?a rdfs:label ?one . ?b rdfs:label ?other } ORDER BY ?one"


def test_prefixes_of_the_contract_are_known_and_can_be_declared_otherwise(store):
    expected = [
        {"one": "Asaad al-Shaibani", "other": "Marco Rubio"},
        {"one": "Marco Rubio", "other": "Asaad al-Shaibani"},
    ]
    assert rows(store, SPOKE) == expected
    own = "PREFIX ours: <https://w3id.org/newskg/ontology#> PREFIX kg: <http://elsewhere/>\n"
    assert rows(store, own + SPOKE.replace("kg:", "ours:")) == expected


def test_evidence_is_found_with_and_without_graph(store):
    plain = "SELECT ?text { ?event a kg:PhoneCall ; prov:wasDerivedFrom ?m . ?m nif:anchorOf ?text } ORDER BY ?text"
    named = plain.replace("?m nif:anchorOf ?text", "GRAPH ?d { ?m nif:referenceContext ?d ; nif:anchorOf ?text }")
    assert rows(store, plain) == rows(store, named) == [{"text": "entretenus par téléphone"}, {"text": "telefonierte"}]


def test_nothing_is_counted_twice_over_all_graphs(store):
    count = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT *) AS ?d) { ?s ?p ?o }"
    (row,) = rows(store, count)
    assert row["n"] == row["d"]


def test_subclasses_can_be_asked(store):
    assert query(store, "ASK { ?x a/rdfs:subClassOf* kg:Actor ; rdfs:label 'Syria'@en }")
    assert query(store, "ASK { ?e a/rdfs:subClassOf* sem:Event }")


def test_from_does_what_sparql_says(store):
    count = "SELECT (COUNT(*) AS ?n) FROM kg:ontology { ?s a nif:Phrase }"
    assert rows(store, count) == [{"n": "0"}]
    assert rows(store, count.replace("FROM kg:ontology", "# FROM <http://x/>\n"))[0]["n"] != "0"
    assert rows(store, "SELECT ?from { ?from a kg:Attack . FILTER('FROM' != ' FROM <a> ') }") != []


def test_unbound_columns_are_left_out(store):
    assert rows(store, "SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) } }") == [{"a": "1"}]
    assert rows(store, "ASK {}") == [{"answer": "true"}]


def test_csv_tsv_json_xml(store):
    text = run(store, SPOKE, "csv")
    assert next(csv.DictReader(io.StringIO(text))) == {"one": "Asaad al-Shaibani", "other": "Marco Rubio"}
    assert run(store, SPOKE, "tsv").startswith("?one\t?other\n")
    assert len(json.loads(run(store, SPOKE, "json"))["results"]["bindings"]) == 2
    assert "<literal xml:lang=" in run(store, SPOKE, "xml")
    assert run(store, "ASK {}", "csv") == "true"
    assert json.loads(run(store, "ASK {}", "json"))["boolean"] is True


@pytest.mark.parametrize(
    ("name", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
def test_triples(store, name, parser):
    text = run(store, "CONSTRUCT { ?a kg:spokeWith ?b } { ?a kg:spokeWith ?b }", name)
    assert len(rdflib.Graph().parse(data=text, format=parser)) == 2


def test_turtle_has_the_prefixes(store):
    assert "kg:spokeWith" in run(store, "CONSTRUCT WHERE { ?a kg:spokeWith ?b }", "turtle")


def test_table(store, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    text = run(store, "SELECT ?who ?class { ?s a ?class ; rdfs:label ?who . FILTER(?class = kg:City) }")
    assert "Damascus" in text
    assert "kg:City" in text
    assert max(len(line) for line in text.splitlines()) <= 60
    assert "kg:spokeWith" in run(store, "CONSTRUCT WHERE { ?a kg:spokeWith ?b }")


def test_a_table_cuts_nothing_and_lets_no_control_character_through(store, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    text = run(
        store,
        'SELECT ("\\u001B[31mred [bold]x[/bold]" AS ?a) (<http://example.org/a/long/iri/that/must/be/whole> AS ?b) {}',
    )
    assert "\x1b" not in text
    joined = "".join(line.strip("│").split("│")[-1].strip() for line in text.splitlines() if line.startswith("│"))
    assert joined == "http://example.org/a/long/iri/that/must/be/whole"


def test_a_format_that_does_not_fit_is_told(store):
    with pytest.raises(QueryError, match="use table, json, csv, tsv, xml"):
        run(store, SPOKE, "turtle")
    with pytest.raises(QueryError, match="use table, turtle"):
        run(store, "DESCRIBE kg:Meeting", "csv")
    with pytest.raises(QueryError, match="'gif' is no format"):
        run(store, SPOKE, "gif")
    assert ("table", *ROWS, *TRIPLES) == FORMATS


@pytest.mark.parametrize(
    ("sparql", "line", "column", "told"),
    [
        ("", 1, 1, "expected one of SELECT, ASK, CONSTRUCT, DESCRIBE"),
        ("SELEC * {}", 1, 1, "expected one of SELECT"),
        ("# a\nPREFIX a: <http://x/>\n  INSERT DATA { a:b a:c 1 }", 3, 3, "INSERT would change the store"),
        ("SELECT * {\n ?s foo:bar ?o }", 2, 12, "prefix 'foo' is not declared"),
        ("SELECT * {\n 'äöü😀' foo:bar ?o }", 2, 16, "prefix 'foo' is not declared"),
        ("SELECT * { ?s ?p ?o } LIMIT x", 1, 29, "a number"),
        ("SELECT * { ?s ?p ?o", 1, 20, "}"),
        ("SELECT * { ?s ?p 'abc }", 1, 24, "the string is not closed"),
        ("SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o }", 1, 40, "variable that is unbound"),
    ],
)
def test_where_a_query_is_malformed_and_what_was_expected(store, sparql, line, column, told):
    with pytest.raises(QueryError) as raised:
        query(store, sparql)
    message, text, caret = str(raised.value).split("\n")
    assert f"line {line}, column {column}: " in message
    assert told in message
    assert text == "  " + sparql.split("\n")[line - 1]
    assert caret.index("^") == 2 + column - 1
    assert raised.value.status == 2


def test_a_query_that_fails_while_it_is_answered(store):
    with pytest.raises(QueryError, match="custom function"):
        run(store, "SELECT (<http://x/f>(1) AS ?y) {}", "json")
