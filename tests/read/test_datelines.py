"""Lines of date and author, and datelines."""

import datetime as dt

import pytest

from kg.model import Dropped
from kg.read.datelines import date_of, split_dateline, stamp

DAY = dt.date(2025, 11, 14)


@pytest.mark.parametrize(
    ("line", "order", "day"),
    [
        ("Veröffentlicht am 14. November 2025", "dmy", DAY),
        ("Stand: 14.11.2025, 9.40 Uhr", "dmy", DAY),
        ("Freitag, 14. Nov. 2025", "dmy", DAY),
        ("Von Petra Sandmann | 14.11.25", "dmy", DAY),
        ("Publié le 14/11/2025 à 10h12", "dmy", DAY),
        ("Mis à jour le 15/11/2025 à 7h, publié le 14 novembre 2025", "dmy", DAY),
        ("Le 1er mars 2024 à 8 h 05", "dmy", dt.date(2024, 3, 1)),
        ("Nov 14, 2025 9:40 AM", "", DAY),
        ("Last updated on November 14th, 2025 at 3:15 p.m. ET", "", DAY),
        ("Friday 14 November 2025 10:00 GMT", "", DAY),
        ("2025-11-14T10:00:00Z", "", DAY),
        ("11/14/2025", "", DAY),
        ("3/4/2025", "", None),
        ("3/4/2025", "dmy", dt.date(2025, 4, 3)),
        ("Berlin, 14. November 2025", "dmy", DAY),
        ("Yesterday 09:40", "", None),
        ("vor 3 Stunden", "dmy", None),
        ("14. November", "dmy", None),
        ("Mis à jour", "dmy", None),
        ("il y a 2 heures", "dmy", None),
    ],
)
def test_a_line_of_the_day_is_known_and_read(line, order, day):
    assert stamp(line) is not None
    assert date_of([Dropped(line, "date line")], order) == day


@pytest.mark.parametrize(
    "line",
    [
        "Am Sonntag",
        "Von Bergen nach Oslo",
        "Der 14. November 2025 war ein Freitag.",
        "2025",
        "Le 14 novembre 2025, tout a changé",
        "May day in London",
        "May",
        "Der 14. November",
        "Von Bergen",
    ],
)
def test_other_lines_are_not(line):
    assert stamp(line) is None


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("Von Petra Sandmann und Jan de Boer", True),
        ("By Samuel Reed in Kisumu", True),
        ("Par Jean Delorme, Lucie Arnaud", True),
        ("By the time he left", False),
        ("Par ici la sortie", False),
    ],
)
def test_authors_are_told_from_sentences(line, is_byline):
    found = stamp(line)
    assert (found is not None and found.reason == "byline") is is_byline


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("PARIS, 3 mars 2024 (AFP) - Le train est parti.", "PARIS, 3 mars 2024 (AFP) -"),
        ("Bergen/Oslo (dpa) – Der Rat tagt.", "Bergen/Oslo (dpa) –"),
        ("KISUMU, Kenya, Nov 14 (Reuters) - The lake is calm.", "KISUMU, Kenya, Nov 14 (Reuters) -"),
        ("Lyon, le 3 mars 2024 – Le train est parti.", "Lyon, le 3 mars 2024 –"),
        ("Lyon, le 3 mars 2024. Le train est parti.", "Lyon, le 3 mars 2024."),
        ("Bergen, 3. März 2024: Der Zug fährt.", "Bergen, 3. März 2024:"),
        ("Quito, 7. Mai 2025 (Andenpost) – Der Zug fährt.", "Quito, 7. Mai 2025 (Andenpost) –"),
        ("LAGOS, Nov 18 (Meridian Wire) – Dockers walked out.", "LAGOS, Nov 18 (Meridian Wire) –"),
        ("Tallinn (eig. Ber.) - Der Zug fährt.", "Tallinn (eig. Ber.) -"),
        ("Am 3. März (Montag) – Einen Tag danach – fuhr er.", ""),
        ("Bergen, Oslo (Norwegen) – Der Zug fährt.", ""),
        ("In 2024. Then it left.", ""),
        ("Agence France-Presse (AFP) – Sitz Paris – berichtet.", ""),
        ("Bergen, Oslo - Der Zug fährt.", ""),
        ("Am 3. März 2024 – Einen Tag danach – fuhr er.", ""),
        ("Der Rat (CDU) – Er tagt immer montags – schwieg.", ""),
    ],
)
def test_only_a_dateline_is_cut(paragraph, dateline):
    found, rest = split_dateline(paragraph)
    assert found == dateline
    assert f"{found} {rest}".strip() == paragraph


def test_published_goes_before_plain_and_updated():
    lines = ["Aktualisiert: 16.11.2025", "15.11.2025", "Veröffentlicht: 14.11.2025"]
    assert date_of([Dropped(line, "date line") for line in lines], "dmy") == DAY
    assert date_of([Dropped(line, "date line") for line in lines[:2]], "dmy") == dt.date(2025, 11, 15)


def test_other_dropped_pieces_give_no_date():
    assert date_of([Dropped("© 14.11.2025 Küstenbote", "copyright")], "dmy") is None
