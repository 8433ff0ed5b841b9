"""Who held which office when."""

from datetime import date

import pytest

from kg.gazetteer import entry, holder, office, terms
from kg.gazetteer.terms import _by_place

GERMANY, STATES, RUSSIA, BRITAIN, FRANCE, UN = "Q183", "Q30", "Q159", "Q145", "Q142", "Q1065"
EVERY = [term for each in _by_place().values() for term in each]


def name(*asked):
    found = holder(*asked)
    return found and found.name("en")


@pytest.mark.parametrize(
    ("kind", "of", "day", "expected"),
    [
        ("chancellor", GERMANY, date(2019, 5, 1), "Angela Merkel"),
        ("chancellor", GERMANY, date(2023, 5, 1), "Olaf Scholz"),
        ("head-of-government", GERMANY, date(2023, 5, 1), "Olaf Scholz"),
        ("president", GERMANY, date(2014, 5, 1), "Joachim Gauck"),
        ("head-of-state", GERMANY, date(2014, 5, 1), "Joachim Gauck"),
        ("head-of-state", BRITAIN, date(2014, 5, 1), "Elizabeth II"),
        ("president", STATES, date(2019, 5, 1), "Donald Trump"),
        ("president", STATES, date(2022, 5, 1), "Joe Biden"),
        ("president", STATES, date(2025, 5, 1), "Donald Trump"),
        ("foreign-minister", STATES, date(2016, 5, 1), "John Kerry"),
        ("defence-minister", STATES, date(2024, 5, 1), "Lloyd Austin"),
        ("prime-minister", FRANCE, date(2024, 10, 1), "Michel Barnier"),
        ("un-secretary-general", UN, date(2015, 5, 1), "Ban Ki-moon"),
        ("secretary-general", UN, date(2018, 5, 1), "António Guterres"),
    ],
)
def test_holders_at_a_date(kind, of, day, expected):
    assert name(kind, of, day) == expected


def test_on_the_day_of_a_change_only_the_gender_tells():
    day = date(2021, 12, 8)
    assert name("chancellor", GERMANY, day) is None
    assert name("chancellor", GERMANY, day, "feminine") == "Angela Merkel"
    assert name("chancellor", GERMANY, day, "masculine") == "Olaf Scholz"


def test_nobody_is_guessed():
    assert name("chancellor", GERMANY, date(2023, 5, 1), "feminine") is None
    assert name("chancellor", GERMANY, date(1990, 5, 1)) is None
    assert name("chancellor", GERMANY, date(2199, 5, 1)) is None
    assert name("minister", GERMANY, date(2023, 5, 1)) is None
    assert name("prime-minister", "Q213", date(2017, 12, 10)) is None
    assert name("prime-minister", "Q213", date(2017, 11, 30)) == "Bohuslav Sobotka"


def test_terms_of_a_person():
    found = terms("Q22686", "president", STATES)
    assert [term.start.value for term in found] == ["2017-01-20", "2025-01-20"]
    assert [term.end.value if term.end else None for term in found] == ["2021-01-20", None]
    assert terms("Q22686", "foreign-minister", STATES) == ()


def test_all_terms_are_of_people_and_offices_that_are_known():
    assert len(EVERY) >= 440
    for term in EVERY:
        assert entry(term.holder).gender in {"masculine", "feminine"}
        assert office(term.office).identifier == term.office
        assert entry(term.of).identifier == term.of
        assert (term.end is None) == (term.held is not None)


def test_no_one_holds_an_office_twice_at_once_and_changes_overlap_little():
    for term in EVERY:
        later = [
            other
            for other in EVERY
            if (other.office, other.of) == (term.office, term.of) and other.start.earliest > term.start.earliest
        ]
        for other in later:
            assert term.end is not None, (term, other)
            shared = (term.end.earliest - other.start.earliest).days
            # Of a suspended president and the one who stands in, both are known to hold the office.
            assert shared <= 150, (term, other)
