"""Weights are half as large on disk and the same size in memory, and the pipeline reads alike."""

from pathlib import Path

import numpy as np
import pytest
import spacy
import srsly
from spacy.language import Language
from spacy.training import Example

from kg.learn.compact import NAME, save_compact


@pytest.fixture
def nlp() -> Language:
    made = spacy.blank("de")
    made.add_pipe("ner").add_label("GPE")
    made.add_pipe(NAME)
    gold = Example.from_dict(made.make_doc("In Bonn"), {"entities": [(3, 7, "GPE")]})
    made.initialize(lambda: [gold])
    return made


def weights(nlp: Language) -> list[np.ndarray]:
    model = nlp.get_pipe("ner").model
    return [node.get_param(name) for node in model.walk() for name in node.param_names if node.has_param(name)]


def test_weights_come_back_wide_and_nearly_the_same(nlp: Language, tmp_path: Path):
    save_compact(nlp, tmp_path / "half")
    nlp.to_disk(tmp_path / "full")
    half, full = ((tmp_path / name / "ner" / "model").stat().st_size for name in ("half", "full"))
    assert half < 0.55 * full
    loaded = spacy.load(tmp_path / "half")
    assert weights(nlp)
    for before, after in zip(weights(nlp), weights(loaded), strict=True):
        assert after.dtype == np.float32
        assert np.allclose(before, after, atol=1e-3)
    assert loaded("In Bonn und Köln").text == "In Bonn und Köln"


def test_on_disk_they_are_narrow(nlp: Language, tmp_path: Path):
    save_compact(nlp, tmp_path)
    content = srsly.msgpack_loads((tmp_path / "ner" / "model").read_bytes())
    kinds = {value.dtype for node in content["params"] for value in node.values() if value is not None}
    assert kinds == {np.dtype(np.float16)}


def test_the_component_must_come_last(nlp: Language, tmp_path: Path):
    nlp.add_pipe("sentencizer")
    with pytest.raises(ValueError, match="last"):
        save_compact(nlp, tmp_path)
