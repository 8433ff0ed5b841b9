"""Attribution: whose words a report is.

In: an `Article`, its triggers and their arguments, languages/<code>/attribution.toml. Out: for each trigger the
entities that report it, nearest reporter first choice: a source phrase of its clause ("laut", "selon"), the subject of
the reporting verb above it or beside it, the speaker of the quotation it stands in, and, where the grammar marks
reported speech, the source of the sentence before. Also which events a reporting event is about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.annotate.layers import quotations
from kg.errors import DataError
from kg.extract.article import Article, is_a, stands_for
from kg.extract.clauses import clause_of
from kg.extract.grammar import Link, has_feature
from kg.extract.roles import AGENT, SOURCE, Argument, allowed, highest
from kg.extract.tree import Tree, conjuncts, lemma, preposition
from kg.extract.triggers import Candidate
from kg.extract.voice import is_juxtaposed
from kg.languages import table
from kg.ontology import Ontology, load_ontology

LISTS = ("prepositions", "reported", "continued_forms", "conjunctions", "events", "performed", "credited")
PHRASE, GOVERNED, QUOTED, CONTINUED = 0.9, 0.9, 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Reporting:
    """The table: words of source phrases, nouns that carry a source by preposition, forms and classes of reporting.

    `performed`: classes of events that saying them makes true; `credited`: those whose recipients did what they are
    about.
    """

    prepositions: frozenset[str]
    reported: frozenset[str]
    continued_forms: frozenset[str]
    conjunctions: frozenset[str]
    events: frozenset[str]
    performed: frozenset[str]
    credited: frozenset[str]
    nouns: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """Trigger `cue` (None for a phrase) reports the triggers in `told`; `sources` are the keys of who says so."""

    sources: tuple[str, ...]
    told: tuple[int, ...]
    cue: int | None
    confidence: float


@cache
def load_reporting(language: str) -> Reporting:
    """Give the checked table of a language. Raises DataError naming the file and the key that is wrong."""
    return parse_reporting(language, table(language, "attribution"), load_ontology())


def parse_reporting(language: str, data: Mapping[str, Any], ontology: Ontology) -> Reporting:
    """Give a table from plain data. Raises DataError naming the file and the key that is wrong."""
    file = f"languages/{language}/attribution.toml"
    for name in (*LISTS, "nouns"):
        if name not in data:
            raise DataError(file, name, "is missing")
    for name in data:
        if name not in (*LISTS, "nouns"):
            raise DataError(file, name, "is not known")
    for key in ("events", "performed", "credited"):
        for name in data[key]:
            if name not in ontology.event_types:
                raise DataError(file, key, f"{name!r} is no event class")
    return Reporting(
        **{name: frozenset(data[name]) for name in LISTS},
        nouns={word: frozenset(noun.lower() for noun in nouns) for word, nouns in data["nouns"].items()},
    )


def read_reports(
    article: Article,
    reporting: Reporting,
    chosen: Mapping[int, Candidate],
    arguments: Mapping[int, tuple[Argument, ...]],
) -> list[Report]:
    """All reports of the article, the innermost reporter of a trigger first."""
    found = [*_phrases(article, reporting, chosen), *_cues(article, reporting, chosen, arguments)]
    found += _quoted(article, reporting, chosen)
    found.sort(key=lambda report: len(report.told))
    return [*found, *_continued(article, reporting, chosen, found)]


def sources_of(reports: list[Report], token: int) -> tuple[Argument, ...]:
    """Who reports the trigger: the first report that tells it."""
    for report in reports:
        if token in report.told:
            return tuple(Argument(SOURCE, key, token, report.confidence) for key in report.sources)
    return ()


def _entities(article: Article, token: int, classes: tuple[str, ...]) -> tuple[str, ...]:
    keys: list[str] = []
    for each in conjuncts(article.tree, token):
        for stand in stands_for(article, each):
            if all(is_a(article, key, classes) for key in stand.keys):
                keys.extend(stand.keys)
                break
    return tuple(dict.fromkeys(keys))


def _phrases(article: Article, reporting: Reporting, chosen: Mapping[int, Candidate]) -> Iterator[Report]:
    """Source phrases: "laut Polizei", "nach Angaben der Polizei", "selon un communiqué du ministère"."""
    tree = article.tree
    for token in range(len(tree.doc)):
        word = preposition(tree, token)
        if word is None:
            continue
        carrier = lemma(tree, token) in reporting.nouns.get(word, ()) or tree.forms[token] in reporting.nouns.get(
            word, ()
        )
        if not carrier and word not in reporting.prepositions:
            continue
        clause = clause_of(tree, tree.heads[token])
        told = tuple(t for t in sorted(tree.subtree(clause)) if t in chosen and t not in tree.subtree(token))
        told = tuple(t for t in told if chosen[t].entry.type not in reporting.events)
        heads = [
            child
            for child in tree.children[token]
            if tree.links[child] in (Link.ATTRIBUTE, Link.POSSESSOR, Link.MODIFIER)
        ]
        sources = next((keys for head in (heads if carrier else [token]) if (keys := _entities(article, head, ()))), ())
        if sources and told:
            yield Report(sources, told, None, PHRASE)


def _cues(
    article: Article,
    reporting: Reporting,
    chosen: Mapping[int, Candidate],
    arguments: Mapping[int, tuple[Argument, ...]],
) -> Iterator[Report]:
    """Give reporting verbs with the clauses they govern, stand behind, or are inserted in."""
    for cue, candidate in chosen.items():
        if candidate.entry.type not in reporting.events:
            continue
        sources = tuple(a.key for a in arguments[cue] if a.role == AGENT and a.key is not None)
        told = tuple(_told(article.tree, reporting, cue, chosen))
        if told:
            yield Report(sources, told, cue, GOVERNED)


def _told(tree: Tree, reporting: Reporting, cue: int, chosen: Mapping[int, Candidate]) -> Iterator[int]:
    verb = cue
    below: set[int] = set()
    for child in tree.with_link(verb, Link.COMPLEMENT, Link.PARATAXIS, Link.INFINITIVE):
        below |= tree.subtree(child)
    if not below and _inserted(tree, reporting, verb):
        below = tree.subtree(tree.heads[verb]) - tree.subtree(verb)
    yield from (token for token in sorted(below) if token in chosen)


def _inserted(tree: Tree, reporting: Reporting, verb: int) -> bool:
    """Whether a reporting verb is put into or behind what it reports ("..., teilte X mit", "wie X mitteilte")."""
    if tree.links[verb] is Link.PARATAXIS or is_juxtaposed(tree, verb):
        return True
    words = {tree.forms[child] for child in tree.with_link(verb, Link.MARK, Link.ADVERB, Link.CASE, Link.OTHER)}
    return tree.links[verb] in (Link.ADVERBIAL, Link.COMPLEMENT) and bool(words & reporting.conjunctions)


def _quoted(article: Article, reporting: Reporting, chosen: Mapping[int, Candidate]) -> Iterator[Report]:
    for quotation in quotations(article.doc):
        told = tuple(token for token in chosen if quotation.start <= token < quotation.end)
        if quotation.speaker is None or not told:
            continue
        keys = article.reading.by_mention.get(quotation.speaker, ())
        cue = quotation.cue if quotation.cue in chosen else None
        if keys:
            yield Report(tuple(keys), told, cue, QUOTED)


def _continued(
    article: Article, reporting: Reporting, chosen: Mapping[int, Candidate], reports: list[Report]
) -> Iterator[Report]:
    """Sentences that go on in reported speech: their source is the one of the sentence before."""
    told = {token for report in reports for token in report.told}
    last: tuple[str, ...] = ()
    for sentence in article.doc.sents:
        inside = [token for token in chosen if sentence.start <= token < sentence.end]
        here = [
            r.sources
            for r in reports
            if r.sources and any(sentence.start <= t < sentence.end for t in (*r.told, r.cue or -1))
        ]
        if here:
            last = here[-1]
            continue
        open_ = tuple(t for t in inside if t not in told and chosen[t].entry.type not in reporting.events)
        root = sentence.root.i
        forms = [root, *article.tree.with_link(root, Link.AUXILIARY, Link.PASSIVE_AUXILIARY, Link.COPULA)]
        goes_on = any(
            has_feature(article.doc[t], reporting.reported) and article.doc[t].lower_ in reporting.continued_forms
            for t in forms
        )
        if goes_on and open_ and last:
            yield Report(last, open_, None, CONTINUED)
        if not goes_on:
            last = ()


def topics_of(article: Article, reports: list[Report], cue: int) -> tuple[int, ...]:
    """Give the events a reporting trigger is about: the highest of those it tells."""
    told = frozenset(token for report in reports if report.cue == cue for token in report.told)
    if not told:
        return ()
    tops = [token for token in sorted(told) if not any(above in told for above in article.tree.ancestors(token))]
    return tuple(dict.fromkeys(found for top in tops for found in highest(article, top, told)))


def may_report(article: Article, candidate: Candidate, key: str) -> bool:
    """Whether an entity is of a class that can report an event of the candidate's class."""
    return is_a(article, key, allowed(article, candidate.entry, SOURCE))
