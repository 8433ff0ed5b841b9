"""Sentences are quoted as they stand, with the mention where it stands."""

from kg.serve.api import evidence
from kg.serve.api.event import accounts, differences, event


def marked(quotation):
    return [text for text, mention in quotation["pieces"] if mention]


def whole(quotation):
    return "".join(text for text, _ in quotation["pieces"])


def test_all_tellings_of_an_event_with_the_words_that_tell_it(store, call):
    found = evidence.of_event(store.graph, call.iri)
    assert {quotation["source"] for quotation in found} == set(call.sources)
    told = {(quotation["language"], words) for quotation in found for words in marked(quotation)}
    assert told >= {("de", "telefoniert"), ("en", "spoke"), ("fr", "entretenu")}


def test_the_words_stand_at_the_place_that_is_given(store, call, digest):
    from kg.serve.api.articles import article

    for quotation in evidence.of_event(store.graph, call.iri):
        paragraphs = article(store, digest, quotation["source"])["paragraphs"]
        text = "\n\n".join("".join(piece["text"] for piece in paragraph) for paragraph in paragraphs)
        assert text[quotation["begin"] : quotation["end"]] == marked(quotation)[0]
        assert whole(quotation) in text


def test_a_sentence_with_several_mentions_comes_once(store, named):
    total, found = evidence.of_entity(store.graph, named("Syria"), evidence.Page(0, 500))
    sentences = [(quotation["source"], whole(quotation)) for quotation in found]
    assert len(sentences) == len(set(sentences))
    assert any(len(marked(quotation)) > 1 for quotation in found)
    assert sum(len(marked(quotation)) for quotation in found) <= total


def test_what_each_article_says_and_where_they_differ(store, digest, call):
    said = accounts(store.graph, call)
    assert [account["source"] for account in said] == sorted(call.sources)
    assert {day for account in said for day in account["said"].get("date", ())} == {"2025-12-14"}
    # Who is named first is no difference between articles: the sides of a phone call are equal.
    assert "agent" not in differences(said)


def test_differences_are_of_values_that_two_articles_give():
    said = [
        {"source": "a", "said": {"date": ["2025-01-01"], "place": ["x"]}},
        {"source": "b", "said": {"date": ["2025-01-02"], "place": ["x"]}},
        {"source": "c", "said": {"modality": ["Actual"]}},
    ]
    assert differences(said) == ["date"]


def test_an_event_page_names_all_it_speaks_of(store, digest, call):
    page = event(store, digest, call.iri)
    assert set(call.participants) <= page["things"].keys()
    assert {each for account in page["accounts"] for each in account["said"].get("agent", [])} <= page["things"].keys()
    assert set(call.sources) == page["sources"].keys()
