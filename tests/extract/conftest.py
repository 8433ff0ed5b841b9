"""Hand-built annotated Docs for the tests of kg.extract: no trained model is needed."""

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping, Sequence

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layers import MENTIONS, Quotation, register_layers
from kg.extract.article import Article, read_article
from kg.extract.event_lexicon import EventLexicon, parse_event_lexicon
from kg.extract.events import build_events, read_drafts
from kg.extract.functions import read_functions
from kg.extract.grammar import load_grammar
from kg.extract.happenings import find_happenings
from kg.extract.reading import EntityReading
from kg.extract.tree import Tree, build_tree
from kg.model import Entity, Event, Mention, Time
from kg.ontology import load_ontology
from tests.blank import blank


def build_doc(language: str, rows: str) -> Doc:
    """A parsed Doc from lines "form lemma POS head label [features]"; heads count from 1 in each sentence, 0 is root.

    Sentences are separated by an empty line.
    """
    words, lemmas, parts, heads, labels, features, starts = [], [], [], [], [], [], []
    for block in rows.strip().split("\n\n"):
        offset = len(words)
        for line in block.strip().splitlines():
            form, lemma, part, head, label, *feats = line.split()
            starts.append(len(words) == offset)
            words.append(form)
            lemmas.append(lemma)
            parts.append(part)
            heads.append(offset + int(head) - 1 if head != "0" else len(words) - 1)
            labels.append(label)
            features.append(feats[0] if feats else "")
    vocab = blank(language).vocab
    return Doc(vocab, words=words, lemmas=lemmas, pos=parts, heads=heads, deps=labels, morphs=features)


def annotate(
    doc: Doc,
    mentions: Sequence[tuple[str, str, str]],
    types: Mapping[str, str],
    times: Mapping[str, str] | None = None,
    quotations: tuple[Quotation, ...] = (),
) -> tuple[Doc, EntityReading]:
    """Put mentions (text, label, "KEY" or "KEY+KEY") on the doc in text order, each found behind the one before."""
    register_layers()
    spans, by_mention, known, position = [], {}, {}, 0
    for text, label, keys in mentions:
        start = doc.text.index(text, position)
        position = start + len(text)
        span = doc.char_span(start, position, label=label)
        assert span is not None, text
        spans.append(Span(doc, span.start, span.end, label=label))
        if label == "DATE":
            value = (times or {})[text]
            day = dt.date.fromisoformat(value) if len(value) == 10 else None
            known[(span.start_char, span.end_char)] = Time(value, day, day)
        elif keys:
            by_mention[len(spans) - 1] = tuple(keys.split("+"))
    doc.spans[MENTIONS] = spans
    doc._.kg_times = known
    doc._.kg_quotations = quotations
    entities = tuple(Entity(key, kind, key, mentions=_mentions(spans, by_mention, key)) for key, kind in types.items())
    return doc, EntityReading(entities, {}, by_mention, {})


def _mentions(spans: list[Span], by_mention: Mapping[int, tuple[str, ...]], key: str) -> tuple[Mention, ...]:
    own = [spans[index] for index, keys in by_mention.items() if keys == (key,)]
    return tuple(Mention(span.start_char, span.end_char, span.text, span.label_, 0, 0) for span in own)


@pytest.fixture
def doc_of() -> Callable[[str, str], Doc]:
    """Give the maker of parsed Docs."""
    return build_doc


