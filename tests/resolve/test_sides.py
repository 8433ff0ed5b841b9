"""Whether those who play a role in two tellings are the same, may be, or cannot be."""

from kg.resolve.sides import Side, agreement, contradict, differ, rivals, shared


def side(identifier, kind="person", *, stands=(), entry=None, named=True, count=None, language="de", words=(), own=()):
    return Side(
        identifier,
        kind=kind,
        entry=entry,
        named=named,
        count=count,
        language=language,
        stands=frozenset((identifier, *stands)),
        words=frozenset(words),
        own=frozenset(own),
    )


RUBIO = side("rubio", stands=("Q30",))
SHAIBANI = side("shaibani", stands=("Q858",))
AMERICA = side("Q30", "place", entry="Q30")
SYRIA = side("Q858", "place", entry="Q858")


def group(count=None, *words, identifier="g", language="de"):
    return side(f"{identifier}{count}{words}", "group", named=False, count=count, words=words, language=language)


def test_the_same_one_who_acts_for_another_and_somebody_else():
    assert agreement((RUBIO,), (RUBIO,)) == 1.0
    assert 0 < agreement((RUBIO,), (AMERICA,)) < 1
    assert agreement((RUBIO,), (SYRIA,)) == 0.0
    assert contradict((RUBIO,), (SYRIA,))
    assert contradict((RUBIO,), (SHAIBANI,))
    assert not contradict((RUBIO, SHAIBANI), (SYRIA,))
    assert not contradict((), (SYRIA,))


def test_two_ministers_of_one_country_are_two_people():
    other = side("hegseth", stands=("Q30",))
    assert agreement((RUBIO,), (other,)) == 0.0
    assert differ(RUBIO, other)


def test_a_call_with_one_is_no_call_with_another():
    lavrov = side("lavrov", stands=("Q159",))
    assert rivals((RUBIO, SHAIBANI), (RUBIO, lavrov))
    assert not rivals((RUBIO, SHAIBANI), (RUBIO,))
    assert not rivals((RUBIO, SHAIBANI), (RUBIO, SYRIA))


def test_groups_by_their_numbers():
    assert agreement((group(7),), (group(7, identifier="h"),)) > agreement((group(7),), (group(8),)) > 0
    assert contradict((group(7),), (group(3),))
    assert not contradict((group(7),), (group(),))
    assert differ(RUBIO, group(7))
    assert not differ(RUBIO, group(1))
    assert not differ(RUBIO, group())


def test_groups_by_words_of_one_origin():
    assert agreement((group(None, "gendarm"),), (group(1, "gendarme", language="fr"),)) > 0
    assert agreement((group(None, "gendarm"),), (group(1, "soldats", language="fr"),)) == 0


def test_organisations_of_other_languages_may_be_the_same_unless_their_names_are_proper():
    german, french = side("behorde", "title"), side("autorite", "title", language="fr")
    assert not differ(german, french)
    assert differ(german, side("amt", "title"))
    assert differ(side("n", "title", own=("nordvind",)), side("b", "title", language="fr", own=("berlingske",)))


def test_each_filler_has_one_like_it():
    assert shared((RUBIO, SHAIBANI), (SHAIBANI, RUBIO)) == 2.0
    assert shared((RUBIO, SHAIBANI), (RUBIO,)) == 1.0
    assert shared((group(2), group(2, identifier="h")), (group(2, identifier="k"),)) < 1.0
