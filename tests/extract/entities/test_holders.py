"""An office without a name means whoever held it on the day of the article."""

from datetime import date

import pytest

MERKEL, SCHOLZ, PUTIN, TRUMP, BIDEN, MACRON, LAVROV = "Q567", "Q61053", "Q7747", "Q22686", "Q6279", "Q3052772", "Q58217"
KNOWN = [
    (date(2019, 5, 3), "de", "Die [Bundeskanzlerin|ROLE|A] reiste ab. [Deutschland|GPE|D] schwieg.", MERKEL),
    (date(2023, 5, 3), "de", "Der [Bundeskanzler|ROLE|A] reiste ab. [Deutschland|GPE|D] schwieg.", SCHOLZ),
    (date(2023, 5, 3), "de", "Der [Bundeskanzler|ROLE|A] sprach in [Berlin|GPE|B].", SCHOLZ),
    (date(2023, 5, 3), "de", "Der [deutsche|NORP|D] [Regierungschef|ROLE|A] reiste ab.", SCHOLZ),
    (date(2023, 5, 3), "de", "Der [Kremlchef|ROLE|A] drohte.", PUTIN),
    (date(2019, 5, 3), "de", "Der [US|NORP|U]-[Präsident|ROLE|A] drohte.", TRUMP),
    (date(2023, 5, 3), "en", "[US|NORP|U] [president|ROLE|A] spoke.", BIDEN),
    (date(2020, 5, 3), "fr", "Le [chef de la diplomatie|ROLE|A] [russe|NORP|R] est venu.", LAVROV),
    (date(2020, 5, 3), "fr", "Le [président|ROLE|A] [français|NORP|F] est venu.", MACRON),
]
UNKNOWN = [
    ("another gender", date(2023, 5, 3), "de", "Die [Bundeskanzlerin|ROLE|A] sprach in [Berlin|GPE|B]."),
    ("several countries", date(2024, 5, 3), "de", "Der [Bundeskanzler|ROLE|A] reiste ab."),
    ("before the table begins", date(1975, 5, 3), "de", "Der [deutsche|NORP|D] [Bundeskanzler|ROLE|A] reiste ab."),
    ("after the table ends", date(2199, 5, 3), "de", "Der [deutsche|NORP|D] [Bundeskanzler|ROLE|A] reiste ab."),
    ("a guessed country", date(2023, 5, 3), "de", "Der [Präsident|ROLE|A] kam nach [Frankreich|GPE|F]."),
    ("no longer", date(2023, 5, 3), "en", "The former [French|NORP|F] [president|ROLE|A] spoke."),
]


@pytest.mark.parametrize(("day", "language", "text", "expected"), KNOWN, ids=[case[2] for case in KNOWN])
def test_the_holder_on_the_day(entities_on, day, language, text, expected) -> None:
    assert entities_on(day, language, text)["A"].entry == expected


@pytest.mark.parametrize(("day", "language", "text"), [case[1:] for case in UNKNOWN], ids=[case[0] for case in UNKNOWN])
def test_nobody_is_guessed(entities_on, day, language, text) -> None:
    assert entities_on(day, language, text)["A"].entry is None


def test_without_a_date_nobody_is_meant(entities_of) -> None:
    assert entities_of("de", "Der [deutsche|NORP|D] [Bundeskanzler|ROLE|A] reiste ab.")["A"].entry is None


def test_whom_the_text_names_comes_first(entities_on) -> None:
    text = (
        "Der [deutsche|NORP|D] [Bundeskanzler|ROLE|A] [Jo Krug|PER|A] reiste ab. "
        "Den [deutschen|NORP|D] [Kanzler|ROLE|B] lobte keiner."
    )
    found = entities_on(date(2023, 5, 3), "de", text)
    assert found["B"].entry is None
    assert found["B"].name == "Jo Krug"


def test_named_and_nameless_are_one(entities_on) -> None:
    text = "[Olaf Scholz|PER|A] reiste ab. Der [deutsche|NORP|D] [Bundeskanzler|ROLE|B] schwieg."
    found = entities_on(date(2023, 5, 3), "de", text)
    assert found["A"].key == found["B"].key