LEXICON = {
    "de": """
[light]
verbs = ["führen", "übermitteln"]
[[verb]]
type = "Killing"
words = ["töten"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Injury"
words = ["verletzen"]
agent = ["subject"]
recipient = ["object"]
needs = ["recipient"]
[[verb]]
type = "Accession"
words = ["beitreten"]
agent = ["subject"]
recipient = ["indirect", "object"]
[[verb]]
type = "Founding"
words = ["gründen"]
recipient = ["object"]
[[verb]]
type = "Statement"
words = ["sagen", "mitteilen"]
agent = ["subject"]
topic = ["complement"]
[[verb]]
type = "Request"
words = ["fordern", "bitten"]
agent = ["subject"]
recipient = ["object"]
topic = ["complement", "object"]
only = { recipient = ["Actor"] }
[[verb]]
type = "Release"
words = ["freilassen"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Killing"
words = ["kommen + um + leben"]
recipient = ["subject"]
[[verb]]
type = "Meeting"
words = ["sich treffen"]
agent = ["subject"]
recipient = ["prep:mit"]
[[verb]]
type = "Meeting"
words = ["treffen"]
agent = ["subject"]
recipient = ["object"]
needs = ["recipient"]
not = ["entscheidung"]
[[noun]]
type = "Attack"
words = ["*anschlag", "Anschlag"]
agent = ["compound", "subject", "genitive"]
recipient = ["prep:auf"]
[[noun]]
type = "PhoneCall"
words = ["Telefonat"]
agent = ["genitive", "subject"]
recipient = ["prep:mit"]
[[noun]]
type = "Ceasefire"
words = ["Waffenruhe"]
agent = ["subject"]
[[noun]]
type = "Withdrawal"
words = ["Abzug"]
agent = ["genitive"]
""",
    "fr": """
[light]
verbs = ["mener"]
[[verb]]
type = "Killing"
words = ["tuer"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Injury"
words = ["blesser"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Arrest"
words = ["arrêter"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Accession"
words = ["rejoindre"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Statement"
words = ["annoncer"]
agent = ["subject"]
topic = ["complement"]
[[verb]]
type = "Release"
words = ["libérer"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Consultation"
words = ["s'entretenir"]
agent = ["subject"]
recipient = ["prep:avec"]
[[noun]]
type = "Attack"
words = ["attentat", "attaque"]
agent = ["subject", "genitive"]
recipient = ["prep:contre"]
[[noun]]
type = "Meeting"
words = ["rencontre"]
agent = ["genitive"]
""",
    "en": """
[light]
verbs = ["hold"]
aiming = ["target"]
[[verb]]
type = "Killing"
words = ["kill"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Release"
words = ["release"]
agent = ["subject"]
recipient = ["object"]
[[verb]]
type = "Request"
words = ["urge"]
agent = ["subject"]
recipient = ["object"]
topic = ["complement"]
[[verb]]
type = "Statement"
words = ["say"]
agent = ["subject"]
topic = ["complement"]
[[verb]]
type = "Concession"
words = ["lift + embargo"]
agent = ["subject"]
[[noun]]
type = "SecurityOperation"
words = ["operation"]
agent = ["subject", "genitive"]
recipient = ["prep:against"]
[[verb]]
type = "Attack"
words = ["target"]
without = ["complement"]
agent = ["subject"]
recipient = ["object"]
[[noun]]
type = "Sanction"
words = ["embargo"]
agent = ["subject"]
recipient = ["prep:on"]
[[noun]]
type = "Negotiation"
words = ["talks"]
agent = ["genitive", "subject"]
recipient = ["prep:with"]
""",
}


def small_lexicon(language: str) -> EventLexicon:
    """A lexicon of the few words that the tests use, so that they do not hang on the language's own."""
    return parse_event_lexicon(language, tomllib.loads(LEXICON[language]), load_grammar(language), load_ontology())


@pytest.fixture
def article_read() -> Callable[..., Article]:
    """Give the maker of Articles from rows, mentions, types, times and quotations (see `annotate`)."""

    def read(language: str, rows: str, *layers: object, **more: object) -> Article:
        doc, reading = annotate(build_doc(language, rows), *layers, **more)  # type: ignore[arg-type]
        return read_article(doc, load_grammar(language), small_lexicon(language), load_ontology(), reading)

    return read


@pytest.fixture
def events_of(article_read: Callable[..., Article]) -> Callable[..., dict[str, Event]]:
    """Give the events of a hand-built article by the text of their first trigger."""

    def read(language: str, *layers: object, **more: object) -> dict[str, Event]:
        article = article_read(language, *layers, **more)
        events = build_events(find_happenings(read_drafts(article, language)))
        return {event.triggers[0].text: event for event in events}

    return read


@pytest.fixture
def fillers_of() -> Callable[..., set[tuple[str, str]]]:
    """Give the (function, word) pairs of a word of a Doc."""

    def read(doc: Doc, word: str, light: frozenset[str] = frozenset()) -> set[tuple[str, str]]:
        tree = build_tree(doc, load_grammar(doc.lang_))
        head = next(token.i for token in doc if token.text == word)
        return {(each.function, doc[each.token].text) for each in read_functions(tree, head, light)}

    return read


@pytest.fixture
def tree_of(doc_of):
    def read(language, rows, mentions=()) -> Tree:
        doc = doc_of(language, rows)
        found, position = [], 0
        for text, label in mentions:
            start = doc.text.index(text, position)
            position = start + len(text)
            span = doc.char_span(start, position)
            found.append(Span(doc, span.start, span.end, label=label))
        doc.spans[MENTIONS] = found
        return build_tree(doc, load_grammar(language))

    return read
