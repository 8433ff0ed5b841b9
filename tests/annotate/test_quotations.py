"""Quotations: what is quoted, the reporting word, the speaker."""

import pytest
import spacy
from spacy.tokens import Doc, Span

import kg.languages
from kg.annotate.layers import quotations
from kg.annotate.quotations import create_quotations, passages, quotations_in, words
from kg.errors import DataError
from kg.languages import codes
from tests.blank import blank


def quoted(language, text):
    return [text[start:end].strip() for start, end in passages(text, words(language))]


def read(language, text, mentions=()):
    """Give (quoted words, reporting word, speaker) of each quotation; `mentions` are (text, label)."""
    doc = blank(language)(text)
    spans = []
    for surface, label in mentions:
        start = text.index(surface, spans[-1].end_char if spans else 0)
        spans.append(doc.char_span(start, start + len(surface), label=label))
    doc.spans["kg_mentions"] = spans
    return [
        (
            doc[quotation.start : quotation.end].text,
            None if quotation.cue is None else doc[quotation.cue].text,
            None if quotation.speaker is None else spans[quotation.speaker].text,
        )
        for quotation in quotations_in(doc, words(language))
    ]


@pytest.mark.parametrize(
    ("language", "text", "passages"),
    [
        ("de", "Er rief: „Halt!“ und ging.", ["Halt!"]),
        ("de", "Er rief: »Halt!« und «geh».", ["Halt!", "geh"]),
        ("de", 'Er rief: "Halt!" und "geh".', ["Halt!", "geh"]),
        ("de", "Sie nannte es ‚neu‘.", ["neu"]),
        ("de", "„Wir gehen. Wir kommen wieder.“ Dann ging er.", ["Wir gehen. Wir kommen wieder."]),
        ("de", "„Das Wort ‚neu‘ fehlt“, sagte er.", ["Das Wort ‚neu‘ fehlt"]),
        ("fr", "Il a dit : « On part. » Puis il est parti.", ["On part."]),
        ("fr", 'Un « choc » et un "séisme".', ["choc", "séisme"]),
        ("en", "“We go,” he said. “Now.”", ["We go,", "Now."]),
        ("en", '"We go," he said. "Now."', ["We go,", "Now."]),
        ("en", "The soldiers' camp isn't far.", []),
        ("en", "‘It isn’t over,’ she said.", ["It isn’t over,"]),
    ],
)
def test_passages(language, text, passages):
    assert quoted(language, text) == passages


@pytest.mark.parametrize(
    ("language", "text", "passages"),
    [
        ("de", "Er sagte: „Wir gehen.\n\nDann „kam“ er.", ["kam"]),
        ("de", 'Ein 5" Rohr. Er sagte: "Wir gehen."', ["Wir gehen."]),
        ("fr", "Il a dit : « On part.\n\nPuis rien.", []),
        ("en", 'He said: "We go.\n\nNobody went.', []),
        ("en", 'He said: "We go. Then "nobody" went.', ["nobody"]),
    ],
)
def test_an_unbalanced_mark_swallows_nothing(language, text, passages):
    assert quoted(language, text) == passages


def test_every_language_has_its_marks():
    for language in codes():
        data = words(language)
        assert data.closing
        for opening, closing in data.closing.items():
            text = f"Wort {opening}ein zwei drei{closing[0]} Wort"
            assert quoted(language, text) == ["ein zwei drei"]


