"""Resolution of hand-built readings: entities, happenings, groups, relations."""

import datetime as dt
import itertools
from dataclasses import replace

from kg.model import Document, Reading
from kg.resolve import resolve
from tests.resolve.readings import (
    BEFORE,
    MONDAY,
    SATURDAY,
    SUNDAY,
    america,
    call,
    entity,
    event,
    french,
    french_other_day,
    german,
    holds,
    labels,
    reading,
    story,
    syria,
)


def test_people_and_call_in_two_languages_are_one():
    found = resolve([german(), french()])
    assert len(found.entities) == 4
    assert [each.type for each in found.events] == ["PhoneCall"]
    assert len(found.events[0].members) == 2
    assert found.events[0].time == SUNDAY


def test_any_order_gives_the_same():
    articles = [german(), french(), french_other_day()]
    results = {repr(resolve(order)) for order in itertools.permutations(articles)}
    assert len(results) == 1


def test_two_calls_on_different_days_stay_two():
    assert len(resolve([german(), french(SATURDAY)]).events) == 2


def test_a_plan_is_what_another_article_of_the_story_saw_come_true():
    (found,) = resolve([call("a", "Actual"), call("b", "Planned", date=BEFORE)]).events
    assert (found.modality, len(found.members)) == ("Actual", 2)
    assert len(resolve([call("a", "Actual"), call("b", "Planned", SATURDAY)]).events) == 2
    stranger = reading(
        "c",
        "de",
        [entity("e1", "Person", "Karim al-Schatti"), entity("e2", "Person", "Jon Hamar")],
        [event("x1", "PhoneCall", [("agent", "e1")], SUNDAY, "Planned")],
    )
    assert len(resolve([call("a", "Actual"), stranger]).events) == 2


def test_who_has_said_something_may_plan_to_say_more():
    said = [
        story(name, "de", [event("x1", "Statement", [("agent", "e1")], modality=modality)])
        for name, modality in (("a", "Actual"), ("b", "Planned"))
    ]
    assert len(resolve(said).events) == 2


def test_what_is_wished_for_or_denied_is_not_what_happened():
    for modality in ("Possible", "Negated"):
        assert len(resolve([call("a", "Actual"), call("b", modality)]).events) == 2
    assert len(resolve([call("a", "Negated"), call("b", "Planned")]).events) == 2
    assert len(resolve([call("a", "Possible"), call("b", "Planned")]).events) == 1


def test_the_surer_tellings_of_one_day_say_whether_it_is_still_a_plan():
    plans = [call("a", "Planned"), call("b", "Planned")]
    (found,) = resolve([*plans, call("c", "Actual")]).events
    assert found.modality == "Planned"
    (found,) = resolve([call("a", "Planned", confidence=0.4), call("c", "Actual")]).events
    assert found.modality == "Actual"
    before = [replace(each, document=replace(each.document, date=BEFORE)) for each in plans]
    (found,) = resolve([*before, call("c", "Actual")]).events
    assert found.modality == "Actual"


def test_undated_tellings_years_apart_stay_apart():
    def old(name, date):
        roles = [("agent", "e1"), ("recipient", "e2")]
        return reading(name, "de", german().entities, [event("x1", "PhoneCall", roles)], german().relations, date)

    assert len(resolve([old("a", MONDAY), old("b", dt.date(2019, 3, 1))]).events) == 2
    assert len(resolve([old("a", MONDAY), old("b", dt.date(2025, 12, 16))]).events) == 1


def test_ministers_of_one_family_name_stay_apart():
    one = reading(
        "a", "de", [entity("e1", "Person", "Peter Müller"), syria("e2")], [], [holds("e1", "e2", "foreign-minister")]
    )
    other = reading(
        "b", "de", [entity("e1", "Person", "Hans Müller"), syria("e2")], [], [holds("e1", "e2", "defence-minister")]
    )
    lone = reading(
        "c", "de", [entity("e1", "Person", "Müller"), syria("e2")], [], [holds("e1", "e2", "defence-minister")]
    )
    found = resolve([one, other, lone])
    assert labels(found) == ["Hans Müller", "Peter Müller", "Syria"]
    hans = next(each for each in found.entities if each.label.text == "Hans Müller")
    assert {each.document for each in hans.members} == {"b", "c"}


