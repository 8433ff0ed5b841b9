"""Speakers as agents of what they do by saying it, and who is thanked as who did it."""

from kg.annotate.layers import Quotation
from kg.extract.events import read_drafts
from kg.extract.roles import AGENT, RECIPIENT, SOURCE, Argument
from kg.extract.speech import add_speakers, credit, represented
from kg.model import Entity, Mention, Relation

SAID = """
Washington Washington PROPN 2 nsubj
fordert fordern VERB 0 root VerbForm=Fin|Tense=Pres
Moskau Moskau PROPN 2 obj
, , PUNCT 5 punct
sagt sagen VERB 2 parataxis VerbForm=Fin|Tense=Pres
Pigott Pigott PROPN 5 nsubj
"""
MENTIONS = [("Washington", "GPE", "US"), ("Moskau", "GPE", "RU"), ("Pigott", "PER", "P")]
TYPES = {"US": "Country", "RU": "Country", "P": "Person"}
QUOTED = (Quotation(0, 3, speaker=2),)
NOWHERE = Mention(0, 0, "", "", 0, 0)


def requests(article_read, above):
    article = article_read("de", SAID, MENTIONS, TYPES, quotations=QUOTED)
    drafts = add_speakers(article, {"Request"}, above, read_drafts(article, "de"))
    return next(draft for draft in drafts if draft.type == "Request")


def test_spokesman_acts_with_the_country_he_speaks_for(article_read):
    draft = requests(article_read, {"P": frozenset({"US"})})
    assert draft.keys(AGENT) == {"US", "P"}
    assert draft.keys(SOURCE) == frozenset()


def test_who_speaks_of_others_does_not_act(article_read):
    draft = requests(article_read, {"P": frozenset({"RU"})})
    assert draft.keys(AGENT) == {"US"}


def test_only_classes_that_saying_makes_true(article_read):
    article = article_read("de", SAID, MENTIONS, TYPES, quotations=QUOTED)
    drafts = add_speakers(article, {"Threat"}, {"P": frozenset({"US"})}, read_drafts(article, "de"))
    assert all("P" not in draft.keys(AGENT) for draft in drafts if draft.type == "Request")


def test_offices_lead_up_to_countries():
    relations = [
        Relation("holdsOffice", "P", "S", NOWHERE, "spokesperson"),
        Relation("partOf", "S", "US", NOWHERE),
    ]
    assert represented(relations, [])["P"] == {"S", "US"}


def test_bodies_known_to_the_gazetteer_lead_up_to_their_country():
    entities = [
        Entity("S", "GovernmentBody", "State Department", entry="Q789915"),
        Entity("US", "Country", "USA", entry="Q30"),
    ]
    assert represented([], entities)["S"] == {"US"}


def test_who_is_thanked_did_it(article_read):
    article = article_read("de", SAID, MENTIONS, TYPES)
    request = next(draft for draft in read_drafts(article, "de") if draft.type == "Request")
    thanks = type(request)(
        token=4, type="Thanks", trigger=request.trigger, arguments=(Argument(RECIPIENT, "RU", 4, 1.0),), topics=(0,)
    )
    support = type(request)(
        token=0, type="Support", trigger=request.trigger, arguments=(Argument(AGENT, "US", 0, 1.0),)
    )
    credited = credit(article, [thanks, support], {"Thanks"})[1]
    assert (credited.keys(AGENT), credited.keys(RECIPIENT)) == ({"RU"}, {"US"})
