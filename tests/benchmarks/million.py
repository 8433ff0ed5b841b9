"""One million triples, shaped like those of a store of news.

In: a source of chance. Out: quads, the same for the same seed.
"""

import datetime as dt

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import namespaces as graph
from kg.graph.iri import BASE
from kg.graph.namespaces import term

ENTITIES, EVENTS, ARTICLES = 20_000, 60_000, 12_000
KINDS = ("Person", "Country", "City", "Company", "Party", "GovernmentBody")
HAPPENINGS = ("Meeting", "Visit", "Attack", "Statement", "Agreement", "Condemnation", "Aid", "Killing")
SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri".split()  # noqa: SIM905
DAY = "http://www.w3.org/2001/XMLSchema#date"


def name(chance, parts):
    return " ".join("".join(chance.choices(SYLLABLES, k=3)).title() for _ in range(parts))


def entities(chance):
    for number in range(ENTITIES):
        node = NamedNode(f"{BASE}entity/Q{number}")
        label = name(chance, 2)
        yield Quad(node, graph.TYPE, term(chance.choice(KINDS)))
        yield Quad(node, graph.LABEL, Literal(label, language="en"))
        for language in ("de", "en", "fr"):
            yield Quad(node, graph.PREFERRED, Literal(f"{label} {language}", language=language))
        for _ in range(2):
            yield Quad(node, graph.ALTERNATIVE, Literal(name(chance, 2), language="de"))


def events(chance):
    for number in range(EVENTS):
        node = NamedNode(f"{BASE}event/e{number}")
        day = dt.date(2020, 1, 1) + dt.timedelta(days=chance.randrange(2000))
        date = Literal(day.isoformat(), datatype=NamedNode(DAY))
        sides = [int(ENTITIES * chance.random() ** 3) for _ in range(2)]
        article = NamedNode(f"{BASE}document/d{number % ARTICLES}")
        mention = NamedNode(f"{article.value}#char={number},{number + 5}")
        yield Quad(node, graph.TYPE, term(chance.choice(HAPPENINGS)))
        yield Quad(node, graph.LABEL, Literal(f"{name(chance, 2)} met {name(chance, 2)} on {day}", language="en"))
        for role, side in zip(("agent", "recipient"), sides, strict=True):
            yield Quad(node, term(role), NamedNode(f"{BASE}entity/Q{side}"))
        for name_of, value in ((graph.DATE, date), (graph.EARLIEST, date), (graph.LATEST, date)):
            yield Quad(node, name_of, value)
        yield Quad(node, graph.MODALITY, term("Actual"))
        yield Quad(node, graph.DERIVED_FROM, mention)
        for place, target in enumerate((node, NamedNode(f"{BASE}entity/Q{sides[0]}"))):
            phrase = NamedNode(f"{mention.value}{place}")
            yield Quad(phrase, graph.TYPE, graph.PHRASE, article)
            yield Quad(phrase, graph.REFERS_TO, target, article)
            yield Quad(phrase, graph.ANCHOR, Literal("met", language="en"), article)
            yield Quad(phrase, graph.QUOTE, Literal(f"Sentence {number} of the article.", language="en"), article)
        yield Quad(article, graph.TYPE, graph.ARTICLE, article)
