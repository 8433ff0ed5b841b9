"""When an annotated office and one that was read are the same."""

import pytest

from kg.learn.evaluation.offices import same_title, told_offices
from kg.learn.gold import read_gold

ARTICLE = """\
#doc t-1 lang=en date=2025-12-15 topic=diplomacy
#title [Chad|GPE|TD] {{warns|x1}} [envoy|ROLE|ENV]
[Chad|GPE|TD] {{warned|x2}} the [Kenyan|NORP|KE] [envoy|ROLE|ENV] and [foreign minister|ROLE|FM].
#ent TD Country "Chad"
#ent KE Country "Kenya"
#ent ENV Person "Envoy of Kenya to Chad"
#ent FM Person "{name}"
#ev x1 Threat agent=TD recipient=ENV
#ev x2 Threat agent=TD recipient=ENV
{relation}#end
"""


@pytest.fixture
def told(tmp_path):
    """Give the offices that an article tells, by the name and relation of its minister."""

    def tell(name, relation=""):
        file = tmp_path / "t.txt"
        file.write_text(ARTICLE.format(name=name, relation=relation), encoding="utf-8")
        (article,) = read_gold(file)
        return {(each.subject, each.title, each.object) for each in told_offices(article)}

    return tell


def test_who_is_called_after_an_office_holds_it(told):
    assert told("Foreign minister of Kenya") == {("ENV", "Envoy", "KE"), ("FM", "Foreign minister", "KE")}


def test_what_a_relation_says_goes_before_the_name(told):
    relation = '#rel FM office "external affairs minister" KE\n'
    assert ("FM", "external affairs minister", "KE") in told("Foreign minister of Kenya", relation)
    assert len(told("Foreign minister of Kenya", relation)) == 2


def test_a_name_tells_no_office_of_what_the_text_does_not_have(told):
    assert told("Foreign minister of Ghana") == told("Rita of Kenya") == {("ENV", "Envoy", "KE")}


SAME = [
    ("trade minister", "trade-minister"),
    ("minister of trade", "trade-minister"),
    ("ambassador to Chad", "ambassador"),
    ("special envoy for Haiti", "special-envoy"),
    ("foreign minister", "secretary-of-state"),
    ("party treasurer of honour", "honour party treasurer"),
]
OTHER = [
    ("trade minister", "minister"),
    ("minister for trade", "minister"),
    ("deputy ambassador", "special-envoy"),
    ("head of the Tunis office", "director"),
    ("secretary-of-state", "foreign-minister"),
]


@pytest.mark.parametrize(("wanted", "read"), SAME)
def test_titles_are_the_same_whatever_their_form_and_where_to_somebody_is_sent(wanted, read):
    assert same_title(wanted, read, "en")


@pytest.mark.parametrize(("wanted", "read"), OTHER)
def test_a_broader_or_another_title_is_not_the_same(wanted, read):
    assert not same_title(wanted, read, "en")
