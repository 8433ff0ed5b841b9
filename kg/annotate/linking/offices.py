"""Which office of the gazetteer a title means.

In: the span of a title, with the words around it. Out: offices, the longest form's first.
"""

from collections.abc import Iterator

from spacy.tokens import Span

from kg import gazetteer
from kg.annotate.mentions.known import bare_forms
from kg.annotate.mentions.tables import name_table
from kg.gazetteer import Office

LONGEST_TAIL = 6


def offices_of(span: Span) -> tuple[Office, ...]:
    """Look a title up with the words after it, mentions of nations left out; then alone; then its last part.

    "ministre [syrien] des Affaires étrangères" → foreign minister.
    """
    found = (gazetteer.offices(form, span.doc.lang_) for form in _forms(span))
    return next((offices for offices in found if offices), ())


def _forms(span: Span) -> Iterator[str]:
    """The wordings to try, longest first."""
    table = name_table(span.doc.lang_)
    following = []
    for token in span.doc[span.end : span.end + LONGEST_TAIL]:
        if token.is_punct and token.text not in table.joiners:
            break
        following.append(token)
    for skipped in (1, 0, 2):
        tail = following[skipped:]
        for length in range(len(tail), 0, -1):
            rest = "".join(token.text_with_ws for token in tail[:length]).strip()
            yield f"{span.text} {rest}"
    yield from bare_forms(span.text, table)
