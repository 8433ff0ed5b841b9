"""Writes items as Turtle, sorted.

In: items. Out: text.
"""

from collections.abc import Iterable

from kg.learn.gazetteer.item import Item

PREFIXES = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix gaz: <https://w3id.org/newskg/gazetteer/> .
@prefix office: <https://w3id.org/newskg/gazetteer/office/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
FORMS = ("sharedName", "adjective", "inhabitant", "governmentSeat")


def document(about: str, blocks: Iterable[tuple[str, str]]) -> str:
    """Make a Turtle file: what it is about, prefixes, and the blocks in order of their subjects."""
    ordered = sorted(blocks, key=lambda pair: (len(pair[0]), pair[0]) if pair[0][0] == "Q" else (99, pair[0]))
    head = f"# {about}\n# Made from the tables of facts by kg.learn.gazetteer; not to be edited.\n"
    return "\n".join([head + PREFIXES, *(text for _, text in ordered)])


def entry_block(item: Item, identified: dict[int, str]) -> tuple[str, str]:
    """Make the (identifier, block) pair of an item; `identified` has the identifiers of all items."""
    identifier = identified[id(item)]
    preferred = {(text, language) for language, text in item.preferred.items() if text}
    repeated = {text for text, _ in preferred}
    further = {pair for pair in item.forms.get("altLabel", ()) if pair not in preferred}
    unknown = {(text, tag) for text, tag in further if tag == "und" and text in repeated}
    lines = [
        literals("skos:prefLabel", preferred),
        literals("skos:altLabel", further - unknown),
        *(literals(f"kg:{key}", item.forms.get(key, ())) for key in FORMS),
        literals("kg:nameInSentence", [(item.in_sentence, "en")] if item.in_sentence else []),
        literals("skos:note", [(item.note, "en")] if item.note else []),
        *(f"kg:{key} {quoted(value)}" for key, value in (("iso2", item.iso2), ("iso3", item.iso3)) if value),
        f"kg:country gaz:{identified[id(item.country)]}" if item.country else "",
        f"kg:capital gaz:{identified[id(item.capital)]}" if item.capital else "",
        f"owl:sameAs wd:{item.wikidata}" if item.wikidata else "",
    ]
    return identifier, block(f"gaz:{identifier}", f"kg:{item.type}", lines)


def block(subject: str, type_: str, lines: Iterable[str]) -> str:
    """Make the statements about one subject; empty lines are left out."""
    return " ;\n    ".join([f"{subject} a {type_}", *(line for line in lines if line)]) + " .\n"


def literals(predicate: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Make a predicate with literals, sorted by language and text; empty where there are none."""
    ordered = sorted(set(pairs), key=lambda pair: (pair[1], pair[0]))
    return f"{predicate} " + ", ".join(f"{quoted(text)}@{language}" for text, language in ordered) if ordered else ""


def quoted(text: str) -> str:
    """Make a Turtle string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
