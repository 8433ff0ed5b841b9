"""Parts of the service that need no service: wishes for formats, names of graphs in updates, suggestions."""

import pyoxigraph
import pytest

from kg.serve.answers import takes_gzip
from kg.serve.faults import Refused
from kg.serve.media import ROWS, THINGS, TRIPLES, chosen, sent
from kg.serve.suggestions import suggest
from kg.serve.suggestions.index import write_index
from kg.serve.using import with_graphs


@pytest.mark.parametrize(
    ("accept", "offers", "name"),
    [
        (None, ROWS, "json"),
        ("", TRIPLES, "turtle"),
        ("*/*", THINGS, "turtle"),
        ("text/*", ROWS, "csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", THINGS, "html"),
        ("text/turtle;q=0.3, application/rdf+xml;q=0.7", TRIPLES, "rdfxml"),
        ("application/rdf+xml, text/turtle", TRIPLES, "turtle"),
        ("text/turtle;q=0, */*", TRIPLES, "ntriples"),
        ("APPLICATION/LD+JSON; profile=x ; Q=1", TRIPLES, "jsonld"),
        ("application/ld+json;q=many", TRIPLES, None),
        ("image/png", TRIPLES, None),
        (",;,;q=1,", TRIPLES, None),
    ],
)
def test_the_format_that_is_wanted_most(accept, offers, name):
    assert chosen(accept, offers) == name


def test_formats_are_sent_with_their_own_media_type():
    assert sent(ROWS, "xml") == "application/sparql-results+xml"
    assert sent(TRIPLES, "rdfxml") == "application/rdf+xml"
    assert sent(TRIPLES, "ntriples") == "application/n-triples"


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("gzip", True),
        ("br, gzip;q=0.2", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip;q=x", False),
        ("br", False),
        ("", False),
        ("xgzip", False),
    ],
)
def test_who_takes_compressed_answers(header, takes):
    assert takes_gzip(header) is takes


def test_graphs_are_put_before_each_pattern():
    first = "DELETE { ?s ?p 'WHERE {' } %sWHERE { ?s ?p ?o { ?x ?y ?where } } ; INSERT DATA { <a:a> <a:p> 1 } ; "
    update = first % "" + "DELETE WHERE { ?s ?p ?o }"
    using = "USING <a:g> USING NAMED <a:n> "
    expected = first % using + f"DELETE  {{ ?s ?p ?o }} {using}WHERE {{ ?s ?p ?o }}"
    assert with_graphs(update, ["a:g"], ["a:n"]) == expected
    assert with_graphs(update, [], []) == update


def test_an_update_names_graphs_or_the_request():
    with pytest.raises(Refused, match="only one of both"):
        with_graphs("WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ["a:g"], [])


NAMES = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> . @prefix schema: <https://schema.org/> . @prefix : <a:> .
:syria a :Country ; rdfs:label "Syria"@en ; skos:altLabel "Damas"@fr .
:syria skos:prefLabel "Syria"@en, "Syrien"@de, "Syrie"@fr .
:minister a :Office ; rdfs:label "Foreign Minister of Syria"@en ; skos:altLabel "Außenminister Syriens"@de .
:macron a :Person ; rdfs:label "Emmanuel Macron"@en ; skos:altLabel "M. Émmanuel Macron"@fr .
:visit a :Visit ; rdfs:label "Emmanuel Macron visited Syria"@en .
:article a schema:NewsArticle ; schema:headline "Syrien: <b>'Besuch' \\"heute\\"</b>"@de .
:m1 itsrdf:taIdentRef :syria . :m2 itsrdf:taIdentRef :syria . :m3 itsrdf:taIdentRef :visit .
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    store = pyoxigraph.Store()
    store.load(NAMES, format=pyoxigraph.RdfFormat.TURTLE)
    file = tmp_path_factory.mktemp("names") / "names.sqlite"
    assert write_index(store, file) == 5
    return file


@pytest.mark.parametrize(
    ("typed", "language", "found"),
    [
        ("s", "en", ["a:syria", "a:minister", "a:article", "a:visit"]),
        ("Syr", "fr", ["a:syria", "a:minister", "a:article", "a:visit"]),
        ("foreign syr", "en", ["a:minister"]),
        ("AUSSENMIN", "de", ["a:minister"]),
        ("damas", "de", ["a:syria"]),
        ("emmanuel", "fr", ["a:macron", "a:visit"]),
        ("émm", "fr", ["a:macron", "a:visit"]),
        ("macron emm", "en", ["a:macron", "a:visit"]),
        ("besuch", "de", ["a:article"]),
        ("nobody", "de", []),
        ("", "de", []),
        ("  \t*\"'()", "de", []),
        ('syr" OR "x', "de", []),
        ("NEAR(syria)", "de", []),
        ("x" * 100_000, "de", []),
    ],
)
def test_things_are_found_by_the_beginning_of_any_name(names, typed, language, found):
    assert [each.iri for each in suggest(names, typed, language, 10)] == found


@pytest.mark.parametrize(("language", "label"), [("de", "Syrien"), ("fr", "Syrie"), ("en", "Syria"), ("xx", "Syria")])
def test_a_suggestion_is_called_in_the_language_asked_for(names, language, label):
    (found,) = suggest(names, "syr", language, 1)
    assert (found.iri, found.label, found.kinds, found.weight) == ("a:syria", label, ("a:Country",), 2)


def test_a_suggestion_tells_the_name_that_fits(names):
    (found,) = suggest(names, "dam", "en", 5)
    assert (found.label, found.name) == ("Syria", "Damas")
