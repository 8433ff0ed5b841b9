"""Numbers said in words or digits."""

import pytest

import kg.languages
from kg.annotate.numbers import count, numerals, value
from kg.errors import DataError
from kg.languages import codes

SAID = [
    ("de", "zwei Soldaten", 2),
    ("de", "ein Zivilist", 1),
    ("de", "140 Gefangene", 140),
    ("de", "300.000 Vertriebene", 300_000),
    ("de", "mehr als 1.000", 1000),
    ("de", "1,2 Millionen Menschen", 1_200_000),
    ("de", "einundzwanzig", 21),
    ("de", "achtundachtzig Häuser", 88),
    ("de", "dreihundertfünfundzwanzig Tote", 325),
    ("de", "eintausendzweihundertvierunddreißig", 1234),
    ("de", "drei Millionen fünfhunderttausend", 3_500_000),
    ("de", "eine Gruppe von 30 Männern", 30),
    ("de", "eine Gruppe Soldaten", None),
    ("de", "zwei Dutzend Kämpfer", 24),
    ("de", "ein Dutzend Männer", 12),
    ("de", "zwei der drei Soldaten", 2),
    ("de", "weniger als hundert Leute", 100),
    ("de", "ein 24-jähriger Mann", 1),
    ("de", "Hunderte Menschen", None),
    ("de", "einige Soldaten", None),
    ("de", "10 bis 15 Soldaten", None),
    ("de", "zwischen 10 und 15 Soldaten", None),
    ("de", "20 Prozent der Wähler", None),
    ("de", "der Soldat", None),
    ("de", "3,5", None),
    ("fr", "trois militaires", 3),
    ("fr", "un civil", 1),
    ("fr", "cent quarante prisonniers", 140),
    ("fr", "quatre-vingts soldats", 80),
    ("fr", "quatre-vingt-un soldats", 81),
    ("fr", "quatre-vingt-dix-sept civils", 97),
    ("fr", "soixante-dix-huit", 78),
    ("fr", "vingt et un soldats", 21),
    ("fr", "cent vingt-quatre", 124),
    ("fr", "deux mille trois cents", 2300),
    ("fr", "trois millions cinq cent mille", 3_500_000),
    ("fr", "300 000 déplacés", 300_000),
    ("fr", "300\u202f000 déplacés", 300_000),
    ("fr", "quelque 1.300 voix", 1300),
    ("fr", "1,5 million", 1_500_000),
    ("fr", "une vingtaine de personnes", 20),
    ("fr", "deux douzaines", 24),
    ("fr", "un groupe de dix hommes", 10),
    ("fr", "un homme de 24 ans", 1),
    ("fr", "des milliers de personnes", None),
    ("fr", "plusieurs centaines de jeunes", None),
    ("fr", "deux à trois hommes", None),
    ("fr", "entre 3 000 et 8 000 personnes", None),
    ("fr", "dix pour cent des élus", None),
    ("en", "at least 30 people", 30),
    ("en", "a civilian", 1),
    ("en", "twenty-five", 25),
    ("en", "two dozen", 24),
    ("en", "a dozen men", 12),
    ("en", "2,500", 2500),
    ("en", "3.5 million people", 3_500_000),
    ("en", "one hundred and forty prisoners", 140),
    ("en", "a hundred people", 100),
    ("en", "three thousand four hundred", 3400),
    ("en", "as many as 40 people", 40),
    ("en", "two of the three hostages", 2),
    ("en", "a group of 12 soldiers", 12),
    ("en", "a group of soldiers", None),
    ("en", "thousands", None),
    ("en", "two to three men", None),
    ("en", "20 percent of voters", None),
    ("en", "30-year-old man", None),
    ("en", "the driver", None),
    ("en", "", None),
]


@pytest.mark.parametrize(("language", "text", "number"), SAID)
def test_count(language, text, number):
    assert count(text, language) == number


def test_every_language_is_tested():
    assert {language for language, _, _ in SAID} == set(codes())


def test_value_reads_a_numeral_alone():
    assert value("einundzwanzig", "de") == 21
    assert value("zwei Soldaten", "de") is None
    assert value("quarante-six cinq", "fr") is None
    assert value("", "en") is None


@pytest.mark.parametrize("language", codes())
def test_digits_below_a_thousand_say_themselves(language):
    assert [count(str(number), language) for number in range(1000)] == list(range(1000))


def test_a_word_without_a_whole_number_stops_at_load(tmp_path, monkeypatch):
    monkeypatch.setattr(kg.languages, "FOLDER", tmp_path)
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "numbers.toml").write_text('[words]\nhalf = ["half"]', encoding="utf-8")
    with pytest.raises(DataError, match=r"languages/xx/numbers\.toml: words\.half"):
        numerals("xx")
    kg.languages.table.cache_clear()
    (tmp_path / "xx" / "numbers.toml").write_text('[words]\n1 = ["one"]', encoding="utf-8")
    with pytest.raises(DataError, match="is missing"):
        numerals("xx")
    kg.languages.table.cache_clear()
