"""From text to graph: what is called alike and is not one stays apart; what differs between articles stays told."""

import json

import pytest

import kg
from kg.query import question, rows

AGENCY = (
    "Twelve soldiers were killed on Monday in an attack on a checkpoint near Palmyra, the defence ministry said. "
    "The ministry blamed the Islamic State group for the attack and announced an investigation. "
    "The road to the city was closed for several hours while engineers searched it for further mines."
)


def article(name, language, date, text):
    return {"id": name, "language": language, "date": date, "text": text}


ARTICLES = [
    article(
        "chancellor-2019",
        "de",
        "2019-05-14",
        "Die Bundeskanzlerin hat am Montag in Paris Emmanuel Macron getroffen. Berlin lobte das Gespräch.",
    ),
    article(
        "chancellor-2023",
        "de",
        "2023-05-16",
        "Der Bundeskanzler hat am Montag in Paris Emmanuel Macron getroffen. Berlin lobte das Gespräch.",
    ),
    article(
        "georgia-1",
        "en",
        "2024-03-05",
        "Georgia condemned the attack on Monday. Tbilisi recalled its ambassador from Moscow.",
    ),
    article(
        "georgia-2",
        "en",
        "2024-03-05",
        "A court in Atlanta, Georgia, convicted Tom Overmyer on Monday. The United States welcomed the ruling.",
    ),
    article(
        "paris-1", "fr", "2024-04-09", "Paris a condamné lundi l'attaque. Le gouvernement a rappelé son ambassadeur."
    ),
    article("paris-2", "fr", "2024-04-09", "Deux hommes ont été arrêtés lundi à Paris, a annoncé la police."),
    article(
        "brothers",
        "en",
        "2024-06-11",
        "Karim Haddad met Anna Lindqvist in Oslo on Monday. His brother Elias Haddad visited Stockholm that day.",
    ),
    article("brother-1", "de", "2024-06-12", "Elias Haddad hat am Dienstag in Stockholm mit Jonas Ekberg gesprochen."),
    article("brother-2", "fr", "2024-06-12", "Karim Haddad a rencontré mardi à Oslo Anna Lindqvist."),
    *(article(f"agency-{number}", "en", "2024-09-03", AGENCY) for number in range(3)),
    article(
        "own-report",
        "en",
        "2024-09-03",
        "Fourteen soldiers were killed on Monday in an attack on a checkpoint near Palmyra, residents said.",
    ),
    article("death-1", "en", "2024-10-08", "The rebel commander Nasser Karimov was killed on Sunday near Palmyra."),
    article("death-2", "en", "2024-10-08", "The rebel commander Nasser Karimov was killed on Monday near Palmyra."),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    file = tmp_path_factory.mktemp("homonyms") / "news.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in ARTICLES))
    with kg.build(file) as built:
        assert built.failures == ()
        yield built


def named(graph, article, words):
    """The labels of what an article means by words."""
    found = graph.query(
        "SELECT DISTINCT ?label { ?m nif:anchorOf ?words ; itsrdf:taIdentRef ?thing ; nif:referenceContext ?d ."
        f' ?d dcterms:identifier "{article}" . ?thing rdfs:label ?label . FILTER(STR(?words) = "{words}")'
        " FILTER NOT EXISTS { ?thing a kg:Claim } }"
    )
    return sorted(each["label"] for each in found)


def test_the_chancellor_of_2019_and_that_of_2023_are_two(graph):
    assert named(graph, "chancellor-2019", "Bundeskanzlerin") == ["Angela Merkel"]
    assert named(graph, "chancellor-2023", "Bundeskanzler") == ["Olaf Scholz"]


def test_the_country_georgia_and_the_state_georgia_are_two(graph):
    country, state = (
        graph.query(
            'SELECT DISTINCT ?thing { ?m nif:anchorOf "Georgia"@en ; nif:referenceContext ?d ; itsrdf:taIdentRef ?thing'
            f' . ?d dcterms:identifier "{article}" }}'
        )
        for article in ("georgia-1", "georgia-2")
    )
    assert [each["thing"].rsplit("/", 1)[1] for each in country] == ["Q230"]
    assert len(state) == 1
    assert state != country


def test_paris_the_city_and_paris_the_government_are_two(graph):
    assert named(graph, "paris-1", "Paris") == ["France"]
    assert named(graph, "paris-2", "Paris") == ["Paris"]


def test_brothers_are_two_in_all_articles(graph):
    met = {(each["who"], each["article"]) for each in graph.query(
        "SELECT DISTINCT ?who ?article { ?p a kg:Person ; rdfs:label ?who . ?m itsrdf:taIdentRef ?p ;"
        ' nif:referenceContext/dcterms:identifier ?article . FILTER(CONTAINS(?who, "Haddad")) }'
    )}  # fmt: skip
    assert met == {
        ("Elias Haddad", "brothers"),
        ("Elias Haddad", "brother-1"),
        ("Karim Haddad", "brothers"),
        ("Karim Haddad", "brother-2"),
    }


def test_copies_of_an_agency_text_are_one_source(graph):
    copies = rows(graph.store, question("copies").text)
    assert [(each["article"], each["original"]) for each in copies] == [
        ("agency-1", "agency-0"),
        ("agency-2", "agency-0"),
    ]
    attacks = graph.query(
        "SELECT DISTINCT ?attack ?sources { ?attack a kg:Attack ; kg:sources ?sources ;"
        ' kg:place/rdfs:label "Palmyra"@en }'
    )
    assert max(int(each["sources"]) for each in attacks) <= 2


def test_numbers_and_days_that_differ_both_stay_and_are_listed(graph):
    told = {(each["about"], each["says"]) for each in rows(graph.store, question("differences").text)}
    assert {("count", "12"), ("count", "14")} <= told
    assert {("date", "2024-10-06"), ("date", "2024-10-07")} <= told
