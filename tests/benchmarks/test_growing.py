"""What one more article costs a store of 100 and of 10,000, and how the cost of all grows; set KG_BENCHMARK to run.

`KG_BENCHMARK_ARTICLES` says how many the larger store has (10,000 without it). Everything behind the model is measured,
in seconds of processor time, side by side in one run.
"""

import gc
import os
import runpy
import time
from pathlib import Path
from statistics import median

import pytest

from kg.pipeline import refresh
from kg.store import open_store

LARGE = int(os.environ.get("KG_BENCHMARK_ARTICLES", "10000"))
SMALL, MORE = 100, 15

pytestmark = pytest.mark.skipif("KG_BENCHMARK" not in os.environ, reason="set KG_BENCHMARK to run benchmarks")


def seconds(task):
    gc.collect()
    start = time.process_time()
    task()
    return time.process_time() - start


def grown(folder, number):
    """Seconds for so many articles at once, and for each of some more, one by one."""
    readings = runpy.run_path(str(Path(__file__).with_name("synthetic.py")))["readings"]
    every = list(readings(number + MORE))
    with open_store(folder) as store:

        def add(some):
            store.put_readings(some)
            refresh(store)

        whole = seconds(lambda: add(every[:number]))
        return whole, [seconds(lambda one=one: add([one])) for one in every[number:]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    grown(tmp_path_factory.mktemp("warm") / "store", SMALL)
    sizes = (SMALL, LARGE // 10, LARGE)
    return {size: grown(tmp_path_factory.mktemp(str(size)) / "store", size) for size in sizes}


def test_one_more_article_costs_a_large_store_at_most_three_times_as_much(measured, record_property):
    small, large = (median(measured[size][1]) for size in (SMALL, LARGE))
    record_property("ratio", large / small)
    assert large <= 3 * small


def test_ten_times_the_articles_cost_at_most_twelve_times_as_much(measured, record_property):
    some, all_ = (measured[size][0] for size in (LARGE // 10, LARGE))
    record_property("ratio", all_ / some)
    assert all_ <= 12 * some
