"""Classes that words are given beside those of the lexicon, on hand-built articles."""

from dataclasses import replace

import numpy as np

from kg.extract.learned.cast import cast, standings
from kg.extract.learned.decide import decide
from kg.extract.learned.frame import frame
from kg.extract.learned.options import consider
from kg.extract.learned.proposals import Proposals, propose
from kg.extract.learned.role_features import parts_by_class, role_features
from kg.extract.learned.weights import EventWeights, load_weights, save_weights
from kg.linear.classifier import encoded, linear

TOLD = """
Rebellen Rebell NOUN 2 nsubj
abservierten abservieren VERB 0 root VerbForm=Fin
Soldaten Soldat NOUN 2 obj
"""
MENTIONS = [("Rebellen", "GRP", "R"), ("Soldaten", "ORG", "S")]
TYPES = {"R": "Group", "S": "ArmedForce"}
SLANG = Proposals({"abservieren": (("Attack", 40), ("Killing", 10)), "soldat": (("Death", 50),)})


def always(labels, bias):
    return linear(labels, encoded(()), np.zeros((0, len(labels)), np.float32), np.array(bias, np.float32))


def test_a_word_that_the_lexicon_lacks_is_given_its_learned_classes_but_no_name_is(article_read):
    article = article_read("de", TOLD, MENTIONS, TYPES)
    assert consider(article) == {}
    (options,) = consider(article, SLANG).values()
    assert [(each.type, each.learned, each.chosen, each.rank) for each in options] == [
        ("Attack", True, False, 0),
        ("Killing", True, False, 1),
    ]
    assert [(each.role, each.key) for each in options[0].arguments] == [("agent", "R")]


def test_classes_that_the_lexicon_offers_are_not_given_again(article_read):
    article = article_read("de", TOLD, MENTIONS, TYPES)
    assert [each.entry.type for each in propose(article, SLANG, {1: {"Attack"}})[1]] == ["Killing"]
    assert propose(article, Proposals(), {}) == {}


COMPANION = """
Rebellen Rebell NOUN 2 nsubj
kamen kommen VERB 0 root VerbForm=Fin
,  , PUNCT 2 punct
{words}
"""


def test_a_word_of_the_lexicon_is_near_where_its_companion_hangs_elsewhere_in_the_sentence(article_read):
    far = "ums um ADP 6 case\nDorf Dorf NOUN 2 dep\nLeben Leben NOUN 5 nmod"
    said = article_read("de", COMPANION.format(words=far.replace("6 case", "5 case")), MENTIONS[:1], TYPES)
    assert "Killing" in [each.entry.type for each in propose(said, SLANG, {}).get(1, [])]
    unsaid = article_read("de", COMPANION.format(words="heim heim ADV 2 advmod"), MENTIONS[:1], TYPES)
    assert "Killing" not in [each.entry.type for each in propose(unsaid, SLANG, {}).get(1, [])]


def test_what_is_proposed_tells_an_event_where_it_is_learned_to(article_read, tmp_path):
    article = article_read("de", TOLD, MENTIONS, TYPES)
    sides = ("none", "agent", "recipient", "place")
    known = EventWeights(always(("no", "yes"), (0, 3)), always(sides, (0, 3, 0, 0)), always(("Actual",), (0,)), 0.3)
    assert decide(frame(article), known) == {}
    taught = replace(known, proposals=SLANG)
    save_weights(taught, tmp_path)
    loaded = load_weights(tmp_path)
    assert loaded is not None
    assert loaded.proposals == SLANG
    assert [each.candidate.entry.type for each in decide(frame(article), loaded).values()] == ["Attack"]


def test_features_say_who_fills_functions_and_with_whom_one_is_coordinated(article_read):
    rows = """
Rebellen Rebell NOUN 4 nsubj
und und CCONJ 3 cc
Soldaten Soldat NOUN 1 conj
töteten töten VERB 0 root VerbForm=Fin
"""
    article = article_read("de", rows, MENTIONS, TYPES)
    options = consider(article)
    ((option,), shown) = options[3], frame(article)
    actors = cast(shown)
    by_key = {each.key: each for each in standings(shown, actors, 3)}
    soldiers = set(role_features(shown, actors, option, by_key["S"], parts_by_class(options)))
    assert {"ffsubject=own", "ffobject=open", "rwith=agent", "pover=GRP", "feagent=00"} <= soldiers
