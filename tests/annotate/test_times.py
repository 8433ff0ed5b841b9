"""Time expressions: found and placed in three languages, without a trained model."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

import kg.languages
from kg.annotate.layers import times
from kg.annotate.numbers import numerals
from kg.annotate.times import calendar, create_times, times_in
from kg.annotate.times.ahead import evidence
from kg.annotate.times.find import find, places
from kg.annotate.times.lexicon import lexicon
from kg.errors import DataError
from kg.languages import codes
from kg.model import Document, Time
from tests.blank import blank

PUBLISHED = dt.date(2025, 12, 15)
CASES = Path(__file__).parent / "times"
FEWEST_EXPRESSIONS = 60


def cases(language):
    return tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))["case"]


def read(language, text, day=PUBLISHED):
    doc = blank(language)(text)
    return {text[start:end]: time for (start, end), time in times_in(doc, day, lexicon(language)).items()}


def values(language, text, day=PUBLISHED):
    return {surface: time.value for surface, time in read(language, text, day).items()}


def test_every_language_has_enough_cases():
    assert {file.stem for file in CASES.glob("*.toml")} == set(codes())
    for language in codes():
        assert sum(len(case["times"]) for case in cases(language)) >= FEWEST_EXPRESSIONS


@pytest.mark.parametrize(
    ("language", "case"),
    [pytest.param(code, case, id=f"{code}: {case['text']}") for code in codes() for case in cases(code)],
)
def test_case(language, case):
    doc = blank(language)(case["text"])
    found = times_in(doc, PUBLISHED, lexicon(language))
    told = [
        [case["text"][start:end], time.value]
        + ([] if time.earliest is None or time.latest is None else [str(time.earliest), str(time.latest)])
        for (start, end), time in found.items()
    ]
    assert told == case["times"]


@pytest.mark.parametrize("language", codes())
def test_no_place_is_lost_by_the_quick_look(language):
    """The first letters by which places are skipped skip none where a pattern fits."""
    data = lexicon(language)
    text = "\n\n".join(case["text"] for case in cases(language)).lower()
    slow = [start for start in range(len(text)) if data.anywhere.match(text, start)]
    assert list(places(text, data)) == slow
    assert len(slow) >= FEWEST_EXPRESSIONS


def test_without_a_day_of_publication_only_the_absolute_is_placed():
    text = "Am Sonntag, gestern, im Mai und am 3. März wurde verhandelt, am 12. November 2024 und 2019 auch."
    placed = {surface: time for surface, time in read("de", text, day=None).items() if time.value}
    assert {surface: time.value for surface, time in placed.items()} == {
        "am 12. November 2024": "2024-11-12",
        "2019": "2019",
    }
    unplaced = [time for time in read("de", text, day=None).values() if not time.value]
    assert unplaced == [Time("")] * 4


def test_a_later_time_counts_from_the_last_one_exact_enough():
    text = "Am 4. März 2020 fiel die Stadt. 2021 begann der Bau. Drei Tage später sprach er."
    assert values("de", text)["Drei Tage später"] == "2020-03-07"
    assert values("de", "2021 begann der Bau. Drei Tage später sprach er.")["Drei Tage später"] == ""


def test_a_leap_day_belongs_to_the_last_leap_year():
    assert values("en", "He resigned on 29 February.", dt.date(2026, 3, 1))["on 29 February"] == "2024-02-29"
    assert values("en", "He resigned on 29 February.", dt.date(1903, 3, 1))["on 29 February"] == ""
    assert values("en", "It happened on 31 February 2024.")["on 31 February 2024"] == ""


def test_the_year_turns():
    january = dt.date(2025, 1, 2)
    assert values("fr", "Il a été élu en décembre.", january)["en décembre"] == "2024-12"
    assert values("fr", "Le mois dernier, il a plu.", january)["Le mois dernier"] == "2024-12"
    assert values("de", "Letzte Woche regnete es.", january)["Letzte Woche"] == "2024-W52"
    assert values("en", "The talks resume next month.", dt.date(2024, 12, 30))["next month"] == "2025-01"


def annotated(language, words, morphs):
    doc = Doc(blank(language).vocab, words=words, spaces=[True] * (len(words) - 2) + [False] * 2, morphs=morphs)
    return [time.value for time in times_in(doc, PUBLISHED, lexicon(language)).values()]


def test_morphology_tells_the_tense_where_the_doc_has_it():
    words = ["Elle", "vaincra", "vendredi", "."]
    assert annotated("fr", words, ["", "Tense=Fut|VerbForm=Fin", "", ""]) == ["2025-12-19"]
    assert annotated("fr", words, ["", "Tense=Past|VerbForm=Fin", "", ""]) == ["2025-12-12"]


def test_an_infinitive_behind_its_word_tells_of_the_future():
    words = ["Eve", "is", "expected", "to", "meet", "both", "sides", "on", "Thursday", "."]
    morphs = ["", "Tense=Pres|VerbForm=Fin", "Tense=Past|VerbForm=Part", "", "VerbForm=Inf", "", "", "", "", ""]
    assert annotated("en", words, morphs) == ["2025-12-18"]


def test_a_present_tells_of_the_future_unless_a_participle_makes_it_a_perfect():
    words = ["Sie", "kommt", "am", "Freitag", "hierher", "."]
    assert annotated("de", words, ["", "VerbForm=Fin", "", "", "", ""]) == ["2025-12-19"]
    assert annotated("de", words, ["", "VerbForm=Fin", "", "", "VerbForm=Part", ""]) == ["2025-12-12"]


class TestAhead:
    """Which of two times an expression stands for, where the Doc has trees."""

    @staticmethod
    def asked(words, heads, answer):
        doc = Doc(blank("en").vocab, words=words, heads=heads, deps=["dep"] * len(words), pos=["VERB"] * len(words))
        questions = []

        def note(question):
            questions.append(question)
            return answer

        times = times_in(doc, PUBLISHED, lexicon("en"), answer=note)
        return questions, [time.value for time in times.values()]

    def test_it_is_asked_of_what_comes_again(self):
        words = ["They", "meet", "on", "Thursday", "and", "met", "yesterday", "."]
        (question,), values = self.asked(words, [1, 1, 3, 1, 5, 1, 5, 1], answer=True)
        assert (question.last.value, question.next.value) == ("2025-12-11", "2025-12-18")
        assert values == ["2025-12-18", "2025-12-14"]
        assert self.asked(words, [1, 1, 3, 1, 5, 1, 5, 1], answer=False)[1] == ["2025-12-11", "2025-12-14"]

    def test_it_is_not_asked_where_the_expression_says_it(self):
        words = ["They", "meet", "next", "Thursday", "and", "met", "last", "May", "."]
        assert self.asked(words, [1, 1, 3, 1, 5, 1, 7, 5, 1], answer=False) == ([], ["2025-12-18", "2025-05"])

    def test_the_evidence_names_words_verbs_and_days(self):
        words = ["Eve", "will", "speak", "on", "Thursday", "."]
        (question,), _ = self.asked(words, [2, 2, 2, 4, 2, 2], answer=True)
        told = set(evidence(question))
        assert {"kind=weekday", "last=weekday 4", "next=weekday 3", "en first=on", "en behind=.", "told=1"} <= told

    def test_without_trees_the_verb_forms_decide(self):
        assert values("en", "They will meet on Thursday.") == {"on Thursday": "2025-12-18"}


def test_trained_entities_are_added_where_no_pattern_reads_them():
    nlp = spacy.blank("de")
    doc = nlp("Seit Kriegsbeginn und am Sonntag flohen viele.")
    doc.ents = [Span(doc, 1, 2, "DATE"), Span(doc, 3, 5, "DATE"), Span(doc, 6, 7, "PER")]
    found = times_in(doc, PUBLISHED, lexicon("de"), "DATE")
    assert {doc.text[start:end]: time.value for (start, end), time in found.items()} == {
        "Kriegsbeginn": "",
        "am Sonntag": "2025-12-14",
    }


@pytest.mark.parametrize("language", codes())
def test_component(language):
    nlp = spacy.blank(language)
    assert callable(create_times)
    nlp.add_pipe("kg_times")
    doc = nlp.make_doc("2019-05-04.")
    doc._.kg_document = Document(identifier="a", text=doc.text, language=language, date=PUBLISHED)
    annotated = nlp(doc)
    assert [time.value for time in times(annotated).values()] == ["2019-05-04"]
    assert nlp.analyze_pipes()["summary"]["kg_times"]["assigns"] == ["doc._.kg_times"]


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("text", ["", "\n\n", "İ 12", "12. 13. 14.", "٣ أيار", "x" * 10_000])
def test_odd_texts_break_nothing(language, text):
    doc = blank(language)(text)
    for start, end in times_in(doc, PUBLISHED, lexicon(language)):
        assert 0 <= start < end <= len(text)


def test_an_expression_never_runs_over_a_paragraph():
    assert [found.end for found in find("am 12.\n\nNovember 2024", lexicon("de"))] == [21]


NUMBERS = """
thousands = ["."]
decimal = ","
compound = false
joiners = []
ranges = []
range_openers = []
shares = []
vague = []
bounds = []
articles = []
collectives = []
words = { 1 = ["a"] }
scales = { words = [] }
"""
START = 'exact = []\nhabitual = "a"\nattached = "b"\nfragments = {}\nseasons = {}\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give the folder of a language "xx" that has number words and nothing else."""
    monkeypatch.setattr(kg.languages, "FOLDER", tmp_path)
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "numbers.toml").write_text(NUMBERS, encoding="utf-8")
    yield tmp_path / "xx"
    for cached in (kg.languages.table, lexicon, numerals):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("exact = []", "words"),
        (START + 'words = { weekday = { monday = ["m"] } }', "weekday.monday"),
        (START + 'words = { colour = { 1 = ["m"] } }', "words.colour"),
        (START + 'words = {}\npattern = [{ text = "{month}" }]', "{month}"),
        (START + 'words = {}\npattern = [{ text = "<on>" }]', "<on>"),
        (START + 'words = {}\npattern = [{ text = "(a" }]', "(a"),
        (START + 'words = {}\npattern = [{ text = "a", before = "(" }]', "a"),
        (START + 'words = {}\npattern = [{ text = "a", colour = 1 }]', "a"),
    ],
)
def test_wrong_data_stop_at_load(folder, text, key):
    (folder / "times.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as stopped:
        lexicon("xx")
    assert (stopped.value.file, stopped.value.key) == ("languages/xx/times.toml", key)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2018, (4, 1)), (2024, (3, 31)), (2025, (4, 20))],
)
def test_easter(year, day):
    assert calendar.easter(year) == dt.date(year, *day)


def test_periods():
    assert calendar.week_of(dt.date(2024, 12, 31)) == Time("2025-W01", dt.date(2024, 12, 30), dt.date(2025, 1, 5))
    assert calendar.month_of(2025, 0) == Time("2024-12", dt.date(2024, 12, 1), dt.date(2024, 12, 31))
    assert calendar.months_of(2024, 12, 14) == Time("2024-12/2025-02", dt.date(2024, 12, 1), dt.date(2025, 2, 28))
    assert calendar.years_of(2011, 2014).value == "2011/2014"
    assert calendar.between(calendar.UNKNOWN, calendar.year_of(2020)) == Time("")
