"""Implied times: when something happened that the article dates only indirectly.

In: an `Article` and its happenings. Out: the same happenings, some with an implied time. A news report implies times
where it says none: what is reported on a day as fresh news happened then or just before ("said on Saturday that two
soldiers had been killed"), and what happens in the course of something else happens when that does ("the remarks were
made during a call"). Such a time is marked as implied, so that it is never taken for what the text says.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from kg.annotate.layers import document
from kg.extract.article import Article
from kg.extract.clauses import clause_of, governing_verb
from kg.extract.draft import Draft, Happening
from kg.extract.grammar import SUBJECTS, Link
from kg.extract.happenings import exact_time
from kg.extract.tree import preposition
from kg.model import Time

FRESH = dt.timedelta(days=3)
SENTENCES_BACK = 2


def imply_times(article: Article, happenings: Sequence[Happening], default: str) -> None:
    """Set `implied` on happenings that have no time; only on those told as `default` modality (as having happened)."""
    asserted = [each for each in happenings if each.drafts[0].modality == default]
    by_token = {draft.token: each for each in asserted for draft in each.drafts}
    for report in (draft for each in asserted for draft in each.drafts if draft.reporting):
        if _is_fresh(article, report.time):
            _imply([by_token[topic] for topic in _reported(article, report) if topic in by_token], report.time)
    together = [pair for each in asserted for draft in each.drafts for pair in _simultaneous(article, draft, by_token)]
    for one, other in (*together, *together):
        _imply([one], time_of(other))
        _imply([other], time_of(one))


def _reported(article: Article, report: Draft) -> list[int]:
    """Give what a report is about, and what it says along with it ("that two were killed while three were hurt")."""
    tree = article.tree
    found = list(report.topics)
    for topic in report.topics:
        beside = tree.with_link(topic, Link.ADVERBIAL, Link.CONJUNCT)
        found += [token for token in beside if tree.is_part(token, "verb") and token > report.token]
    return found


def time_of(happening: Happening) -> Time | None:
    """Give the time the article says, else the one it implies."""
    return exact_time(draft.time for draft in happening.drafts) or happening.implied


def _imply(happenings: Sequence[Happening], time: Time | None) -> None:
    """Set a time where none is said; of several implied ones the earliest, since reports follow what they report."""
    for happening in happenings:
        known = time_of(happening)
        if time is not None and (known is None or (known is happening.implied and _starts(time) < _starts(known))):
            happening.implied = time


def _starts(time: Time) -> dt.date:
    return time.earliest or dt.date.max


def _is_fresh(article: Article, time: Time | None) -> bool:
    """Whether a time is one day, at most a few days before the article came out."""
    source = document(article.doc)
    if time is None or source is None or source.date is None or time.earliest is None or time.earliest != time.latest:
        return False
    return dt.timedelta() <= source.date - time.earliest <= FRESH


def _simultaneous(
    article: Article, draft: Draft, by_token: dict[int, Happening]
) -> Iterator[tuple[Happening, Happening]]:
    """Pair an event told in a phrase of duration ("during a call") with what its clause tells."""
    tree = article.tree
    if preposition(tree, draft.token) not in tree.grammar.prepositions["during"]:
        return
    verb = governing_verb(tree, draft.token)
    if verb is None or clause_of(tree, verb) != verb:
        return
    told = [token for token in (verb, *tree.with_link(verb, *SUBJECTS)) if token in by_token]
    for token in told or _referred(article, verb, by_token):
        if by_token[token] is not by_token[draft.token]:
            yield by_token[draft.token], by_token[token]


def _referred(article: Article, verb: int, by_token: dict[int, Happening]) -> list[int]:
    """Give what a definite subject refers back to ("the remarks were made during ..."): the last report before it."""
    tree = article.tree
    definite = [
        subject
        for subject in tree.with_link(verb, *SUBJECTS)
        if subject not in article.at
        and article.doc[min(tree.subtree(subject))].lower_ in tree.grammar.words["definite"]
    ]
    start = article.doc[verb].sent.start
    reports = [
        draft.token
        for happening in by_token.values()
        for draft in happening.drafts
        if draft.reporting
        and draft.token < start
        and _is_fresh(article, draft.time)
        and _is_near(article, draft, start)
    ]
    return [max(reports)] if definite and reports else []


def _is_near(article: Article, draft: Draft, position: int) -> bool:
    """Whether at most one sentence lies between a telling and a later position."""
    sentences = [sentence.start for sentence in article.doc.sents if draft.token < sentence.start <= position]
    return len(sentences) <= SENTENCES_BACK
