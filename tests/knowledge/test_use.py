"""What is imported is used: names are linked by it, and offices at a date."""

from datetime import date

import pytest

from kg.annotate.layers import links, mentions
from kg.errors import KnowledgeError
from kg.gazetteer import entry, holder, lookup
from kg.gazetteer.imported import find, opened
from kg.knowledge import import_dump
from kg.knowledge.place import index_for, store_index, user_index
from kg.store.vocabulary import rules

RURITANIA, STRELSAU, RASSENDYLL, FLAVIA = (f"Q{9_000_000 + n}" for n in range(4))


def test_without_an_index_nothing_is_found():
    assert find("Ruritania") == ()
    with pytest.raises(KnowledgeError, match="--knowledge"):
        entry(RURITANIA)


def test_an_opened_index_is_used_and_forgotten(dump, index):
    import_dump(dump(), index)
    with opened(index):
        assert [hit.entry.identifier for hit in find("RURITANIEN")] == [RURITANIA]
        known = entry(RASSENDYLL)
        assert (known.name("fr"), known.country, known.wikidata) == ("Rodolphe Rassendyll", RURITANIA, RASSENDYLL)
        assert lookup("Ruritanien", "de") == ()
    assert find("Ruritania") == ()


def test_offices_at_a_date(dump, index):
    import_dump(dump(), index)
    days = [date(2009, 1, 1), date(2012, 1, 1), date(2015, 5, 25), date(2020, 1, 1)]
    with opened(index):
        held = [holder("prime-minister", RURITANIA, day) for day in days]
        chief = holder("head-of-government", RURITANIA, days[1])
    assert [each and each.identifier for each in held] == [None, RASSENDYLL, None, FLAVIA]
    assert chief is not None
    assert chief.identifier == RASSENDYLL


def linked(marked, index, text, language="en"):
    from kg.annotate.linking import link_mentions

    doc = marked(language, text)
    with opened(index):
        found = link_mentions(doc)
    spans = mentions(doc)
    return {spans[place].text: [hit.entry.identifier for hit in hits] for place, hits in found.items()}


@pytest.fixture
def marked():
    """Make a Doc of text with marked mentions."""
    import re

    import spacy

    from kg.annotate.layers import MENTIONS, register_layers

    def make(language, text):
        register_layers()
        parts = re.split(r"\[([^|\]]+)\|([A-Z]+)\]", text)
        doc = spacy.blank(language)("".join(part for place, part in enumerate(parts) if place % 3 != 2))
        spans, position = [], 0
        for place, part in enumerate(parts):
            if place % 3 == 1:
                spans.append(doc.char_span(position, position + len(part), label=parts[place + 1]))
            position += 0 if place % 3 == 2 else len(part)
        doc.spans[MENTIONS] = spans
        return doc

    return make


def test_names_are_linked_by_class(marked, dump, index):
    import_dump(dump(), index)
    text = "[Rudolf Rassendyll|PER] came from [Strelsau|GPE] in [Ruritania|GPE] to [France|GPE]."
    assert linked(marked, index, text) == {
        "Rudolf Rassendyll": [RASSENDYLL],
        "Strelsau": [STRELSAU],
        "Ruritania": [RURITANIA],
        "France": ["Q142"],
    }
    assert links(marked("en", text)) == {}


def test_a_family_name_alone_and_another_class_are_not_linked(marked, dump, index, world):
    import_dump(dump([*world.entities(), world.entity("Q9000500", "Q5", {"en": "Rassendyll"})]), index)
    assert linked(marked, index, "[Rassendyll|PER] met [Strelsau|PER].") == {}


def test_of_one_name_the_country_in_the_text_decides_and_else_how_known_they_are(marked, dump, index, world):
    others = [
        world.entity("Q9000600", "Q515", {"en": "Zenda"}, links=30, P17=["Q142"]),
        world.entity("Q9000601", "Q515", {"en": "Zenda"}, links=20, P17=["Q183"]),
        world.entity("Q9000602", "Q515", {"en": "Hentzau"}, links=90, P17=["Q142"]),
        world.entity("Q9000603", "Q515", {"en": "Hentzau"}, links=2, P17=["Q183"]),
    ]
    import_dump(dump([*world.entities(), *others]), index)
    assert linked(marked, index, "[Zenda|GPE] is in [Germany|GPE].")["Zenda"] == ["Q9000601"]
    assert sorted(linked(marked, index, "[Zenda|GPE] is old.")["Zenda"]) == ["Q9000600", "Q9000601"]
    assert linked(marked, index, "[Hentzau|GPE] is old.")["Hentzau"] == ["Q9000602"]


def test_where_an_index_lies(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store = tmp_path / "store"
    assert index_for(store) is None
    user_index().parent.mkdir(parents=True)
    user_index().touch()
    assert index_for(store) == user_index() == tmp_path / "data" / "kg" / "knowledge.sqlite"
    store_index(store).touch()
    assert index_for(store) == store_index(store)
    assert index_for(store, tmp_path / "named") == tmp_path / "named"


def test_the_rules_by_which_graphs_are_made_name_the_knowledge_in_use(dump, index):
    without = rules()
    import_dump(dump(), index)
    with opened(index):
        used = rules()
        assert used == rules()
    assert used != without
    assert rules() == without
