"""Articles that print the same text."""

import datetime as dt
import itertools

from kg.model import Document, Reading
from kg.resolve import resolve
from kg.resolve.copies import are_alike, runs

REPORT = (
    "The ministers of the two countries met on Sunday in a hotel near the airport and spoke for hours about "
    "the border, the price of gas and the return of the prisoners held since the spring. Neither side would "
    "say afterwards whether a second meeting has been agreed, but diplomats called the mood better than before."
)
OTHER = (
    "A fire in the harbour has destroyed four warehouses and damaged a ferry that was to leave for the isles in the "
    "evening. Nobody was hurt, the police said, and the cause is not known. Firemen from three towns worked through "
    "the night while the wind drove the smoke over the old town and the market."
)


def document(name, text, day=15):
    return Document(name, text, "en", date=dt.date(2025, 12, day) if day else None)


def copies(documents):
    return dict(resolve(Reading(each) for each in documents).copies)


def test_the_first_published_is_the_original_in_any_order():
    articles = [
        document("c", f"{REPORT} (own report)", 16),
        document("a", REPORT.upper(), 16),
        document("b", f"AGENCY - {REPORT}"),
        document("d", OTHER),
        document("e", REPORT, None),
    ]
    for order in itertools.permutations(articles):
        assert copies(order) == {"a": "b", "c": "b", "e": "b"}


def test_a_cut_text_is_a_copy_and_a_quotation_is_none():
    half = REPORT[: len(REPORT) // 2]
    assert copies([document("a", f"{REPORT} {OTHER}"), document("b", half)]) == {"b": "a"}
    sentence = "Neither side would say afterwards whether a second meeting has been agreed"
    assert copies([document("a", REPORT), document("b", f"{OTHER} {sentence}.")]) == {}


def test_short_texts_are_never_copies():
    assert copies([document("a", "No news today."), document("b", "No news today.")]) == {}
    assert copies([document("a", ""), document("b", "")]) == {}


def test_likeness_goes_by_runs_of_words():
    shuffled = " ".join(sorted(REPORT.split()))
    assert are_alike(runs(REPORT), runs(REPORT.replace(",", ";")))
    assert not are_alike(runs(REPORT), runs(shuffled))
    assert copies([]) == {}
