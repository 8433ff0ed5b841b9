"""CoNLL-U is read with multiword tokens as they are written."""

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.learn.treebank import read_sentences

ROWS = [
    "1\tSie\tsie\tPRON\tPPER\tCase=Nom\t3\tnsubj\t_\t_",
    "2-3\tims\t_\t_\t_\t_\t_\t_\t_\t_",
    "2\tin\tin\tADP\tAPPR\t_\t4\tcase\t_\t_",
    "3\tdas\tder\tDET\tART\tCase=Acc\t4\tdet\t_\t_",
    "4\tHaus\tHaus\tNOUN\tNN\tCase=Acc\t0\troot\t_\tSpaceAfter=No",
    "4.1\tx\tx\tX\t_\t_\t_\t_\t_\t_",
    "5\t.\t.\tPUNCT\t$.\t_\t4\tpunct\t_\t_",
]
APART = [
    "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
    "1\tdo\tdo\tAUX\tVB\t_\t2\taux\t_\t_",
    "2\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_",
]


def write(folder: Path, *sentences: list[str]) -> Path:
    file = folder / "t.conllu"
    file.write_text("".join("# text = …\n" + "\n".join(rows) + "\n\n" for rows in sentences), encoding="utf-8")
    return file


def test_words_cover_the_characters_they_are_written_with(tmp_path: Path):
    whole, apart = read_sentences(write(tmp_path, ROWS, APART))
    assert whole.text == "Sie ims Haus."
    assert [whole.text[word.start : word.end] for word in whole.words] == ["Sie", "ims", "ims", "Haus", "."]
    assert [word.head for word in whole.words] == [2, 3, 3, 3, 3]
    assert [apart.text[word.start : word.end] for word in apart.words] == ["do", "n't"]


def test_a_word_without_a_lemma_has_none_but_an_underscore_is_itself(tmp_path: Path):
    rows = ["1\tHaus\t_\tNOUN\tNN\t_\t0\troot\t_\t_", "2\t_\t_\tPUNCT\t$.\t_\t1\tpunct\t_\t_"]
    (sentence,) = read_sentences(write(tmp_path, rows))
    assert [word.lemma for word in sentence.words] == ["", "_"]


def test_a_short_row_is_an_error(tmp_path: Path):
    with pytest.raises(DataError, match="ten columns"):
        list(read_sentences(write(tmp_path, ["1\tSie\tsie"])))
