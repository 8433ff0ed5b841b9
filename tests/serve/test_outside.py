"""What a query would reach is seen in every disguise."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from kg.serve.outside import reached

SERVICES = {
    "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }": {"http://a/"},
    "SELECT * { service   # words\n silent<http://a/> { } }": {"http://a/"},
    "SELECT * { SERVICEx:a{ ?s ?p ?o } }": {""},
    "SELECT * { SERVICE ?x { } }": {""},
    "SELECT * { ?s ?p 5SERVICE<http://a/>{} }": {"http://a/"},
    "SELECT * { ?s ?p x:.SERVICE <http://a/> {} }": {"http://a/"},
    "SELECT * { SERVICE <http://a/> { SERVICE <http://b/> { } } }": {"http://a/", "http://b/"},
    # A string that the engine reads where a strict reader of tokens sees an IRI, and the other way round.
    "SELECT * { FILTER(1<'&&?b>') SERVICE <http://a/> {} FILTER('a') }": {"http://a/"},
    "SELECT * { FILTER(?x = <http://x/\u00a0'>) SERVICE <http://a/> {} #' }": {"http://a/"},
    "SELECT * { ?s ?p 'a', 'b' } # \r SERVICE <http://a/> {}": {"http://a/"},
}
HARMLESS = [
    "SELECT ?service { ?s ex:service 'SERVICE <http://a/> {' # SERVICE <http://a/> {\n }",
    'SELECT * { ?s ?p "Secret Service"@en , """the "SERVICE <http://a/> { }" of""" }',
    r"SELECT * { ?s ?p 'it\'s SERVICE <http://a/> {' }",
    "PREFIX service: <http://a/> SELECT * { ?s service:of ?o }",
    "SELECT * { GRAPH <http://a/service> { ?s ?p ?o } }",
    "SELECT * { ?s a kg:SecurityService . { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", SERVICES)
def test_services_are_seen(query):
    assert reached(query, "SERVICE") == SERVICES[query]


@pytest.mark.parametrize("query", HARMLESS)
def test_what_only_looks_like_a_service_is_none(query):
    assert reached(query, "SERVICE") == set()


def test_what_is_loaded_is_seen():
    assert reached("LOAD <http://a/> ; load silent <file:///b> INTO GRAPH <http://c/>", "LOAD") == {
        "http://a/",
        "file:///b",
    }
    assert reached("INSERT DATA { <a:load> <a:b> 'LOAD <http://a/>' }", "LOAD") == set()


WORDS = r"""' " ''' \"\"\" < > <a:b> # \ \' ?x 1 ( ) { } && x: x:a . FILTER BIND ; , a = @en ^^ | / - _:b [ ]"""
PIECES = st.sampled_from([*WORDS.replace('\\"', '"').split(), " ", "\n", "\r", "\u00a0", "SERVICE <http://no/>{}"])


# How long it takes says how busy the machine is.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14))
def test_whatever_the_engine_takes_for_a_service_is_seen(pieces):
    """The engine says that the port of echo is not to be reached, which tells that it tried."""
    query = "SELECT * { " + "".join(pieces).replace("http://no/", "http://127.0.0.1:7/") + " }"
    try:
        tried = list(Store().query(query, prefixes={"x": "http://x/"})) is None
    except SyntaxError:
        tried = False
    except (OSError, RuntimeError):
        tried = True
    assert not tried or "http://127.0.0.1:7/" in reached(query, "SERVICE")
