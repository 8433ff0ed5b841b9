"""The SPARQL 1.1 Graph Store HTTP Protocol, at /store.

In: requests for a graph by ?graph=IRI, by ?default, or by its own address below /store/. Out: its triples; with the
token, a changed store.
"""

from collections.abc import Sequence
from typing import Final

from pyoxigraph import NamedNode
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.asked import body, media_type, one, parameters
from kg.serve.asking import Question, answered
from kg.serve.faults import Refused
from kg.serve.state import State
from kg.serve.updates import check_allowed, written
from kg.serve.workers.answer import node
from kg.serve.workers.change import DONE, Change

GRAPH_BYTES: Final = 256 << 20
MULTIPART: Final = "multipart/form-data"
CREATED: Final = 201

_WHICH: Final = "The request must name one graph: '?graph=IRI' or '?default'"


async def graphs(request: Request) -> Response:
    """Answer a request for a graph."""
    state: State = request.app.state.kg
    if request.method in {"GET", "HEAD"}:
        return await answered(state, request, Question(name=_asked(request)))
    check_allowed(state, request)
    if request.method == "DELETE":
        await written(state, Change(str(state.settings.store), "drop", name=_asked(request)))
        return Response(status_code=DONE)
    return await _put(state, request)


async def _put(state: State, request: Request) -> Response:
    """Replace a graph (PUT), or add to it (POST); to the graph store itself, as a new graph."""
    new = request.method == "POST" and not request.scope["query_string"] and _is_store(request)
    name = _new(state, request) if new else _asked(request)
    action = "replace" if request.method == "PUT" else "add"
    made = False
    for place, (content, kind) in enumerate(await _contents(request)):
        with state.file() as file:
            file.write_bytes(content)
            base = name or str(request.url_for("graphs"))
            step = action if place == 0 else "add"
            change = Change(str(state.settings.store), step, name=name, base=base, file=str(file), media_type=kind)
            made = await written(state, change) or made
    headers = {"Location": name} if new else None
    return Response(status_code=CREATED if made else DONE, headers=headers)


async def _contents(request: Request) -> Sequence[tuple[bytes, str]]:
    """What was sent, with the media type of each part."""
    kind = media_type(request)
    if kind != MULTIPART:
        return [(await body(request, GRAPH_BYTES), kind)]
    if int(request.headers.get("content-length", "0")) > GRAPH_BYTES:
        raise Refused(413, f"The body is longer than {GRAPH_BYTES} bytes", {"Connection": "close"})
    try:
        async with request.form(max_part_size=GRAPH_BYTES) as form:
            parts = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
            return [(await part.read(), (part.content_type or "").partition(";")[0].strip()) for part in parts]
    except MultiPartException as error:
        raise Refused(400, f"The multipart body is malformed: {error.message}") from None


def _asked(request: Request) -> str:
    """The graph that is meant: its name, "" for the default graph."""
    given = parameters(request.scope["query_string"])
    name = one(given, "graph")
    default = one(given, "default")
    if not _is_store(request):
        if given:
            raise Refused(400, "The address names a graph already and may not have parameters")
        return str(request.url)
    if (name is None) == (default is None) or default:
        raise Refused(400, _WHICH)
    return "" if name is None else node(name).value


def _is_store(request: Request) -> bool:
    return not request.path_params.get("path")


def _new(state: State, request: Request) -> str:
    """An address that no graph has yet."""
    store = str(request.url_for("graphs"))
    with state.reader() as snapshot:
        taken = {each.value for each in snapshot.graph.named_graphs() if isinstance(each, NamedNode)}
    return next(name for number in range(1, len(taken) + 2) if (name := f"{store}/{number}") not in taken)
