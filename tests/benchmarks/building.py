"""What a whole build costs beside the bare model, and what a second process gains.

In: the share of the full size that is run. Out: figures.
"""

import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from kg.annotate import annotate
from kg.annotate.pipeline import load_pipeline
from kg.languages import codes
from kg.model import Document
from kg.pipeline import Settings, build
from kg.store import open_store
from tests.benchmarks.figure import Figure, wall, work
from tests.benchmarks.starting import PROGRAM
from tests.benchmarks.text import lines

FULL = 10_000
BESIDE = 60
GIB = 1 << 30


def building(share: float) -> Iterator[Figure]:
    """Words per second of the build and of `nlp.pipe`, gain of two processes, and their memory."""
    with tempfile.TemporaryDirectory() as place:
        yield from _beside_the_model(Path(place))
        yield from _in_parallel(Path(place), max(int(FULL * share), 90))


def _beside_the_model(place: Path) -> Iterator[Figure]:
    file = place / "beside.jsonl"
    written = list(lines(BESIDE))
    file.write_text("\n".join(written), encoding="utf-8")
    said = [json.loads(each) for each in written]
    texts = {code: [each["text"] for each in said if each["language"] == code] for code in codes()}
    words = sum(len(text.split()) for each in texts.values() for text in each)
    models = {code: load_pipeline(code, components=False) for code in codes()}

    def bare() -> None:
        for code, model in models.items():
            for _ in model.pipe(texts[code]):
                pass

    def ours(folder: Path) -> None:
        with open_store(folder) as store:
            report = build([str(file)], store, Settings(jobs=0))
        assert report.documents == BESIDE, report

    bare()
    ours(place / "warm")
    spent = min(work(bare) for _ in range(2)), min(work(lambda n=n: ours(place / f"timed{n}")) for n in range(2))
    yield Figure(
        "whole build beside nlp.pipe", words / spent[1], "words/s", "ours / bare spaCy", words / spent[0], least=0.5
    )
    yield from _events(texts, models)


def _events(texts: dict[str, list[str]], models: dict[str, object]) -> Iterator[Figure]:
    for code, some in texts.items():
        docs = list(annotate(Document(f"{code}-{number}", text, code) for number, text in enumerate(some)))
        reader = load_pipeline(code).get_pipe("kg_events")
        bare = min(work(lambda code=code, some=some: list(models[code].pipe(some))) for _ in range(2))
        reading = min(work(lambda docs=docs, reader=reader: [reader(doc) for doc in docs]) for _ in range(2))
        yield Figure(f"reading events, {code}", reading, "s", "events / bare spaCy", bare, most=1.0)


def _in_parallel(place: Path, number: int) -> Iterator[Figure]:
    file = place / "articles.jsonl"
    file.write_text("\n".join(lines(number)), encoding="utf-8")
    spent, peaks = {}, {}
    for jobs in (1, 2):
        peaks[jobs] = 0

        def run(jobs: int = jobs) -> None:
            folder = str(place / f"jobs{jobs}")
            peaks[jobs] = _peak([*PROGRAM, "build", str(file), "--store", folder, "--jobs", str(jobs)])

        spent[jobs] = wall(run)
    name = f"{number:,} articles"
    yield Figure(f"two processes, {name}", spent[2], "s", "one / two processes", spent[1], inverse=True, least=1.7)
    yield Figure(f"memory of two processes, {name}", peaks[2] / GIB, "GiB", most=2.0)


def _peak(command: list[str]) -> int:
    """The most memory that a command and its processes had at once, each shared page counted once."""
    peak = 0
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        ended = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not ended.is_set():
                peak = max(peak, sum(_share(each) for each in _family(process.pid)))
                time.sleep(0.5)

        watching = threading.Thread(target=watch)
        watching.start()
        status = process.wait()
        ended.set()
        watching.join()
    assert status == 0, command
    return peak


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in children.split():
        yield from _family(int(child))


def _share(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)
