"""The tables of all languages, and what happens where one is wrong."""

import re

import pytest

from kg import languages
from kg.errors import DataError
from kg.read.tables import Source, phrases, source, tables

SECTIONS = [
    "byline",
    "credits",
    "dates",
    "departments",
    "encoding",
    "labels",
    "language",
    "lines",
    "notice",
    "openings",
    "sections",
]


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_has_every_section(code):
    table = source(code)
    assert sorted(table.data) == SECTIONS
    assert len(table.data["dates"]["months"]) == 12
    assert {notice["reason"] for notice in table.data["notice"]} == {
        "cookie notice",
        "newsletter",
        "subscription",
        "copyright",
    }
    assert {"advertisement", "prayer times", "read more", "share button", "menu"} <= set(table.data["lines"])


@pytest.mark.parametrize("code", languages.codes())
def test_the_languages_use_the_same_reasons(code):
    assert set(source(code).data["lines"]) <= set(source("en").data["lines"])


def test_names_of_months_mean_one_month_in_all_languages():
    numbers = {}
    for code in languages.codes():
        for number, names in enumerate(source(code).data["dates"]["months"], start=1):
            for name in names:
                numbers.setdefault(name.casefold(), set()).add(number)
    assert {name for name, found in numbers.items() if len(found) > 1} == set()
    assert tables().months["mai"] == 5


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"lines": {"menu": "Start"}}, "lines.menu"),
        ({"lines": {"menu": [1]}}, "lines.menu"),
        ({"lines": {"menu": [" "]}}, "lines.menu"),
    ],
)
def test_a_wrong_table_is_named(data, where):
    with pytest.raises(DataError) as error:
        Source("languages/xx/boilerplate.toml", data).reasons("lines")
    assert (error.value.file, error.value.key) == ("languages/xx/boilerplate.toml", where)


def test_phrases_match_whole_words_with_any_ending_where_marked():
    found = phrases(["cookie*", "our site", "# min"])
    assert found.search("we use cookies")
    assert found.search("on our site today")
    assert found.search("in # min")
    assert not found.search("on our sites")
    assert isinstance(found, re.Pattern)
