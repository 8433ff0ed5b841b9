"""The only place where an IRI is minted.

In: the base of the data and identifiers of any Unicode text. Out: nodes whose IRIs are plain ASCII, the same
for the same identifiers, and never the same for two.
"""

import hashlib
import re
from typing import Final
from urllib.parse import quote

from anyascii import anyascii
from pyoxigraph import NamedNode

from kg.errors import Stop
from kg.graph.namespaces import PREFIXES
from kg.model import ResolvedRelation

BASE: Final = "https://w3id.org/newskg/resource/"
SLUG_LENGTH: Final = 60
HASH_LENGTH: Final = 10
STATE: Final = "state"


def checked_base(base: str) -> str:
    """Give the base as IRIs are made from it: absolute, ending in a slash (added where missing).

    Raises Stop where it is no absolute IRI or has a query or fragment.
    """
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", base) or re.search(r"[?#]", base):
        raise Stop(f"The base '{base}' is no absolute IRI without '?' and '#', such as {BASE}")
    base = base if base.endswith(("/", ":")) else f"{base}/"
    try:
        return NamedNode(base).value
    except ValueError as error:
        raise Stop(f"The base '{base}' is no valid IRI: {error}") from None


def document(base: str, identifier: str) -> NamedNode:
    """Give the document's node, which also names its graph: a readable slug and a hash that keeps it unique."""
    without_scheme = re.sub(r"^[a-z]+://(www\.)?", "", identifier)
    slug = re.sub(r"[^a-z0-9]+", "-", anyascii(_clean(without_scheme)).lower())[-SLUG_LENGTH:].strip("-")
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]
    return NamedNode(documents(base) + (f"{slug}-{digest}" if slug else digest))


def mention(document_node: NamedNode, start: int, end: int) -> NamedNode:
    """Give the place of a mention in its document, as character positions (RFC 5147)."""
    return NamedNode(f"{document_node.value}#char={start},{end}")


def document_of(part: str) -> str:
    """Give the IRI of the document that a mention or claim is of."""
    return part.partition("#")[0]


def claim(document_node: NamedNode, *parts: str) -> NamedNode:
    """Give what the document says of the thing or statement that the parts identify."""
    return NamedNode(f"{document_node.value}#claim={','.join(_safe(part) for part in parts)}")


def relation_claim(document_node: NamedNode, relation: ResolvedRelation) -> NamedNode:
    """Give what the document says of a relation between fused entities."""
    parts = (relation.subject, relation.name, relation.office, relation.object)
    return claim(document_node, *(part for part in parts if part))


def entity(base: str, identifier: str) -> NamedNode:
    """Give the node of a resolved entity."""
    return NamedNode(f"{base}entity/{_safe(identifier)}")


def event(base: str, identifier: str) -> NamedNode:
    """Give the node of a resolved event."""
    return NamedNode(f"{base}event/{_safe(identifier)}")


def office(base: str, identifier: str, holder: str | None) -> NamedNode:
    """Give the node of an office, which is one of a country or organisation (`holder`), where that is known."""
    return NamedNode("/".join([f"{base}office", _safe(identifier), *([_safe(holder)] if holder else [])]))


def tenure(base: str, holder: str, office_node: NamedNode, start: str) -> NamedNode:
    """Give the node of the term in which somebody holds an office, by its beginning; of none known an empty one."""
    parts = [_safe(holder), office_node.value.removeprefix(f"{base}office/"), *([start] if start else [])]
    return NamedNode(f"{base}tenure/{'/'.join(parts)}")


def judgements(base: str) -> NamedNode:
    """Give the name of the graph of judgements."""
    return NamedNode(f"{base}judgements")


def judgement(base: str, *parts: str) -> NamedNode:
    """Give the node of the judgement on what the parts identify."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[: 2 * HASH_LENGTH]
    return NamedNode(f"{judgement_nodes(base)}{digest}")


def documents(base: str) -> str:
    """Give the beginning of the IRIs of documents and all their parts."""
    return f"{base}document/"


def judgement_nodes(base: str) -> str:
    """Give the beginning of the IRIs of judgements and all their parts."""
    return f"{base}judgement/"


def state(base: str) -> NamedNode:
    """Give the name of the graph, and the node in it, that says which state of the graph a server has."""
    return NamedNode(f"{base}{STATE}")


def state_base(node: NamedNode) -> str | None:
    """Give the base of the data whose state a node is; None where it is no such node."""
    base = node.value.removesuffix(STATE)
    return base if base != node.value and base.endswith(("/", ":")) else None


def feature(judgement_node: NamedNode, name: str) -> NamedNode:
    """Give what one feature adds to a judgement."""
    return NamedNode(f"{judgement_node.value}#{_safe(name)}")


def wikidata(item: str) -> NamedNode:
    """Give the node of a Wikidata item ("Q858")."""
    return NamedNode(PREFIXES["wd"] + _safe(item))


def _safe(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
