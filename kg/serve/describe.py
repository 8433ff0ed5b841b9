"""What the service is and holds, in RDF: the service description (SPARQL 1.1) and VoID.

In: the state of the service. Out: triples, in the syntax that a client wants; a browser is sent to the page.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.graph.namespaces import PREFIXES, TYPE, term
from kg.query.result import TRIPLES
from kg.serve.answers import VARY
from kg.serve.faults import Refused
from kg.serve.media import HTML, THINGS, chosen, sent
from kg.serve.media import TRIPLES as MEDIA
from kg.serve.state import State

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
VOID: Final = "http://rdfs.org/ns/void#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
EDITOR: Final = "/?view=editor"
HOME: Final = "/?view=about"

_RESULTS: Final = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_SYNTAXES: Final = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_LANGUAGE: Final = "en"


def service_description(state: State, request: Request) -> Response:
    """Describe the endpoint."""
    return described(request, list(_service(state, request)), EDITOR)


async def void(request: Request) -> Response:
    """Describe the data set (https://www.w3.org/TR/void/), at /.well-known/void."""
    state: State = request.app.state.kg
    return described(request, list(_dataset(state, request)), HOME)


def described(request: Request, triples: list[Triple], page: str) -> Response:
    """Give triples in the syntax that a client wants, or send a browser to a page. Raises Refused for other wishes."""
    name = chosen(request.headers.get("accept"), THINGS)
    if name is None:
        raise Refused(406, f"This is RDF, as {', '.join(sorted(set(MEDIA)))}; the Accept header takes none of these")
    if name == HTML:
        return RedirectResponse(page, status_code=303, headers={"Vary": VARY})
    prefixes = {**PREFIXES, "sd": SD, "void": VOID}
    form = TRIPLES[name]
    content = serialize(triples, format=form, prefixes={} if form == RdfFormat.N_TRIPLES else prefixes)
    return Response(content, media_type=sent(MEDIA, name), headers={"Vary": VARY})


def _service(state: State, request: Request) -> Iterator[Triple]:
    endpoint = NamedNode(str(request.url_for("sparql")))
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    languages = ["SPARQL10Query", "SPARQL11Query", *(["SPARQL11Update"] if state.settings.token else [])]
    features = ["UnionDefaultGraph", *(["BasicFederatedQuery"] if state.settings.services else [])]
    yield Triple(service, TYPE, NamedNode(f"{SD}Service"))
    yield Triple(service, NamedNode(f"{SD}endpoint"), endpoint)
    for language in languages:
        yield Triple(service, NamedNode(f"{SD}supportedLanguage"), NamedNode(SD + language))
    for feature in features:
        yield Triple(service, NamedNode(f"{SD}feature"), NamedNode(SD + feature))
    for form in (*_RESULTS, *_SYNTAXES):
        yield Triple(service, NamedNode(f"{SD}resultFormat"), NamedNode(FORMATS + form))
    yield Triple(service, NamedNode(f"{SD}defaultDataset"), dataset)
    yield Triple(dataset, TYPE, NamedNode(f"{SD}Dataset"))
    yield Triple(dataset, NamedNode(f"{SD}defaultGraph"), graph)
    yield Triple(graph, TYPE, NamedNode(f"{SD}Graph"))
    yield Triple(graph, NamedNode(f"{VOID}triples"), Literal(state.statistics().triples))


def _dataset(state: State, request: Request) -> Iterator[Triple]:
    dataset = NamedNode(f"{str(request.url).partition('?')[0]}#dataset")
    counted = state.statistics()
    yield Triple(dataset, TYPE, NamedNode(f"{VOID}Dataset"))
    yield Triple(dataset, term("dcterms:title"), Literal("Knowledge graph of news articles", language=_LANGUAGE))
    yield Triple(dataset, NamedNode(f"{VOID}sparqlEndpoint"), NamedNode(str(request.url_for("sparql"))))
    yield Triple(dataset, NamedNode(f"{VOID}uriSpace"), Literal(state.snapshots.newest.base))
    yield Triple(dataset, NamedNode(f"{VOID}triples"), Literal(counted.triples))
    yield Triple(dataset, NamedNode(f"{VOID}documents"), Literal(counted.documents))
    for form in _SYNTAXES:
        yield Triple(dataset, NamedNode(f"{VOID}feature"), NamedNode(FORMATS + form))
    for namespace in PREFIXES.values():
        if any(name.startswith(namespace) for name in (*counted.classes, *counted.properties)):
            yield Triple(dataset, NamedNode(f"{VOID}vocabulary"), NamedNode(namespace))
    yield from _parts(dataset, "class", "entities", counted.classes)
    yield from _parts(dataset, "property", "triples", counted.properties)


def _parts(dataset: NamedNode, what: str, of: str, numbers: Mapping[str, int]) -> Iterator[Triple]:
    for place, (name, number) in enumerate(sorted(numbers.items())):
        part = BlankNode(f"{what}{place}")
        yield Triple(dataset, NamedNode(f"{VOID}{what}Partition"), part)
        yield Triple(part, NamedNode(VOID + what), NamedNode(name))
        yield Triple(part, NamedNode(VOID + of), Literal(number))
