"""Tables of learned weights."""

import pytest

from kg.errors import DataError
from kg.weights import as_table, read_weights


def test_the_table_is_read_as_it_was_written(tmp_path):
    table = tmp_path / "weights.toml"
    table.write_text(as_table("# What it is.\n", {"pronoun": {"en:she of person": 1.234}, "group": {"new": -0.5}}))
    assert table.read_text().startswith("# What it is.\n\n[group]\n")
    assert read_weights(table, ("pronoun", "group")) == {"pronoun": {"en:she of person": 1.23}, "group": {"new": -0.5}}


@pytest.mark.parametrize("text", ["", "[pronoun]\nnew = 'much'\n", "pronoun = 3\n"])
def test_a_table_that_is_none_stops_at_load(tmp_path, text):
    table = tmp_path / "weights.toml"
    table.write_text(text)
    with pytest.raises(DataError, match="expected form"):
        read_weights(table, ("pronoun",))
