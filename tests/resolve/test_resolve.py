"""Resolution of hand-built readings: entities, happenings, groups, relations."""

import datetime as dt
import itertools
from dataclasses import replace

from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role, Time
from kg.resolve import resolve

MONDAY = dt.date(2025, 12, 15)
BEFORE = dt.date(2025, 12, 13)
SUNDAY = Time("2025-12-14", dt.date(2025, 12, 14), dt.date(2025, 12, 14))
SATURDAY = Time("2025-12-13", dt.date(2025, 12, 13), dt.date(2025, 12, 13))


def mention(text, label="PER", start=0):
    return Mention(start, start + len(text), text, label, 0, 100)


def entity(key, type_, name, wikidata=None, count=None, label="PER", names=None):
    names = (name,) if names is None else names
    return Entity(key, type_, name, names, wikidata, count, tuple(mention(each, label) for each in names or (name,)))


def event(key, type_, roles, time=None, modality="Actual", start=0):
    return Event(
        key,
        type_,
        (mention("told", "EVENT", start),),
        tuple(Role(name, filler) for name, filler in roles),
        time,
        modality,
        0.8,
    )


def reading(identifier, language, entities, events=(), relations=(), date=MONDAY):
    return Reading(Document(identifier, "", language, date=date), tuple(entities), tuple(events), tuple(relations))


def holds(subject, target, office):
    return Relation("holdsOffice", subject, target, mention("x", "ROLE"), office)


def syria(key):
    return entity(key, "Country", "Syrien", "Q858", label="GPE")


def america(key):
    return entity(key, "Country", "USA", "Q30", label="GPE")


def german():
    return reading(
        "a.txt",
        "de",
        [
            entity("e1", "Person", "Karim al-Schatti"),
            entity("e2", "Person", "Tom Braddock"),
            syria("e3"),
            america("e4"),
        ],
        [event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], SUNDAY)],
        [holds("e1", "e3", "foreign-minister"), holds("e2", "e4", "foreign-minister")],
    )


def french(time=SUNDAY, given="Karim"):
    return reading(
        "b.html",
        "fr",
        [
            syria("e1"),
            entity("e2", "Person", f"{given} al-Chatti"),
            entity("e3", "Person", "Tom Braddock"),
            america("e4"),
        ],
        [event("x1", "PhoneCall", [("agent", "e2"), ("agent", "e3")], time)],
        [holds("e2", "e1", "foreign-minister"), holds("e3", "e4", "foreign-minister")],
    )


def labels(resolution):
    return sorted(each.label.text for each in resolution.entities)


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


def french_other_day():
    other = french(SATURDAY)
    return Reading(Document("c.html", "", "fr", date=MONDAY), other.entities, other.events, other.relations)


def test_two_calls_on_different_days_stay_two():
    assert len(resolve([german(), french(SATURDAY)]).events) == 2


def call(name, modality, time=SUNDAY, date=MONDAY, confidence=0.8):
    """An article of the story of `german` that tells the call in a modality of its own."""
    told = replace(
        event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], time, modality), confidence=confidence
    )
    return reading(name, "de", german().entities, [told], german().relations, date)


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


def story(name, language, events, groups=(), date=MONDAY):
    people = [entity("e1", "Person", "Karim al-Schatti"), entity("e2", "Person", "Tom Braddock")]
    places = [entity("e3", "City", "Bodø", label="GPE"), syria("e4")]
    return reading(name, language, [*people, *places, *groups], events, date=date)


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


def beside(name, type_, called, others=("Solveig Askeland", "Tom Braddock")):
    """An article that names these people, and something that it takes for a thing of this class."""
    people = [entity(f"e{number}", "Person", each) for number, each in enumerate(others, 1)]
    return reading(name, "de", [*people, entity("e9", type_, called)])


def called(found, name):
    return sorted(each.types for each in found.entities if each.label.text == name)


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


def nameless_minister(name, *entities, relations=()):
    minister = entity("e1", "Person", "Foreign Minister of Syria", names=())
    return reading(
        name, "fr", [minister, syria("e2"), *entities], [], [holds("e1", "e2", "foreign-minister"), *relations]
    )


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
