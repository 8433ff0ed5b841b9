"""Workers that die, hang or take too much: real processes, real signals. What articles say does not matter here."""

import os
import signal
import threading
import time
from contextlib import contextmanager

import pytest

from kg.errors import Stop
from kg.model import Failure
from kg.parallel import Limits, Task, limits, pool, process, reader
from kg.parallel.here import here
from kg.parallel.messages import Orders
from kg.parallel.pool import Pool
from kg.read import Piece

SPANISH = b"El ministro viajo el lunes a la capital para hablar con el presidente sobre los agricultores."
OF_SPANISH = 'its language is "es"'


def spanish(number):
    return Piece(f"es{number}", "text", SPANISH + b" %d" % number, end=number)


def page(name, parts):
    """A page whose extraction takes time with the square of its parts."""
    return Piece(name, "page", b"<html><body><article><p>" + (b"<b>" + SPANISH + b"</b> ") * parts + b"</p>")


SLOW = page("slow", 2_000)
SLOWER = page("slower", 8_000)
ENDLESS = page("endless", 30_000)


@contextmanager
def run(pieces, jobs=2, most=None):
    with Pool(Orders(Task(), most or Limits(), None), jobs) as running:
        yield running, running.run(pieces)


def reasons(dones):
    return [done.outcome.reason for done in dones]


def at(running, number, but=frozenset()):
    """Wait until a worker that lives is at an article; its process, none of those of `but`."""
    while True:
        workers = [each for each in running._workers if each.culprit and each.culprit.number == number]
        found = [each._process for each in workers if each._process.pid not in but]
        if found:
            return found[0]
        time.sleep(0.05)


@contextmanager
def kills(running, number, times, signal_=signal.SIGKILL):
    """Meanwhile a worker that is at the article gets a signal, so many times."""

    def kill():
        killed = set()
        for _ in range(times):
            process_ = at(running, number, killed)
            os.kill(process_.pid, signal_)
            killed.add(process_.pid)

    thread = threading.Thread(target=kill)
    thread.start()
    yield
    thread.join()


@pytest.fixture(autouse=True)
def eager(monkeypatch):
    """All workers are started at once."""
    monkeypatch.setattr(pool, "WORTH", 1)


@pytest.fixture
def brief(monkeypatch):
    """Long articles may take no longer than others."""
    monkeypatch.setattr(limits, "SHARE", 1e12)


def test_long_articles_may_take_longer():
    assert Limits(seconds=10).time(0) == 10
    assert Limits(seconds=10).time(120_000) == 30


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_comes_out_is_in_the_order_of_what_goes_in(jobs):
    pieces = [spanish(0), SLOW, *map(spanish, range(2, 30)), Failure("broken", "cannot be read"), spanish(31)]
    with run(pieces, jobs) as (running, dones):
        found = list(dones)
        assert len(running._workers) == jobs
    assert [each.outcome.identifier for each in found] == [
        each.identifier if isinstance(each, Failure) else each.name for each in pieces
    ]
    assert all(each.outcome.reason.startswith(OF_SPANISH) for each in found if each.outcome.identifier != "broken")
    assert [found[2].end, found[-1].end] == [2, 31]


def test_no_more_is_taken_in_than_keeps_the_workers_busy():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield spanish(taken)

    with run(endless()) as (_, dones):
        for given in range(1, 200):
            assert next(dones).outcome.identifier == f"es{given}"
            assert taken <= given + 2 * pool.AHEAD


def test_large_articles_are_not_piled_up(monkeypatch):
    monkeypatch.setattr(pool, "BYTES_AHEAD", 3_000_000)
    taken = 0

    def large():
        nonlocal taken
        for number in range(12):
            taken += 1
            yield Piece(f"es{number}", "text", SPANISH * 11_000)

    with run(large(), 1) as (_, dones):
        for given, done in enumerate(dones, 1):
            assert "1,000,000 are the most" in done.outcome.reason
            assert taken <= given + 5


def test_an_article_whose_worker_dies_is_read_once_more():
    with run([spanish(0), SLOW, spanish(2), spanish(3)]) as (running, dones), kills(running, 1, 1):
        found = list(dones)
    assert [each.outcome.identifier for each in found] == ["es0", "slow", "es2", "es3"]
    assert all(reason.startswith(OF_SPANISH) for reason in reasons(found))


