"""A build may be killed at any moment: the same command again gives what it would have given undisturbed."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kg.integrity import check

HERE = Path(__file__).parent
# Of each of the two builds: so many moments spread over its user time, and those at which these files appear.
SPREAD = 10
FILES = (
    "readings.sqlite-journal",
    "graph/CURRENT",
    "graph/*.sst",
    "published/.[0-9]*",
    "published/*/about.json",
    "published/[0-9]*",
)
PEOPLE = ["Angela Merkel", "Emmanuel Macron", "Antony Blinken", "Volodymyr Zelensky", "Ursula von der Leyen"]
CITIES = ["Berlin", "Paris", "Washington", "Kyiv", "Brussels"]
ACTS = ["met", "thanked", "spoke with", "criticised", "visited"]
COUNT = "SELECT (COUNT(*) AS ?quads) { GRAPH ?graph { ?s ?p ?o } }"


def article(number, city):
    one, other, third = (PEOPLE[(number + step) % 5] for step in (0, 1, 3))
    act, later = ACTS[number % 5], ACTS[(number + 2) % 5]
    return (
        f"{one} {act} {other} in {city} on Monday, the government said in a statement.\n\n"
        f"On Tuesday {third} {later} {one}. The two leaders signed an agreement about trade."
    )


def write(folder, numbers, shift=0):
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"article-{number}.txt").write_text(article(number, CITIES[(number + shift) % 5]), encoding="utf-8")


class Commands:
    """Starts commands; `kill` ends the one that runs. `seconds`: the user time that the last one took."""

    def __init__(self, process, folder):
        self.process, self.folder = process, folder
        self.said, self.seconds = folder / "said", 0.0

    def start(self, *arguments, most=0.0):
        self.process.stdin.write(json.dumps([str(self.said), most, *map(str, arguments)]) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self):
        status, self.seconds = map(float, self.process.stdout.readline().split())
        return int(status), self.said.read_text(encoding="utf-8")

    def run(self, *arguments):
        self.start(*arguments)
        return self.end()


@pytest.fixture(scope="module")
def commands(tmp_path_factory, one_thread):
    command = [sys.executable, str(HERE / "commands.py")]
    pipe = subprocess.PIPE
    folder = tmp_path_factory.mktemp("commands")
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=one_thread) as process:
        yield Commands(process, folder)
        process.stdin.close()


class Build:
    """A build into a copy of a store, what readers see before and after it, and its user time undisturbed."""

    def __init__(self, commands, before, inputs, folder):
        self.commands, self.before, self.folder = commands, before, folder
        self.arguments = ("build", inputs, "--date", "2025-12-15", "--lang", "en")
        self.store = self.copy()
        status, said = self.again()
        assert status == 0, said
        self.seconds = commands.seconds
        self.bytes = self.exported()
        self.counts = {self.asked()[1]} | ({self.ask(before)[1]} if before else set())

    def copy(self):
        self.store = self.folder / "store"
        shutil.rmtree(self.store, ignore_errors=True)
        if self.before:
            shutil.copytree(self.before, self.store)
        return self.store

    def start(self, most=0.0):
        return self.commands.start(*self.arguments, "--store", self.store, most=most)

    def again(self):
        return self.commands.run(*self.arguments, "--store", self.store)

    def exported(self):
        file = self.folder / "all.nq"
        status, said = self.commands.run("export", "--store", self.store, file, "--force")
        assert status == 0, said
        return file.read_bytes()

    def asked(self):
        return self.ask(self.store)

    def ask(self, store):
        status, said = self.commands.run("query", "--store", store, "--format", "csv", COUNT)
        return status, said.replace("\r", "").strip().splitlines()[-1] if status == 0 else said


@pytest.fixture(scope="module")
def builds(commands, tmp_path_factory):
    """The first build of a store, and one that adds articles and replaces others."""
    folder = tmp_path_factory.mktemp("kill")
    inputs = folder / "articles"
    write(inputs, range(8))
    (folder / "first").mkdir()
    first = Build(commands, None, inputs, folder / "first")
    before = Path(shutil.copytree(first.store, folder / "before"))
    later = folder / "later"
    shutil.copytree(inputs, later / "articles")
    write(later / "articles", (1, 4), shift=1)
    write(later / "articles", range(8, 11))
    shutil.rmtree(inputs)
    shutil.copytree(later / "articles", inputs)
    second = Build(commands, before, inputs, later)
    assert first.bytes != second.bytes
    # The first one reads its own articles.
    first.inputs = folder / "first" / "articles"
    write(first.inputs, range(8))
    return {
        "first": (first, lambda: restore(inputs, first.inputs)),
        "second": (second, lambda: restore(inputs, later / "articles")),
    }


def restore(inputs, source):
    shutil.rmtree(inputs)
    shutil.copytree(source, inputs)


def kill(child):
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def killed_after(build, seconds):
    build.start(most=seconds)
    return build.commands.end()


def killed_at(build, pattern):
    """Killed as soon as there is a file that was not there before."""
    there = set(build.store.glob(pattern))
    child = build.start()
    ended = threading.Event()

    def watch():
        while not ended.is_set():
            if set(build.store.glob(pattern)) - there:
                kill(child)
                return
            time.sleep(0.001)

    watching = threading.Thread(target=watch)
    watching.start()
    outcome = build.commands.end()
    ended.set()
    watching.join()
    return outcome


def was_killed(build, moment):
    """Kill it at a moment; where it ended before that, somewhat earlier."""
    for attempt in range(6):
        build.copy()
        by_file = isinstance(moment, str)
        status, _ = killed_at(build, moment) if by_file else killed_after(build, moment * build.seconds * 0.9**attempt)
        if status in (-signal.SIGKILL, -signal.SIGVTALRM):
            return True
    return False


def moments(name):
    chance = random.Random(name)
    return [(place + chance.random()) / SPREAD for place in range(SPREAD)] + list(FILES)


@pytest.mark.parametrize("name", ["first", "second"])
def test_whenever_a_build_is_killed_it_goes_on(builds, name):
    build, prepare = builds[name]
    prepare()
    killed, resumed, answered = 0, 0, 0
    for moment in moments(name):
        killed += was_killed(build, moment)
        if build.store.exists():
            asked, said = build.asked()
            assert "Traceback" not in said
            if asked == 0:
                assert said in build.counts, moment
                answered += 1
            else:
                assert (asked, name) == (1, "first"), (moment, said)
                assert re.search("was interrupted; run 'kg build' again|is no store: it has no", said), said
        status, said = build.again()
        assert status == 0, (moment, said)
        resumed += "as before" in said
        assert build.exported() == build.bytes, moment
        assert not list(build.store.glob("published/.[0-9]*")), moment
    assert killed >= len(moments(name)) - 3
    assert resumed >= 3
    # A first one may be asked only when it is published: there is one moment after that.
    assert answered >= 1
    assert [part.faults for part in check(build.store, quick=True)] == [()] * 4


def test_two_builds_into_one_store_wait_for_each_other(builds, commands, one_thread):
    build, prepare = builds["first"]
    prepare()
    shutil.rmtree(build.store)
    program = [sys.executable, "-c", "from kg.cli import main; main()"]
    command = [*program, *map(str, build.arguments), "--store", str(build.store)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=one_thread) for _ in range(2)]
    said = [each.communicate()[1] for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert sum("Another process writes to the store" in each for each in said) == 1
    assert sum("(8 as before)" in each for each in said) == 1
    assert build.exported() == build.bytes


def test_readers_answer_while_a_build_is_at_work_and_it_says_who_must_wait(builds, one_thread):
    build, prepare = builds["second"]
    prepare()
    build.copy()
    child = build.start()
    os.kill(child, signal.SIGSTOP)
    try:
        # A stopped process has what it had; where it had nothing yet, there is nothing to wait for.
        while not list(build.store.glob("readings.sqlite-journal")):
            os.kill(child, signal.SIGCONT)
            time.sleep(0.005)
            os.kill(child, signal.SIGSTOP)
        program = [sys.executable, "-c", "from kg.cli import main; main()"]
        asked = subprocess.run(
            [*program, "query", "--store", build.store, "--format", "csv", COUNT],
            capture_output=True,
            text=True,
            env=one_thread,
            check=False,
        )
        assert asked.returncode == 0, asked.stderr
        assert asked.stdout.split()[-1] in build.counts
        assert "A build of" in asked.stderr
        refused = subprocess.run(
            [*program, "build", *build.arguments[1:], "--store", build.store, "--no-wait"],
            capture_output=True,
            text=True,
            env=one_thread,
            check=False,
        )
        assert (refused.returncode, "is in use by another process" in refused.stderr) == (1, True)
    finally:
        os.kill(child, signal.SIGCONT)
    assert build.commands.end()[0] == 0
    assert build.exported() == build.bytes
