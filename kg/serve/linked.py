"""Linked data: an IRI of the store, asked for at this service.

In: requests for addresses below the root, or for IRIs of the store whose base is this service. Out: what the store says
of the thing, as RDF; a browser is sent to the thing's page.
"""

from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode, Store
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.serve.answers import VARY
from kg.serve.asking import Question, answered
from kg.serve.faults import Refused
from kg.serve.media import HTML, THINGS, chosen
from kg.serve.state import State

# What is said of a thing, what is said with it, and for an article its evidence.
_ABOUT: Final = """CONSTRUCT {{ {iri} ?said ?what . ?who ?does {iri} . ?s ?p ?o }}
WHERE {{ {{ {iri} ?said ?what }} UNION {{ ?who ?does {iri} }} UNION {{ GRAPH {iri} {{ ?s ?p ?o }} }} }}"""


async def thing(request: Request) -> Response:
    """Answer for an IRI of the store."""
    state: State = request.app.state.kg
    with state.reader() as snapshot:
        node = _node(request, snapshot.base)
        if node is None or not _known(snapshot.graph, node):
            raise Refused(404, "There is nothing at this address")
    if chosen(request.headers.get("accept"), THINGS) == HTML:
        return RedirectResponse(f"/?iri={quote(node.value, safe='')}", status_code=303, headers={"Vary": VARY})
    return await answered(state, request, Question(_ABOUT.format(iri=node)))


def _node(request: Request, base: str) -> NamedNode | None:
    """The IRI that is meant: the address itself where it is one of the store, else the path after the base."""
    path = bytes(request.scope["raw_path"]).decode("latin-1")
    address = f"{request.url.scheme}://{request.url.netloc}{path}"
    try:
        return NamedNode(address if address.startswith(base) else base + path.removeprefix("/"))
    except ValueError:
        return None


def _known(graph: Store, node: NamedNode) -> bool:
    patterns = ((node, None), (None, node))
    return any(next(graph.quads_for_pattern(one, None, other, None), None) for one, other in patterns)
