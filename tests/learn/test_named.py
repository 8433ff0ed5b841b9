"""Other people's entities are read by the columns that the language's table names."""

from pathlib import Path

import spacy

from kg.learn.named import EntitySource, named_documents

ROWS = """#\tsource
1\tAnna\tB-PER\tO
2\tLind\tI-PER\tO
3\tbesucht\tO\tO
4\tNeu-Ulm\tB-LOC\tO
5\tBonn\tB-LOC\tO

1\tdeutsche\tB-LOCderiv\tO
"""


def test_known_labels_become_ours(tmp_path: Path):
    (tmp_path / "x-dev.tsv").write_text(ROWS, encoding="utf-8")
    source = EntitySource("x-*.tsv", "X", "CC0", 1, 2, {"PER": "PER", "LOC": "GPE"})
    first, second = named_documents(tmp_path, source, spacy.blank("de").tokenizer)
    assert [(entity.text, entity.label_) for entity in first.ents] == [
        ("Anna Lind", "PER"),
        ("Neu-Ulm", "GPE"),
        ("Bonn", "GPE"),
    ]
    assert second.ents == ()
    assert second.has_annotation("ENT_IOB")
