"""What reading events costs beside the bare spaCy pipeline of the same model, in words per second of one run."""

import time

import pytest

from kg import languages
from kg.annotate import annotate
from kg.annotate.pipeline import load_pipeline
from kg.learn.evaluation.heard import as_document
from kg.learn.gold import read_gold

ARTICLES = 12
ROUNDS = 3
# Reading events may cost as much again as the bare pipeline; the rest is for the noise of a shared machine.
MOST = 1.0
NOISE = 0.25


def least(run, things):
    """The least processor time of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for each in things:
            run(each)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("code", languages.codes())
def test_reading_events_costs_at_most_as_much_again(request, record_property, code):
    if not any("benchmarks" in argument for argument in request.config.args):
        pytest.skip("it needs a machine at rest; pytest tests/benchmarks asks for it")
    files = sorted((request.config.rootpath / "tests" / "corpus").glob(f"{code}-*.txt"))
    golds = [gold for file in files for gold in read_gold(file)][:ARTICLES]
    assert len(golds) == ARTICLES
    docs = list(annotate(as_document(gold) for gold in golds))
    words = sum(len(doc) for doc in docs)
    bare = load_pipeline(code, components=False)
    reader = load_pipeline(code).get_pipe("kg_events")
    parsing, reading = least(bare, [doc.text for doc in docs]), least(reader, docs)
    record_property("bare words per second", round(words / parsing))
    record_property("events words per second", round(words / reading))
    assert reading <= parsing * (MOST + NOISE), f"{words / parsing:.0f} and {words / reading:.0f} words per second"
