"""The whole way: what must hold whatever the articles are."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

import kg.pipeline
from kg.article import understand
from kg.examples import FOLDER
from kg.graph.namespaces import ANCHOR, BEGIN, END, QUOTE, REFERENCE_CONTEXT, TEXT
from kg.model import Document, Failure, Reading
from kg.pipeline import Settings, build
from kg.read import pieces, read, total
from kg.store import open_store
from kg.store.published import newest

PATIENT = settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FRAGMENTS = {
    "de": [
        "Die Ministerin Abena Owusu-Mensah traf am Montag in Abidjan ihren Amtskollegen Kouadio Brou-Tanoh.",
        "„Das ist ein Anfang“, sagte er am Abend.",
        "Beide Seiten unterzeichneten ein Abkommen mit der US-Regierung.",
    ],
    "fr": [
        "La ministre Abena Owusu-Mensah s'est entretenue lundi à Abidjan avec son homologue ivoirien.",
        "« C'est un début », a-t-il dit au journal de l'après-midi.",
        "Les deux ministres ont signé l'accord du 12 novembre dernier.",
    ],
    "en": [
        "Trade minister Abena Owusu-Mensah met her counterpart Kouadio Brou-Tanoh in Abidjan on Monday.",
        "“It's a start,” he said in the U.S. capital's oldest hall.",
        "Both sides signed the agreement, and police arrested three demonstrators.",
    ],
}
# Wide, combining, right-to-left and invisible characters, and everything that can part two sentences.
ODD = [
    "😀",
    "e\u0301",
    "\u200b",
    "\u00a0",
    "\u202f",
    "\u05d0\u05d1",
    "👨‍👩‍👧",
    "\t",
    "\n\n",
    "\r\n",
    "ﬁ",
    "İ",
    "(",
    "…",
    " ",
]


@st.composite
def documents(draw):
    language = draw(st.sampled_from(sorted(FRAGMENTS)))
    parts = draw(st.lists(st.sampled_from(FRAGMENTS[language] + ODD), min_size=2, max_size=8))
    return Document("made", "".join(parts).strip() or "…", language)


def mentions(reading):
    yield from (mention for entity in reading.entities for mention in entity.mentions)
    yield from (mention for event in reading.events for mention in event.triggers)
    yield from (relation.evidence for relation in reading.relations)


@settings(PATIENT, max_examples=25)
@given(documents())
def test_mentions_stand_where_they_say(document):
    reading = understand(document)
    assert isinstance(reading, Reading)
    for mention in mentions(reading):
        assert document.text[mention.start : mention.end] == mention.text
        assert 0 <= mention.sentence_start <= mention.start < mention.end <= mention.sentence_end <= len(document.text)


def test_what_an_article_says_depends_on_nothing_read_before(articles):
    given_ = [each for each in read(articles) if not isinstance(each, Failure)]
    assert len(given_) == 6
    forwards = {each.identifier: understand(each) for each in given_}
    backwards = {each.identifier: understand(each) for each in reversed(given_)}
    assert forwards == backwards
    assert all(isinstance(reading, Reading) for reading in forwards.values())


def test_the_graph_quotes_the_characters_it_points_at(whole):
    graph = {}
    for quad in parse(input=whole, format=RdfFormat.N_QUADS):
        graph.setdefault(quad.predicate, {})[quad.subject] = quad.object
    assert len(graph[REFERENCE_CONTEXT]) > 100
    for mention, document in graph[REFERENCE_CONTEXT].items():
        text = graph[TEXT][document].value
        begin, end = (int(graph[each][mention].value) for each in (BEGIN, END))
        assert text[begin:end] == graph[ANCHOR][mention].value
        assert graph[ANCHOR][mention].value in graph[QUOTE][mention].value
        assert graph[QUOTE][mention].value in text


@PATIENT
@given(st.data())
def test_the_order_and_the_number_of_rounds_change_nothing(quick, built, articles, whole, data):
    order = data.draw(st.permutations(articles))
    cut = data.draw(st.integers(0, len(articles) - 1))
    with tempfile.TemporaryDirectory() as folder:
        assert built(Path(folder), order[:cut], order[cut:]) == whole


def test_built_one_by_one_is_built_at_once(quick, built, articles, whole, tmp_path):
    assert whole.count(b"\n") > 1000
    assert built(tmp_path, *([each] for each in articles)) == whole


def test_what_is_removed_leaves_no_trace(quick, built, articles, whole, tmp_path):
    gone, *rest = articles
    (tmp_path / "rest").mkdir()
    built(tmp_path, articles)
    removed = built(tmp_path, remove=[str(Path(gone).relative_to(FOLDER.parent))])
    assert removed == built(tmp_path / "rest", rest)
    assert removed != whole
    assert built(tmp_path, [gone]) == whole


def test_building_twice_changes_nothing(quick, built, articles, whole, tmp_path):
    built(tmp_path, articles)
    before = newest(tmp_path / "store")
    assert before is not None
    with open_store(tmp_path / "store") as store:
        report = build(articles, store, Settings(within=str(FOLDER.parent)))
    assert newest(tmp_path / "store") == before
    assert (report.documents, report.articles, report.failures) == (6, 6, ())
    assert built(tmp_path) == whole


@pytest.mark.parametrize("after", [0, 1, 4])
def test_a_build_that_is_killed_is_completed_by_the_next(quick, built, articles, whole, tmp_path, monkeypatch, after):
    def killed(*given_):
        for number, each in enumerate(pieces(*given_)):
            if number == after:
                raise KeyboardInterrupt
            yield each

    with monkeypatch.context() as patch:
        patch.setattr(kg.pipeline, "BATCH", 1)
        patch.setattr(kg.pipeline, "pieces", killed)
        with pytest.raises(KeyboardInterrupt):
            built(tmp_path, articles, jobs=0)
    with open_store(tmp_path / "store") as store:
        assert len(store.identifiers()) == after
        assert store.stale == (after > 0)
    assert built(tmp_path, articles) == whole


def test_progress_is_told_of_each_article_and_failure(quick, articles, tmp_path):
    told, ends = [], []

    def progress(outcome, end):
        told.append(outcome)
        ends.append(end)

    with open_store(tmp_path / "store") as store:
        report = build([*articles, "none.txt"], store, progress=progress)
    assert len(told) == 7
    assert [each for each in told if isinstance(each, Failure)] == list(report.failures)
    *done, unknown = ends
    assert done == sorted(done)
    assert (done[-1], unknown) == (total(articles), 0)
    assert report.documents == 6
