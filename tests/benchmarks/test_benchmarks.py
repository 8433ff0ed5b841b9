"""What the benchmarks measure with, and that they say it as a table and as JSON. No test asks how fast anything is."""

import json
import subprocess
import sys

import pytest

from kg.languages import codes
from tests.benchmarks.figure import Figure
from tests.benchmarks.groups import GROUPS
from tests.benchmarks.text import WORDS, lines


@pytest.mark.parametrize(
    ("figure", "ratio", "aim", "holds"),
    [
        (Figure("a", 3.0, "s", "ours / theirs", 6.0, least=0.5), 0.5, "at least 0.5", True),
        (Figure("a", 2.9, "s", "ours / theirs", 6.0, least=0.5), 2.9 / 6, "at least 0.5", False),
        (Figure("a", 2.0, "s", "theirs / ours", 30.0, inverse=True, least=10), 15.0, "at least 10", True),
        (Figure("a", 25.0, "s", "ours / theirs", 2.0, most=12), 12.5, "at most 12", False),
        (Figure("a", 0.2, "s", most=0.3), None, "at most 0.3 s", True),
    ],
)
def test_a_figure_is_held_against_its_aim(figure, ratio, aim, holds):
    assert (figure.ratio, figure.aim, figure.holds) == (ratio, aim, holds)


def test_articles_are_of_all_languages_as_long_as_in_newspapers_and_none_is_another():
    said = [json.loads(each) for each in lines(9)]
    assert [each["language"] for each in said] == [*codes()] * 3
    assert all(WORDS <= len(each["text"].split()) < 2 * WORDS for each in said)
    assert len({each["text"] for each in said}) == 9
    assert list(lines(9)) == list(lines(12))[:9]


def test_one_command_says_it_as_a_table_and_as_json(pytestconfig, tmp_path):
    file = tmp_path / "new" / "figures.json"
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks",
        "--only",
        "exporting",
        "--share",
        "0.001",
        "--output",
        str(file),
    ]
    ended = subprocess.run(command, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=False)
    assert ended.stdout.count("GEXF of 4,000 nodes, 4,000 edges") == 1, ended.stderr
    figures = json.loads(file.read_text(encoding="utf-8"))
    assert {"GEXF of 4,000 nodes, 4,000 edges"} < {each["name"] for each in figures}
    assert ended.returncode == int(not all(each["holds"] for each in figures))
    assert "exporting" in GROUPS
