"""Scores of links against annotated articles."""

import pytest

from kg.learn.linking import measure_links
from kg.model import Entity, Mention, Reading

ARTICLE = """\
#doc t-1 lang=en date=2025-12-15 topic=conflict
#title [Syria|GPE|SY] and [Berlin|GPE|DE] talk
[Berlin|GPE|B] is cold, said [Jo Otieno|PER|J]. [Both|PRO|SY+DE] left.
#ent SY Country "Syria"
#ent DE Country "Germany"
#ent B City "Berlin"
#ent J Person "Jo Otieno"
#end
#doc t-2 lang=de date=2025-12-15 topic=conflict
#title [Syrien|GPE|SY] schweigt
#ent SY Country "Syria"
#end
"""


def entity(key, entry, text, *places):
    mentions = tuple(Mention(start, start + len(text), text, "GPE", 0, 0) for start in places)
    return Entity(key, "Country", text, (text,), entry, mentions=mentions)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "t.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_right_wrong_and_missing_links(file):
    def read(document, _):
        if document.language == "de":
            return Reading(document)
        second = document.text.index("Berlin", 20)
        first = document.text.index("Berlin")
        person = document.text.index("Jo Otieno")
        found = (
            entity("e1", "Q858", "Syria", 0),
            entity("e2", "Q64", "Berlin", first, second),
            entity("e3", "Q567", "Jo Otieno", person),
        )
        return Reading(document, found)

    scores = measure_links([file], read)
    assert (scores["en"].right, scores["en"].read, scores["en"].gold) == (2, 4, 3)
    assert (scores["de"].right, scores["de"].read, scores["de"].gold) == (0, 0, 1)