def test_an_article_whose_worker_dies_twice_is_named():
    with run([spanish(0), ENDLESS, spanish(2), spanish(3)]) as (running, dones), kills(running, 1, 2):
        found = list(dones)
    assert found[1].outcome == Failure(
        "endless", "was left out: twice the process that read it died; it was ended by SIGKILL"
    )
    assert all(reason.startswith(OF_SPANISH) for reason in reasons([found[0], *found[2:]]))


def test_an_article_that_takes_too_long_is_named(brief):
    with run([spanish(0), SLOWER, spanish(2)], 1, Limits(seconds=3)) as (_, dones):
        found = list(dones)
    assert found[1].outcome == Failure("slower", "was left out: it takes more than 3 seconds of processor time")
    assert all(reasons([each])[0].startswith(OF_SPANISH) for each in (found[0], found[2]))


def test_in_one_process_time_is_limited_too(brief):
    found = list(here([spanish(0), SLOWER, spanish(2)], Task(), Limits(seconds=3)))
    assert found[1].outcome == Failure("slower", "was left out: it takes more than 3 seconds of processor time")
    assert all(reasons([each])[0].startswith(OF_SPANISH) for each in (found[0], found[2]))
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_worker_that_does_nothing_is_given_up(brief, monkeypatch):
    monkeypatch.setattr(process, "PATIENCE", 10)
    with run([SLOWER, spanish(1)], 1, Limits(seconds=2)) as (running, dones):
        stopped = threading.Thread(target=lambda: os.kill(at(running, 0).pid, signal.SIGSTOP))
        stopped.start()
        found = list(dones)
        stopped.join()
    assert "it takes more than" in found[0].outcome.reason
    assert found[1].outcome.reason.startswith(OF_SPANISH)


def test_a_worker_makes_way_for_a_new_one_after_many_articles(monkeypatch):
    monkeypatch.setattr(process, "LIFETIME", 5)
    with run(map(spanish, range(12)), 1) as (running, dones):
        found, used = [], set()
        for done in dones:
            found.append(done.outcome)
            used |= {each._process.pid for each in running._workers}
    assert [each.identifier for each in found] == [f"es{number}" for number in range(12)]
    assert all(each.reason.startswith(OF_SPANISH) for each in found)
    assert len(used) == 3


def test_an_article_that_takes_too_much_memory_is_named():
    # A list of nothing takes twenty times the bytes that write it.
    large = Piece("large", "line", b'{"text": "x", "more": [' + b"{}," * 6_000_000 + b"{}]}")
    with run([spanish(0), large, spanish(2)], 1, Limits(memory=250_000_000)) as (_, dones):
        found = list(dones)
    assert found[1].outcome.identifier == "large"
    assert "twice the process that read it died; there was not enough memory" in found[1].outcome.reason
    assert all(reasons([each])[0].startswith(OF_SPANISH) for each in (found[0], found[2]))


def test_what_ends_the_run_is_told_by_the_build():
    english = Piece("a", "text", b"The minister met her colleague in Paris on Monday and thanked him for his help.")
    with reader(Task(models={"en": "no_such_model"}), Limits(), 1) as read, pytest.raises(Stop, match="no_such_model"):
        list(read([english, spanish(1), *[spanish(2)] * 400]))


def test_workers_that_cannot_start_end_the_run(monkeypatch):
    monkeypatch.setattr(process, "_CODE", "raise SystemExit('no such module {descriptor} {path[0]}')")
    with run([spanish(0)]) as (_, dones), pytest.raises(Stop, match=r"can be started: .* status 1 .*no such module"):
        list(dones)


def test_an_interrupt_ends_the_workers_whatever_they_are_at():
    started = []

    def interrupt(running):
        started.append(at(running, 0))
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt), run([ENDLESS, spanish(1)]) as (running, dones):
        threading.Thread(target=interrupt, args=(running,)).start()
        list(dones)
    assert [each.returncode for each in started] == [-signal.SIGKILL]