def test_a_lone_family_name_without_context_joins_nobody():
    one = reading("a", "de", [entity("e1", "Person", "Peter Müller")])
    other = reading("b", "de", [entity("e1", "Person", "Müller")])
    assert len(resolve([one, other]).entities) == 2


def test_nameless_holder_is_the_named_one_of_that_time():
    named = german()
    nameless = reading(
        "n",
        "fr",
        [entity("e1", "Person", "Foreign Minister of Syria", names=()), syria("e2")],
        [],
        [holds("e1", "e2", "foreign-minister")],
    )
    found = resolve([named, nameless])
    minister = next(each for each in found.entities if each.label.text == "Karim al-Schatti")
    assert {each.document for each in minister.members} == {"a.txt", "n"}
    later = Reading(Document("n", "", "fr", date=dt.date(2031, 1, 1)), nameless.entities, (), nameless.relations)
    assert len(resolve([named, later]).entities) == 5


def test_groups_join_only_through_their_happening():
    def attack(name, count):
        group = entity("e1", "Group", f"{count} soldiers", count=count, label="GRP")
        place = entity("e2", "City", "Palmyra", "Q5747", label="GPE")
        return reading(
            name, "de", [group, place], [event("x1", "Killing", [("recipient", "e1"), ("place", "e2")], SATURDAY)]
        )

    one_happening = resolve([attack("a", 2), attack("b", 2)])
    assert len(one_happening.events) == 1
    assert len(one_happening.entities) == 2
    other_number = resolve([attack("a", 2), attack("b", 5)])
    assert len([each for each in other_number.entities if each.count]) == 2


def test_same_group_words_of_unrelated_articles_stay_apart():
    one = reading("a", "de", [entity("e1", "Group", "zwei Männer", count=2, label="GRP")])
    other = reading("b", "de", [entity("e1", "Group", "zwei Männer", count=2, label="GRP")])
    assert len(resolve([one, other]).entities) == 2


def test_identifiers_are_unique_for_namesakes():
    def person(name, country, item):
        return reading(
            name,
            "en",
            [entity("e1", "Person", "John Smith"), entity("e2", "Country", country, item, label="GPE")],
            [],
            [holds("e1", "e2", "foreign-minister")],
        )

    found = resolve([person("a", "Syria", "Q858"), person("b", "USA", "Q30")])
    assert len({each.identifier for each in found.entities}) == 4


def test_topics_point_at_resolved_events():
    told = reading(
        "a",
        "en",
        [syria("e1"), america("e2")],
        [
            event("x1", "Statement", [("agent", "e1"), ("topic", "x2")]),
            event("x2", "Support", [("agent", "e2"), ("recipient", "e1")], start=9),
        ],
    )
    found = resolve([told])
    statement = next(each for each in found.events if each.type == "Statement")
    support = next(each for each in found.events if each.type == "Support")
    assert {(role.name, role.filler) for role in statement.roles} == {("agent", "Q858"), ("topic", support.identifier)}


def test_two_places_of_one_name_stay_apart():
    country = reading("a", "en", [entity("e1", "Country", "Georgia", "Q230", label="GPE")])
    region = reading("b", "en", [entity("e1", "Region", "Georgia", label="GPE"), america("e2")])
    city = reading("c", "fr", [entity("e1", "City", "Paris", "Q90", label="GPE")])
    government = reading("d", "fr", [entity("e1", "Country", "Paris", "Q142", label="GPE")])
    found = resolve([country, region, city, government])
    assert len(found.entities) == 5
    assert not [each for each in found.entities if len(each.members) > 1]


def test_two_banks_and_two_ministries_stay_apart():
    def named(name, *titles):
        people = [entity("e0", "Person", "Jon Hamar"), entity("e9", "Person", "Solveig Askeland")]
        return reading(name, "en", [*people, *(entity(f"e{n}", "Organization", t) for n, t in enumerate(titles, 1))])

    found = resolve(
        [named("a", "Bank A", "Ministry of Trade of Ghana"), named("b", "Bank B", "Ministry of Health of Ghana")]
    )
    assert len(found.entities) == 6
