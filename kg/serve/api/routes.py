"""The addresses under /api.

In: requests. Out: JSON, or an error as JSON with a clear sentence. What reads the store runs in a thread of its own.
"""

from collections.abc import Callable, Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg.graph.namespaces import PREFIXES
from kg.serve.api import articles, calendar, download, entity, event, evidence, overview, picture, ready, search, shape
from kg.serve.api.digest import Digest
from kg.serve.api.digests import Digests
from kg.serve.api.faults import RequestError
from kg.serve.api.filters import filters_of, page_of, whole
from kg.serve.api.shape import Json
from kg.serve.api.vocabulary import vocabulary
from kg.serve.snapshots import Snapshot
from kg.serve.state import State

Parameters = Mapping[str, str]
Answer = Callable[[Snapshot, Digest, Parameters], Json]

LONGEST_WORDS: Final = 200
MOST_FOUND: Final = 200


def routes(state: State) -> list[BaseRoute]:
    """Give the routes, to be mounted under /api."""
    digests = Digests(state.prepared)
    answers = {**_ANSWERS, "suggest": _suggest(state)}
    return [
        *(Route(f"/{name}", _json(state, digests, answer)) for name, answer in answers.items()),
        Route("/download", _download(state, digests)),
    ]


def _json(state: State, digests: Digests, answer: Answer) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        def read() -> Json:
            with state.reader() as store:
                return answer(store, digests.of(store), request.query_params)

        return await _answered(lambda: JSONResponse(read(), headers={"Cache-Control": "no-cache", "ETag": digests.tag}))

    return respond


def _download(state: State, digests: Digests) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        def read() -> Response:
            with state.reader() as store:
                file = download.download(store, digests.of(store), request.query_params)
            attached = {"Content-Disposition": f'attachment; filename="{file.name}"'}
            return Response(file.content, media_type=file.media_type, headers=attached)

        return await _answered(read)

    return respond


async def _answered(respond: Callable[[], Response]) -> Response:
    try:
        return await run_in_threadpool(respond)
    except RequestError as error:
        return JSONResponse({"error": str(error)}, status_code=error.status)


def _suggest(state: State) -> Answer:
    def suggest(_: Snapshot, digest: Digest, given: Parameters) -> Json:
        words = given.get("q", "")[:LONGEST_WORDS]
        limit = whole(given, "limit", 8, MOST_FOUND)
        kinds = frozenset(each for each in given.get("kinds", "").split(",") if each)
        found = state.suggest(words, given.get("lang", ""), MOST_FOUND if kinds or limit > 20 else limit)
        return search.search(digest, found, kinds, limit)

    return suggest


def _iri(given: Parameters) -> str:
    if not given.get("iri"):
        raise RequestError("'iri' is missing: the IRI of what is asked for")
    return given["iri"]


def _vocabulary(store: Snapshot, _: Digest, __: Parameters) -> Json:
    return vocabulary(store)


def _overview(_: Snapshot, digest: Digest, __: Parameters) -> Json:
    return overview.overview(digest)


def _what(_: Snapshot, digest: Digest, given: Parameters) -> Json:
    """Which page shows an IRI."""
    iri = _iri(given)
    sorts = {"entity": digest.things, "event": digest.happenings, "article": digest.sources}
    found = [sort for sort, known in sorts.items() if iri in known]
    if not found:
        raise RequestError(f"There is nothing with the IRI {iri}", 404)
    return {"iri": iri, "sort": found[0]}


def _entity(store: Snapshot, digest: Digest, given: Parameters) -> Json:
    return entity.entity(store, digest, _iri(given), filters_of(given), page_of(given))


def _event(store: Snapshot, digest: Digest, given: Parameters) -> Json:
    return event.event(store, digest, _iri(given))


def _evidence(store: Snapshot, digest: Digest, given: Parameters) -> Json:
    """The sentences of an event (all) or entity (some)."""
    iri = _iri(given)
    if iri in digest.happenings:
        quotations = evidence.of_event(store.graph, iri)
        total = len(quotations)
    elif iri in digest.things:
        total, quotations = evidence.of_entity(store.graph, iri, page_of(given, 20))
    else:
        raise RequestError(f"There is nothing with the IRI {iri}", 404)
    return {
        "total": total,
        "evidence": quotations,
        "sources": shape.sources(digest, (each["source"] for each in quotations)),
    }


def _graph(_: Snapshot, digest: Digest, given: Parameters) -> Json:
    return picture.drawn(digest, picture.chosen(digest, given))


def _calendar(_: Snapshot, digest: Digest, given: Parameters) -> Json:
    return calendar.calendar(digest, filters_of(given))


def _events(_: Snapshot, digest: Digest, given: Parameters) -> Json:
    return calendar.listing(digest, filters_of(given), page_of(given))


def _articles(_: Snapshot, digest: Digest, given: Parameters) -> Json:
    return articles.articles(digest, page_of(given), given.get("q", "")[:LONGEST_WORDS])


def _article(store: Snapshot, digest: Digest, given: Parameters) -> Json:
    return articles.article(store, digest, _iri(given))


def _prefixes(_: Snapshot, __: Digest, ___: Parameters) -> Json:
    return dict(PREFIXES)


def _questions(_: Snapshot, __: Digest, ___: Parameters) -> Json:
    return ready.ready()


_ANSWERS: Final[Mapping[str, Answer]] = {
    "vocabulary": _vocabulary,
    "overview": _overview,
    "what": _what,
    "entity": _entity,
    "event": _event,
    "evidence": _evidence,
    "graph": _graph,
    "calendar": _calendar,
    "events": _events,
    "articles": _articles,
    "article": _article,
    "questions": _questions,
    "prefixes": _prefixes,
}
