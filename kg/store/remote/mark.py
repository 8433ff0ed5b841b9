"""The mark on an endpoint that says which state of the graph it has.

In: an endpoint. Out: a `Mark`, and the updates that change it. It stands in a named graph of its own, `<base>state`:
`dcterms:identifier` is the digest of the quads that are there; while the endpoint is brought to another state,
`dcterms:isReplacedBy` is the digest of that, and `schema:position` says how many parts of the change are done.
"""

from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import iri
from kg.graph.namespaces import term
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.rows import rows, text

DATASET: Final = term("schema:Dataset")
IDENTIFIER: Final = term("dcterms:identifier")
REPLACED_BY: Final = term("dcterms:isReplacedBy")
POSITION: Final = term("schema:position")
# The digest of no quads.
NOTHING: Final = "0" * 32
_ASK: Final = (
    f"SELECT ?state ?now ?next ?done {{ GRAPH ?state {{ ?state a {DATASET} ; {IDENTIFIER} ?now"
    f" OPTIONAL {{ ?state {REPLACED_BY} ?next ; {POSITION} ?done }} }} }}"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`now`: the state that is there, `next` the one it is brought to, if any, with so many parts `done`."""

    base: str
    now: str
    next: str | None = None
    done: int = 0


def marks(endpoint: Endpoint) -> tuple[Mark, ...]:
    """Give the marks of all graphs of ours that an endpoint holds, by the base of their IRIs.

    Raises StoreError where the endpoint does not answer with rows.
    """
    found = []
    for state, now, following, done in rows(endpoint, _ASK):
        base = iri.state_base(state) if isinstance(state, NamedNode) else None
        if base is not None:
            found.append(Mark(base, text(now), text(following) or None, int(text(done) or 0)))
    return tuple(sorted(found, key=lambda each: each.base))


def begin(base: str, now: str, following: str) -> str:
    """Give the update that marks a change as begun, where the mark is still the one that was read."""
    node = iri.state(base)
    target = f'{node} {REPLACED_BY} "{following}" ; {POSITION} 0'
    if now == NOTHING:
        return f'INSERT DATA {{ GRAPH {node} {{ {node} a {DATASET} ; {IDENTIFIER} "{now}" . {target} }} }}'
    there = f'GRAPH {node} {{ {node} {IDENTIFIER} "{now}" }}'
    free = f"FILTER NOT EXISTS {{ GRAPH {node} {{ {node} {REPLACED_BY} ?other }} }}"
    return f"INSERT {{ GRAPH {node} {{ {target} }} }} WHERE {{ {there} {free} }}"


def advance(base: str, done: int) -> str:
    """Give the update that marks so many parts as done."""
    node = iri.state(base)
    before = f"GRAPH {node} {{ {node} {POSITION} ?before }}"
    return f"DELETE {{ {before} }} INSERT {{ GRAPH {node} {{ {node} {POSITION} {done} }} }} WHERE {{ {before} }}"


def end(base: str, following: str) -> str:
    """Give the update that marks the change as done."""
    node = iri.state(base)
    marked = f'{node} a {DATASET} ; {IDENTIFIER} "{following}"'
    return f"DROP SILENT GRAPH {node} ;\nINSERT DATA {{ GRAPH {node} {{ {marked} }} }}"