@pytest.mark.parametrize(
    ("language", "text", "mentions", "expected"),
    [
        (
            "de",
            "„Wir werden nicht weichen“, sagte Minister Karl Ott.",
            [("Minister", "ROLE"), ("Karl Ott", "PER")],
            ("Wir werden nicht weichen", "sagte", "Minister"),
        ),
        (
            "de",
            "Der Angriff sei „feige und verachtenswert gewesen“, so die Ministerin.",
            [("Ministerin", "ROLE")],
            ("feige und verachtenswert gewesen", "so", "Ministerin"),
        ),
        (
            "de",
            "Karl Ott sagte: „Wir gehen.“ Anna Berg schwieg.",
            [("Karl Ott", "PER"), ("Anna Berg", "PER")],
            ("Wir gehen.", "sagte", "Karl Ott"),
        ),
        (
            "fr",
            "« Nous ne céderons pas », a déclaré Jean Morel à Paris.",
            [("Jean Morel", "PER"), ("Paris", "GPE")],
            ("Nous ne céderons pas", "déclaré", "Jean Morel"),
        ),
        (
            "fr",
            "Selon le ministère, l'attaque est « un acte de guerre ».",
            [("ministère", "ORG")],
            ("un acte de guerre", "Selon", "ministère"),
        ),
        (
            "en",
            '"We will not give in," said Syria\'s minister.',
            [("Syria", "GPE"), ("minister", "ROLE")],
            ("We will not give in,", "said", "minister"),
        ),
        (
            "en",
            'Mary Hill called the deal "a mistake".',
            [("Mary Hill", "PER")],
            ("a mistake", "called", "Mary Hill"),
        ),
        ("en", 'The weekly "Stone Fence" appears again.', [], ("Stone Fence", None, None)),
    ],
)
def test_cue_and_speaker(language, text, mentions, expected):
    assert read(language, text, mentions) == [expected]


def test_a_quotation_goes_on_with_the_same_speaker():
    text = "„Wir werden nicht weichen“, sagte Karl Ott. „Wir bleiben in der Stadt.“"
    found = read("de", text, [("Karl Ott", "PER")])
    assert [speaker for _, _, speaker in found] == ["Karl Ott", "Karl Ott"]
    assert [cue for _, cue, _ in found] == ["sagte", None]


def test_the_subject_of_the_parse_speaks():
    nlp = spacy.blank("en")
    tokens = ["Hill", ",", "with", "Ott", "beside", "her", ",", "said", ":", '"', "We", "go", "home", "now", ".", '"']
    heads = [7, 0, 3, 7, 5, 3, 0, 7, 7, 11, 11, 7, 11, 11, 11, 11]
    deps = ["nsubj", "punct", "case", "obl", "case", "obl", "punct", "ROOT", "punct", "punct"]
    deps += ["nsubj", "ccomp", "advmod", "advmod", "punct", "punct"]
    spaces = [token not in {'"', "now"} for token in tokens]
    doc = Doc(nlp.vocab, words=tokens, spaces=spaces, heads=heads, deps=deps)
    doc.spans["kg_mentions"] = [Span(doc, 0, 1, "PER"), Span(doc, 3, 4, "PER")]
    assert [quotation.speaker for quotation in quotations_in(doc, words("en"))] == [0]


def test_any_verb_reports_after_a_quoted_sentence():
    nlp = spacy.blank("de")
    tokens = ["„", "Wir", "gehen", "jetzt", "nach", "Haus", "“", ",", "seufzt", "Ott", "."]
    pos = ["PUNCT", "PRON", "VERB", "ADV", "ADP", "NOUN", "PUNCT", "PUNCT", "VERB", "PROPN", "PUNCT"]
    doc = Doc(nlp.vocab, words=tokens, pos=pos)
    doc.spans["kg_mentions"] = [Span(doc, 9, 10, "PER")]
    assert [(quotation.cue, quotation.speaker) for quotation in quotations_in(doc, words("de"))] == [(8, 0)]


@pytest.mark.parametrize("language", codes())
def test_component_works_without_mentions(language):
    nlp = spacy.blank(language)
    assert callable(create_quotations)
    nlp.add_pipe("kg_quotations")
    doc = nlp('One. "Two three four five six." Seven.')
    assert [doc[quotation.start : quotation.end].text for quotation in quotations(doc)] == ["Two three four five six."]
    assert [quotation.speaker for quotation in quotations(doc)] == [None]
    assert quotations(nlp("")) == ()


def test_wrong_data_stop_at_load(tmp_path, monkeypatch):
    monkeypatch.setattr(kg.languages, "FOLDER", tmp_path)
    (tmp_path / "xx").mkdir()
    for text, key in (('pairs = ["abc"]', "pairs"), ('pairs = ["ab"]', "straight")):
        (tmp_path / "xx" / "quotations.toml").write_text(text, encoding="utf-8")
        kg.languages.table.cache_clear()
        with pytest.raises(DataError) as stopped:
            words("xx")
        assert stopped.value.key == key
    kg.languages.table.cache_clear()
