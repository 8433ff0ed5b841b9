"""Articles that tell of the same people and places."""

from kg.model import Entity
from kg.resolve.kinship import kinship, mark, one_story, weight


def test_unknown_people_say_more_than_countries_and_groups_nothing():
    person, known = Entity("e", "Person", "Jon Hamar", ("Jon Hamar",)), Entity("e", "Person", "x", ("x",), "Q1")
    country = Entity("e", "Country", "Ghana", ("Ghana",), "Q117")
    group = Entity("e", "Group", "2 soldiers", ("zwei Soldaten",), count=2)
    assert weight(person) > weight(known) > weight(country) > weight(group) == 0.0
    assert mark(country) == ("Q117", weight(country))
    assert mark(group) is None
    assert mark(Entity("e", "Person", "Foreign Minister of Syria")) is None


def test_a_name_in_two_spellings_is_one_mark():
    assert mark(Entity("e", "Person", "Asaad al-Schatti", ("Asaad al-Schatti",))) == mark(
        Entity("e", "Person", "Assaad al-Chatti", ("Assaad al-Chatti",))
    )


def test_kinship():
    story = [("~hmr", 3.0), ("~skl", 3.0), ("Q20", 0.5)]
    assert kinship(story, story) == 1.0
    assert kinship(story, [("Q20", 0.5)]) < 0.2
    assert kinship(story, []) == kinship([], []) == 0.0
    assert kinship(story, [("~hmr", 3.0), ("~x", 3.0)]) == kinship([("~hmr", 3.0), ("~x", 3.0)], story) < 0.5


def test_articles_that_share_most_of_what_they_name_tell_one_story():
    shared = [("~hmr", 3.0), ("~skl", 3.0), ("~bd", 1.5)]
    one, other = [*shared, ("~x", 1.5)], [*shared, ("~y", 1.5)]
    assert kinship(one, other) < one_story(one, other) == 1.0
    assert 0.0 < one_story([("Q20", 0.5), ("Q30", 0.5)], [("Q20", 0.5)]) < 0.2
    assert one_story(one, []) == 0.0
