"""What is known of each mention before any are brought together.

In: a Doc with mentions and links. Out: one `Features` per mention.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.symbols import DET
from spacy.tokens import Doc, Span, Token

from kg.annotate import layers
from kg.annotate.coreference.modifiers import country_of
from kg.annotate.coreference.tables import CoreferenceTable, Noun, coreference_table
from kg.annotate.linking import identity
from kg.annotate.linking.link import Links
from kg.annotate.linking.offices import offices_of
from kg.annotate.mentions import grammar
from kg.annotate.mentions.known import hits_of, shortest_form
from kg.annotate.mentions.tables import NameTable, name_table
from kg.annotate.numbers import count
from kg.gazetteer import Hit, name_gender
from kg.ontology import load_ontology


@dataclass(frozen=True)
class Features:
    """A mention and what it says of what it stands for; None and empty where it says nothing.

    `form` is the text without the endings of its place, `lemmas` its lemmas, `head` its main word, all case-folded;
    `types` the entity classes it may be of (empty: any); `country` an identifier of the gazetteer; `number` "singular"
    or "plural"; `count` the number said; `definite` whether it takes up something known; `function` how it hangs on the
    word at `governor`; `clause` the place of its clause's verb; `quotation` the number of the quotation it stands in.
    """

    index: int
    span: Span
    label: str
    form: str
    lemmas: str
    head: str
    types: tuple[str, ...]
    identity: str | None
    country: str | None
    offices: frozenset[str]
    gender: str | None
    number: str | None
    count: int | None
    definite: bool
    sentence: int
    subject: bool
    function: str
    governor: int
    clause: int
    quotation: int | None


def features_of(doc: Doc, links: Links) -> tuple[Features, ...]:
    """Describe the mentions of a Doc."""
    sentences = grammar.sentence_numbers(doc)
    spans, quoted = layers.mentions(doc), _quoted(doc)
    return tuple(
        _describe(spans, index, links, sentences[span.start], quoted.get(span.start))
        for index, span in enumerate(spans)
    )


def _quoted(doc: Doc) -> dict[int, int]:
    """Give for each word that stands in a quotation the number of the first one."""
    quotations = layers.quotations(doc)
    return {word: number for number in reversed(range(len(quotations))) for word in _words(quotations[number])}


def _words(quotation: layers.Quotation) -> range:
    return range(quotation.start, quotation.end)


def _describe(spans: Sequence[Span], index: int, links: Links, sentence: int, quotation: int | None) -> Features:
    span, doc = spans[index], spans[index].doc
    names, table = name_table(doc.lang_), coreference_table(doc.lang_)
    head = main_word(span, table)
    root = head if grammar.is_parsed(doc) else span.root
    nouns = table.nouns_of(head.text, head.lemma_) if span.label_ in DESCRIBED else ()
    offices = offices_of(span) if span.label_ == layers.TITLE else ()
    return Features(
        index=index,
        span=span,
        label=span.label_,
        form=shortest_form(span.text, names).casefold(),
        lemmas=span.lemma_.casefold().strip() if doc.has_annotation("LEMMA") else "",
        head=head.text.casefold(),
        types=_types(span, head, nouns, links.get(index, ())),
        identity=identity(links, index),
        country=country_of(spans, index, links) or _country_of_inhabitant(span),
        offices=frozenset(office.identifier for office in offices),
        gender=_gender(span, head, table, names),
        number=_number(span, head, nouns, table),
        count=count(span.text, doc.lang_) if span.label_ == layers.GROUP else None,
        definite=_definite(span, names),
        sentence=sentence,
        subject=grammar.is_subject(head),
        function=grammar.function(root),
        governor=root.head.i,
        clause=grammar.clause_of(root).i,
        quotation=quotation,
    )


def gender_and_number(title: Span) -> tuple[str | None, str | None]:
    """Give how a title speaks of its holder: "masculine" or "feminine", "singular" or "plural"; None where unknown."""
    names, table = name_table(title.doc.lang_), coreference_table(title.doc.lang_)
    head = main_word(title, table)
    return _gender(title, head, table, names), _number(title, head, (), table)


DESCRIBED = (layers.PHRASE, layers.GROUP, layers.TITLE)


def main_word(span: Span, table: CoreferenceTable) -> Token:
    """The head of the parse; without one the end at which the language has its main words."""
    if grammar.is_parsed(span.doc):
        return span.root
    return span[0] if table.title_head == "start" and span.label_ == layers.TITLE else span[-1]


def _types(span: Span, head: Token, nouns: tuple[Noun, ...], hits: tuple[Hit, ...]) -> tuple[str, ...]:
    if len({hit.entry.identifier for hit in hits}) == 1:
        return (hits[0].entry.type,)
    if span.label_ == layers.ORGANISATION:
        return _types_of_body(span, head) or load_ontology().label_types.get(span.label_, ())
    if span.label_ == layers.PHRASE and not nouns and _is_inhabitant(span):
        return load_ontology().label_types.get(layers.PERSON, ())
    if span.label_ == layers.PHRASE:
        return tuple(dict.fromkeys(name for noun in nouns for name in noun.types))
    return load_ontology().label_types.get(span.label_, ()) if span.label_ != layers.PRONOUN else ()


def _types_of_body(span: Span, head: Token) -> tuple[str, ...]:
    """Give the classes of organisations that the main word of a name tells ("Außenministerium")."""
    ontology, table = load_ontology(), coreference_table(span.doc.lang_)
    general = ontology.label_types.get(layers.ORGANISATION, ())
    names = [name for noun in table.nouns_of(head.text, head.lemma_) for name in noun.types]
    return tuple(dict.fromkeys(name for name in names if any(ontology.is_a(name, upper) for upper in general)))


def _is_inhabitant(span: Span) -> bool:
    return bool(_inhabitant_of(span))


def _country_of_inhabitant(span: Span) -> str | None:
    """Give the country that a word such as "Armenier" names, where it names one only."""
    found = _inhabitant_of(span) if span.label_ == layers.PHRASE else frozenset()
    return next(iter(found)) if len(found) == 1 else None


def _inhabitant_of(span: Span) -> frozenset[str]:
    hits = hits_of(span[-1].text, name_table(span.doc.lang_), span.doc.lang_)
    return frozenset(hit.entry.identifier for hit in hits if hit.kind == "inhabitant")


def _gender(span: Span, head: Token, table: CoreferenceTable, names: NameTable) -> str | None:
    if span.label_ == layers.PERSON:
        before = span.doc[span.start - 1].text if span.start else ""
        said = next((gender for gender, words in names.honorifics.items() if before in words), None)
        return said or (name_gender(span[0].text) if len(span) > 1 else None)
    if span.label_ == layers.TITLE:
        return _gender_of_title(span, head, table)
    if span.label_ == layers.STATE:
        word = span.text
        genders = (gender for gender in ("plural", "masculine", "feminine") if word in table.place_genders[gender])
        return next(genders, table.usual_gender)
    return _gender_of_form(head, table)


def _gender_of_title(span: Span, head: Token, table: CoreferenceTable) -> str | None:
    before = span.doc[span.start - 1].text if span.start else ""
    for word in (head.text, before):
        if word in table.feminine_titles:
            return "feminine"
        if word in table.masculine_titles:
            return "masculine"
    return _gender_of_form(head, table)


def _gender_of_form(head: Token, table: CoreferenceTable) -> str | None:
    return table.feature(str(head.morph), "masculine", "feminine", "neuter")


def _number(span: Span, head: Token, nouns: tuple[Noun, ...], table: CoreferenceTable) -> str | None:
    if any(token.text in table.both or token.text in table.counted for token in span):
        return "plural"
    said = {noun.number for noun in nouns}
    if len(said) == 1 and None not in said:
        return said.pop()
    if span.label_ == layers.GROUP:
        return "singular" if count(span.text, span.doc.lang_) == 1 else "plural"
    if span.label_ in (layers.PERSON, layers.STATE):
        return "singular"
    if span.label_ in (layers.ORGANISATION, layers.PRONOUN, layers.PEOPLE):
        return None
    return next(filter(None, (table.feature(form, "singular", "plural") for form in _forms_in_agreement(head))), None)


def _forms_in_agreement(head: Token) -> Iterator[str]:
    """The forms that say a noun's number: of its article, then its own (which may be the same for one and many)."""
    article = _position_before(head)
    if article >= 0 and head.doc[article].pos == DET:
        yield str(head.doc[article].morph)
    yield from (str(child.morph) for child in grammar.children(head, "determiner"))
    yield str(head.morph)


def _definite(span: Span, names: NameTable) -> bool:
    """Not after an indefinite article; in a headline, which has no articles, all may be definite."""
    position = _position_before(span[0])
    before = span.doc[position].text if position >= 0 else ""
    return before not in names.indefinite and span[0].text not in names.indefinite


def _position_before(word: Token) -> int:
    """The place of what stands before a word and its adjectives; -1 where nothing does."""
    position: int = word.i - 1
    while position >= 0 and word.doc[position].pos in grammar.ADJECTIVES:
        position -= 1
    return position
