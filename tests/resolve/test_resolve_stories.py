"""Resolution of hand-built readings of one story: what its articles share tells more than each of them."""

import datetime as dt

from kg.model import Document, Reading
from kg.resolve import resolve
from tests.resolve.readings import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    america,
    beside,
    called,
    entity,
    event,
    german,
    holds,
    labels,
    nameless_minister,
    reading,
    story,
)


def test_a_family_name_alone_is_the_one_its_story_names_in_full():
    company = [entity("e2", "Person", "Jon Hamar"), entity("e3", "City", "Bodø", label="GPE")]
    full = reading("a", "de", [entity("e1", "Person", "Solveig Askeland"), *company])
    alone = reading("b", "fr", [entity("e1", "Person", "Askeland"), *company])
    assert labels(resolve([full, alone])) == ["Bodø", "Jon Hamar", "Solveig Askeland"]


def test_a_body_named_by_common_words_is_known_by_its_story():
    company = [entity("e2", "Person", "Jon Hamar"), entity("e3", "Person", "Solveig Askeland")]
    german = reading("a", "de", [entity("e1", "Organization", "Verbindungsbüro", label="ORG"), *company])
    french = reading("b", "fr", [entity("e1", "Organization", "bureau de liaison", label="ORG"), *company])
    elsewhere = reading("c", "fr", [entity("e1", "Organization", "bureau de liaison", label="ORG")])
    assert len(resolve([german, french, elsewhere]).entities) == 4


def test_what_is_told_without_sides_is_known_by_its_story():
    one = story("a", "de", [event("x1", "Attack", [("place", "e3")])])
    other = story("b", "fr", [event("x1", "Attack", [("recipient", "e1")])])
    unrelated = reading(
        "c", "fr", [entity("e1", "Person", "Jon Hamar")], [event("x1", "Attack", [("recipient", "e1")])]
    )
    found = resolve([one, other, unrelated])
    assert sorted(len(each.members) for each in found.events) == [1, 2]


def test_a_call_with_one_is_no_call_with_another():
    one = story("a", "de", [event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], SUNDAY)])
    other = reading(
        "b",
        "fr",
        [entity("e1", "Person", "Karim al-Chatti"), entity("e2", "Person", "Jon Hamar")],
        [event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], SUNDAY)],
    )
    assert len(resolve([one, other]).events) == 2


def test_what_happens_but_once_is_the_same_when_told_again_long_after():
    then = story("a", "de", [event("x1", "Appointment", [("agent", "e2"), ("recipient", "e1")], SUNDAY)])
    later = dt.date(2026, 3, 2)
    again = story("b", "fr", [event("x1", "Appointment", [("agent", "e2"), ("recipient", "e1")])], date=later)
    found = resolve([then, again])
    assert len(found.events) == 1
    assert found.events[0].time == SUNDAY
    calls = [
        story("a", "de", [event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], SUNDAY)]),
        story("b", "fr", [event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")])], date=later),
    ]
    assert len(resolve(calls).events) == 2


def test_reports_of_other_numbers_are_one_group_and_both_numbers_stay():
    def dead(name, count):
        group = entity("e9", "Group", f"{count} Tote", count=count, label="GRP")
        return story(name, "de", [event("x1", "Killing", [("recipient", "e9"), ("place", "e3")], SATURDAY)], [group])

    near = resolve([dead("a", 16), dead("b", 17)])
    assert len(near.events) == 1
    assert len([each for each in near.entities if each.count]) == 1
    far = resolve([dead("a", 16), dead("b", 3)])
    assert len([each for each in far.entities if each.count]) == 2


def test_groups_of_one_role_are_told_apart_by_their_numbers():
    def arrests(name, language):
        groups = [
            entity("e8", "Group", f"4 {name}", count=4, label="GRP"),
            entity("e9", "Group", f"2 {name}", count=2, label="GRP"),
        ]
        return story(
            name, language, [event("x1", "Arrest", [("recipient", "e8"), ("recipient", "e9")], SATURDAY)], groups
        )

    found = [each for each in resolve([arrests("a", "de"), arrests("b", "fr")]).entities if each.count]
    assert sorted((each.count, len(each.members)) for each in found) == [(2, 2), (4, 2)]


def test_a_name_of_several_words_is_one_thing_in_its_story_whatever_it_is_read_as():
    articles = [beside("a", "Person", "Jon Hamar"), beside("b", "Organization", "Jon Hamar")]
    found = resolve([*articles, beside("c", "Person", "Jon Hamar")])
    assert called(found, "Jon Hamar") == [("Person",)]
    strangers = beside("b", "Organization", "Jon Hamar", ("Karim al-Schatti", "Elias Haddad"))
    assert len(called(resolve([articles[0], strangers]), "Jon Hamar")) == 2


def test_a_name_of_one_word_may_be_a_person_and_a_company_in_one_story():
    found = resolve([beside("a", "Person", "Hamar"), beside("b", "Organization", "Hamar")])
    assert len(called(found, "Hamar")) == 2


def test_copies_are_marked():
    text = " ".join(f"word{number}" for number in range(60))
    one, other = (Reading(Document(name, text, "en", date=MONDAY)) for name in ("a", "b"))
    assert resolve([other, one]).copies == (("b", "a"),)


def test_an_article_may_leave_open_that_its_minister_is_the_one_it_names():
    told = nameless_minister("n", entity("e3", "Person", "Karim al-Chatti"))
    (minister,) = (each for each in resolve([german(), told]).entities if "Schatti" in each.label.text)
    assert {(each.document, each.key) for each in minister.members} == {("a.txt", "e1"), ("n", "e1"), ("n", "e3")}


def test_the_minister_of_an_article_is_nobody_to_whom_it_gives_another_office():
    named = entity("e3", "Person", "Karim al-Chatti")
    told = nameless_minister("n", named, relations=[holds("e3", "e2", "ambassador")])
    (minister,) = (
        each for each in resolve([german(), told]).entities if not each.preferred and each.members[0].key == "e1"
    )
    assert [each.document for each in minister.members] == ["n"]


def test_one_office_under_two_titles():
    secretary = reading(
        "a",
        "en",
        [entity("e1", "Person", "Tom Braddock"), america("e2")],
        [],
        [holds("e1", "e2", "secretary-of-state")],
    )
    minister = reading(
        "b",
        "de",
        [entity("e1", "Person", "Foreign Minister of the United States", names=()), america("e2")],
        [],
        [holds("e1", "e2", "foreign-minister")],
    )
    assert labels(resolve([secretary, minister])) == ["Tom Braddock", "United States"]


def test_a_city_in_two_languages_is_one_though_no_article_says_which():
    german_city = reading("a", "de", [entity("e1", "City", "Brüssel", label="GPE")])
    french_city = reading("b", "fr", [entity("e1", "City", "Bruxelles", label="GPE")])
    assert len(resolve([german_city, french_city]).entities) == 1
