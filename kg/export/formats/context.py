"""The context of a JSON-LD file: short names for properties, and what their values are.

In: quads. Out: a `Context`, which turns statements into JSON that the context explains. A property whose values are
all of one kind (IRIs, texts in languages, dates) says so once, in the context; others say it with each value.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urljoin

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.export.selection import local
from kg.graph.namespaces import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple

RDF_TYPE = PREFIXES["rdf"] + "type"
XSD = PREFIXES["xsd"]
TEXT, INTEGER, TRUTH = XSD + "string", XSD + "integer", XSD + "boolean"
IRI, LANGUAGE = "@id", "@language"
WHOLE = re.compile(r"0|-?[1-9][0-9]*")


class Context:
    """Names for the properties of some quads; `inverse` maps properties to the names of their inverses."""

    def __init__(self, quads: Iterable[Quad], base: str, inverse: Mapping[str, str]) -> None:
        self._base = base
        self._inverse = inverse
        self._kinds: dict[str, set[str]] = defaultdict(set)
        for quad in quads:
            self._kinds[quad.predicate.value].add(_kind(quad.object))
        self._kinds.pop(RDF_TYPE, None)
        self._names = self._named()

    def terms(self) -> dict[str, object]:
        """The context as JSON."""
        found: dict[str, object] = {"@version": 1.1, "@base": self._base, "@vocab": PREFIXES["kg"], **PREFIXES}
        found |= {"id": "@id", "type": "@type"}
        for iri, name in sorted(self._names.items(), key=lambda pair: pair[1]):
            if ":" not in name:
                found[name] = self._term(iri)
        return found | {name: {"@reverse": self._short(iri)} for iri, name in sorted(self._inverse.items())}

    def item(self, subject: str, statements: Mapping[str, Sequence[Term]]) -> dict[str, object]:
        """A node and what is said of it."""
        found: dict[str, object] = {"id": self.iri(subject)}
        if RDF_TYPE in statements:
            found["type"] = _one([self._class(_iri(each)) for each in statements[RDF_TYPE]])
        for iri, objects in statements.items():
            if iri != RDF_TYPE:
                found[self._names[iri]] = self._values(iri, objects)
        return found

    def iri(self, iri: str) -> str:
        """An IRI as short as the context allows: by a prefix, or from the base."""
        rest = iri.removeprefix(self._base)
        if rest != iri and rest and ":" not in rest.partition("/")[0] and urljoin(self._base, rest) == iri:
            return rest
        return self._short(iri)

    def _named(self) -> dict[str, str]:
        """A property's local name, which our own come first to; of two with the same the later has its prefix."""
        taken = {"id", "type", *self._inverse.values(), *PREFIXES}
        found = {}
        for iri in sorted(self._kinds, key=lambda iri: (not iri.startswith(PREFIXES["kg"]), iri)):
            name = local(iri)
            found[iri] = self._short(iri) if name in taken else name
            taken.add(name)
        return found

    def _term(self, iri: str) -> object:
        short = self._short(iri)
        kind = self._only(iri)
        if kind == LANGUAGE:
            return {"@id": short, "@container": LANGUAGE}
        return short if kind in ("", TEXT, INTEGER, TRUTH) else {"@id": short, "@type": kind and self._short(kind)}

    def _only(self, iri: str) -> str:
        """The kind of all values of a property; empty where there are several, or it has no term of its own."""
        kinds = self._kinds[iri]
        return next(iter(kinds)) if len(kinds) == 1 and ":" not in self._names[iri] else ""

    def _values(self, iri: str, objects: Sequence[Term]) -> object:
        kind = self._only(iri)
        if kind == LANGUAGE:
            texts: dict[str, list[object]] = defaultdict(list)
            for each in objects:
                if isinstance(each, Literal):
                    texts[each.language or ""].append(each.value)
            return {language: _one(values) for language, values in sorted(texts.items())}
        return _one([self._value(each, kind) for each in objects])

    def _value(self, term: Term, kind: str) -> object:
        if not isinstance(term, Literal):
            name = self.iri(_iri(term))
            return name if kind == IRI else {"id": name}
        datatype = term.datatype.value
        if datatype == INTEGER and WHOLE.fullmatch(term.value):
            return int(term.value)
        if datatype == TRUTH and term.value in ("true", "false"):
            return term.value == "true"
        if term.language:
            return {"@value": term.value, "@language": term.language}
        plain = datatype == TEXT or (datatype == kind and kind not in (INTEGER, TRUTH))
        return term.value if plain else {"@value": term.value, "@type": self._short(datatype)}

    def _class(self, iri: str) -> str:
        own = iri.removeprefix(PREFIXES["kg"])
        return own if own != iri else self._short(iri)

    @staticmethod
    def _short(iri: str) -> str:
        for prefix, start in PREFIXES.items():
            rest = iri.removeprefix(start)
            if rest != iri and rest and "/" not in rest:
                return f"{prefix}:{rest}"
        return iri


def _kind(term: Term) -> str:
    if not isinstance(term, Literal):
        return IRI
    return LANGUAGE if term.language else term.datatype.value


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _one(values: list[object] | list[str]) -> object:
    """A single value without its list."""
    return values[0] if len(values) == 1 else values
