"""Word tables: inflection undone, compounds by their ending."""

from kg.extract.lexicon import build_lexicon, find, variants

ENDINGS = (("en", ""), ("s", ""), ("en", "er"))


def test_a_whole_word_goes_before_the_ending_of_a_compound() -> None:
    lexicon = build_lexicon([("*soldat", "soldier"), ("Friedenssoldat", "peacekeeper")], ENDINGS)
    assert find(lexicon, "Friedenssoldaten") == "peacekeeper"
    assert find(lexicon, "Grenzsoldaten") == "soldier"
    assert find(lexicon, "Soldatenlied") is None


def test_the_longest_ending_wins() -> None:
    lexicon = build_lexicon([("*rat", "council"), ("*stadtrat", "city council")], ENDINGS)
    assert find(lexicon, "Grazer-Stadtrats") == "city council"


def test_variants_begin_with_the_form_as_written() -> None:
    assert list(variants("Beamten", ENDINGS)) == ["Beamten", "Beamt", "Beamter"]
