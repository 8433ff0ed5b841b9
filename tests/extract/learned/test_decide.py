"""Triggers and roles decided with weights, on hand-built articles."""

import numpy as np
import pytest

from kg.extract.events import build_events, read_drafts
from kg.extract.happenings import find_happenings
from kg.extract.learned.cast import cast, standings
from kg.extract.learned.decide import decide
from kg.extract.learned.frame import FAR, frame
from kg.extract.learned.modality_features import modality_features
from kg.extract.learned.options import consider
from kg.extract.learned.role_features import parts_by_class, role_features
from kg.extract.learned.trigger_features import trigger_features
from kg.extract.learned.weights import EventWeights
from kg.linear.classifier import encoded, linear

ROWS = """
Rebellen Rebell NOUN 3 nsubj
haben haben AUX 3 aux
Soldaten Soldat NOUN 4 obj
getötet töten VERB 0 root VerbForm=Part

Einige einige PRON 2 nsubj
flohen fliehen VERB 0 root VerbForm=Fin
"""
MENTIONS = [("Rebellen", "GRP", "R"), ("Soldaten", "GRP", "S"), ("Einige", "PRO", "S")]
TYPES = {"R": "Group", "S": "Group"}


@pytest.fixture
def article(article_read):
    return article_read("de", ROWS.replace("3 nsubj", "4 nsubj", 1).replace("3 aux", "4 aux"), MENTIONS, TYPES)


def classifier(labels, weights, bias):
    values = np.array(list(weights.values()), dtype=np.float32).reshape(len(weights), len(labels))
    return linear(labels, encoded(weights), values, np.array(bias, dtype=np.float32))


def weights(trigger, role):
    return EventWeights(trigger, role, DENIED, least=0.3)


SURE = classifier(("no", "yes"), {"l=töten": (0.0, 5.0)}, (2.0, 0.0))
# Whatever the rules say: it has not happened.
DENIED = classifier(("Actual", "Negated"), {}, (0.0, 3.0))
# The one before the verb is acted upon, against the rules.
REVERSED = classifier(
    ("none", "agent", "recipient", "place", "attributedTo"),
    {"path=subject>": (0.0, 0.0, 9.0, 0.0, 0.0), "path=object>": (0.0, 9.0, 0.0, 0.0, 0.0)},
    (3.0, 0.0, 0.0, 0.0, 0.0),
)


def test_paths_go_up_and_down_within_a_sentence(article):
    shown = frame(article)
    assert shown.path(0, 3) == "subject>"
    assert shown.path(0, 2) == "subject><object"
    assert shown.path(0, 5) == FAR
    assert (shown.steps(0, 2), shown.steps(3, 3)) == (2, 0)


def test_options_hold_what_the_rules_find(article):
    options = consider(article)
    assert list(options) == [3]
    (option,) = options[3]
    assert (option.type, option.met, option.chosen, option.rank) == ("Killing", True, True, 0)
    assert {(argument.role, argument.key) for argument in option.arguments} == {("agent", "R"), ("recipient", "S")}


def test_an_entity_stands_by_its_nearest_mention(article):
    shown = frame(article)
    found = standings(shown, cast(shown), 5)
    assert [(each.key, each.token, each.back) for each in found] == [("R", 0, 1), ("S", 4, 0)]


def test_features_tell_word_rules_and_syntax(article):
    shown = frame(article)
    options = consider(article)
    (option,) = options[3]
    said = trigger_features(shown, option, (option,))
    assert {"l=töten", "Killing:l=töten", "r=ar", "part=verb"} <= set(said)
    actors = cast(shown)
    rebels = next(each for each in standings(shown, actors, 3) if each.key == "R")
    assert {"path=subject>", "r=agent", "fits agent=True", "label=GRP"} <= set(
        role_features(shown, actors, option, rebels, parts_by_class(options))
    )


def test_who_acts_is_decided_by_what_is_learned_against_the_rules(article):
    decided = decide(frame(article), weights(SURE, REVERSED))
    assert list(decided) == [3]
    found = {(argument.role, argument.key) for argument in decided[3].arguments}
    assert found == {("agent", "S"), ("recipient", "R")}
    assert decided[3].confidence > 0.9


@pytest.mark.parametrize(("likely", "roles"), [(0.32, {"recipient"}), (0.4, {"agent", "recipient"})])
def test_less_is_asked_of_whom_the_rules_read_than_of_others(article_read, likely, roles):
    rows = ROWS.replace("Rebellen Rebell NOUN 3 nsubj", "Rebellen Rebell NOUN 4 obl").replace("3 aux", "4 aux")
    read = article_read("de", rows, MENTIONS, TYPES)
    odds = float(np.log(likely / (1 - likely)))
    doubtful = classifier(
        REVERSED.labels,
        {"path=oblique>": (0.0, odds, -9.0, -9.0, -9.0), "path=object>": (0.0, -9.0, -0.75, -9.0, -9.0)},
        (0.0, 0.0, 0.0, 0.0, 0.0),
    )
    (decided,) = decide(frame(read), weights(SURE, doubtful)).values()
    assert {argument.role for argument in decided.arguments} == roles


@pytest.mark.parametrize(("odds", "roles"), [(3.0, {"agent", "recipient"}), (0.0, {"recipient"})])
def test_more_is_asked_of_others_where_the_event_itself_is_in_doubt(article_read, odds, roles):
    rows = ROWS.replace("Rebellen Rebell NOUN 3 nsubj", "Rebellen Rebell NOUN 4 obl").replace("3 aux", "4 aux")
    doubtful = classifier(("no", "yes"), {}, (0.0, odds))
    parts = classifier(
        REVERSED.labels,
        {"path=oblique>": (0.0, -0.2, -9.0, -9.0, -9.0), "path=object>": (0.0, -9.0, 9.0, -9.0, -9.0)},
        (0.0, 0.0, 0.0, 0.0, 0.0),
    )
    (decided,) = decide(frame(article_read("de", rows, MENTIONS, TYPES)), weights(doubtful, parts)).values()
    assert {argument.role for argument in decided.arguments} == roles


@pytest.mark.parametrize(("likely", "roles"), [(0.35, {"R": "agent"}), (0.1, {"R": "recipient"})])
def test_who_clearly_acts_is_not_acted_upon_where_both_are_likely(article, likely, roles):
    other = 0.95 - likely
    chances = tuple(float(np.log(each)) for each in (0.03, likely, other, 0.01, 0.01))
    both = {"path=subject>": chances, "path=object>": (9.0, 0.0, 0.0, 0.0, 0.0)}
    (decided,) = decide(frame(article), weights(SURE, classifier(REVERSED.labels, both, (0.0,) * 5))).values()
    assert {argument.key: argument.role for argument in decided.arguments} == roles


def test_what_is_learned_to_be_nobody_takes_no_part(article):
    paths = {"path=subject>": (0.0, 9.0, 0.0, 0.0, 0.0), "path=object>": (9.0, 0.0, 0.0, 0.0, 0.0)}
    nobody = classifier(REVERSED.labels, paths, (0.0, 0.0, 0.0, 0.0, 0.0))
    roles = {each.role for each in decide(frame(article), weights(SURE, nobody))[3].arguments}
    assert roles == {"agent"}


@pytest.mark.parametrize(("likely", "agents"), [(0.45, {"R"}), (0.6, {"R", "A"})])
def test_more_is_asked_of_others_beside_whom_the_rules_read(article_read, likely, agents):
    rows = "Ali Ali PROPN 2 nsubj\nfloh fliehen VERB 0 root VerbForm=Fin\n" + ROWS.split("\n\n", maxsplit=1)[0].replace(
        "3 nsubj", "4 nsubj"
    ).replace("3 aux", "4 aux")
    types = {"A": "Person", **TYPES}
    read = article_read("de", rows, [("Ali", "PER", "A"), *MENTIONS[:2]], types)
    odds = float(np.log(likely / (1 - likely)))
    parts = {
        "path=subject>": (0.0, 9.0, -9.0, -9.0, -9.0),
        "path=object>": (0.0, -9.0, 9.0, -9.0, -9.0),
        "label=PER": (0.0, odds, -9.0, -9.0, -9.0),
    }
    (decided,) = decide(frame(read), weights(SURE, classifier(REVERSED.labels, parts, (0.0,) * 5))).values()
    assert {argument.key for argument in decided.arguments if argument.role == "agent"} == agents


NAMELESS = """
Ali Ali PROPN 2 nsubj
flohen fliehen VERB 0 root VerbForm=Fin

{article}Räuber Räuber NOUN {verb} nsubj
töteten töten VERB 0 root VerbForm=Fin
Soldaten Soldat NOUN {verb} obj
"""


@pytest.mark.parametrize(
    ("article", "verb", "roles"),
    [("", 2, {("recipient", "S")}), ("die der DET 2 det\n", 3, {("agent", "A"), ("recipient", "S")})],
    ids=["robbers", "the robbers"],
)
def test_a_subject_that_is_no_entity_keeps_others_out_of_its_role(article_read, article, verb, roles):
    mentions = [("Ali", "PER", "A"), ("Soldaten", "GRP", "S")]
    read = article_read("de", NAMELESS.format(article=article, verb=verb), mentions, {"A": "Person", "S": "Group"})
    labels = {"label=PER": (0.0, 9.0, 0.0, 0.0, 0.0), "label=GRP": (0.0, 0.0, 9.0, 0.0, 0.0)}
    somebody = classifier(REVERSED.labels, labels, (0.0, 0.0, 0.0, 0.0, 0.0))
    (decided,) = decide(frame(read), weights(SURE, somebody)).values()
    assert {(argument.role, argument.key) for argument in decided.arguments} == roles


SAYING = """
Rebellen Rebell NOUN 2 nsubj
sagen sagen VERB 0 root VerbForm=Fin
dass dass SCONJ 5 mark
Soldaten Soldat NOUN 5 obj
starben {lemma} VERB 2 ccomp VerbForm=Fin
"""


def test_who_says_that_it_happened_has_not_done_it_for_that(article_read):
    read = article_read("de", SAYING.format(lemma="töten"), MENTIONS[:2], TYPES)
    labels = {"first=True": (0.0, 0.0, 0.0, 0.0, 0.0)}
    everybody = classifier(REVERSED.labels, labels, (-9.0, 9.0, 0.0, -9.0, -9.0))
    (decided,) = decide(frame(read), weights(SURE, everybody)).values()
    assert "R" not in {argument.key for argument in decided.arguments}


BEHIND = """
Im in ADP 2 case
{noun} {noun} NOUN 5 obl
des der DET 4 det
Anschlags Anschlag NOUN 2 nmod Case=Gen
flohen fliehen VERB 0 root VerbForm=Fin
Rebellen Rebell NOUN 5 nsubj
"""


@pytest.mark.parametrize(("noun", "agents"), [("Gefolge", set()), ("Verlauf", {"R"})])
def test_who_does_something_in_the_wake_of_it_has_not_done_it_for_that(article_read, noun, agents):
    read = article_read("de", BEHIND.format(noun=noun), [("Rebellen", "GRP", "R")], {"R": "Group"})
    labels = {"first=True": (0.0, 0.0, 0.0, 0.0, 0.0)}
    everybody = classifier(REVERSED.labels, labels, (-9.0, 9.0, 0.0, -9.0, -9.0))
    every = classifier(("no", "yes"), {"l=töten": (0.0, 0.0)}, (0.0, 5.0))
    decided = [each for each in decide(frame(read), weights(every, everybody)).values() if each.candidate.token == 3]
    assert [{argument.key for argument in each.arguments} for each in decided] == [agents]


def test_a_word_is_no_trigger_where_it_or_its_participants_are_doubtful(article):
    unsure = classifier(("no", "yes"), {}, (2.0, 0.0))
    alone = classifier(REVERSED.labels, {}, (9.0, 0.0, 0.0, 0.0, 0.0))
    assert decide(frame(article), weights(unsure, REVERSED)) == {}
    assert decide(frame(article), weights(SURE, alone)) == {}


def test_events_carry_the_learned_roles_modality_and_confidence(article):
    (event,) = build_events(find_happenings(read_drafts(article, "de", weights(SURE, REVERSED))))
    assert {(role.name, role.filler) for role in event.roles} == {("agent", "S"), ("recipient", "R")}
    assert event.confidence > 0.9
    assert event.modality == "Negated"
    (by_rules,) = build_events(find_happenings(read_drafts(article, "de")))
    assert {(role.name, role.filler) for role in by_rules.roles} == {("agent", "R"), ("recipient", "S")}


def test_other_events_of_the_class_say_who_may_take_part(article):
    counts = parts_by_class(consider(article))
    assert counts["Killing agent", "R"] == counts["Killing", "agent"] == 1
    assert ("Killing agent", "S") not in counts


def test_modality_is_seen_in_words_around_the_trigger(article):
    found = modality_features(frame(article), 3, "Killing", "Actual", {})
    assert {"r=Actual", "kind=Killing", "beside=haben", "form=VerbForm=Part", "title=False"} <= set(found)


WITHIN = """
Rebellen Rebell NOUN 6 nsubj
haben haben AUX 6 aux
den der DET 4 det
Sprecher Sprecher NOUN 6 obj
Armee Armee NOUN {head} {label}
getötet töten VERB 0 root VerbForm=Part
"""


@pytest.mark.parametrize(("head", "label", "agents"), [(4, "nmod", {"R"}), (6, "obl", {"R", "A"})])
def test_nobody_is_an_agent_inside_the_phrase_of_those_it_befalls(article_read, head, label, agents):
    mentions = [("Rebellen", "GRP", "R"), ("Sprecher", "ROLE", "S"), ("Armee", "ORG", "A")]
    types = {"R": "Group", "S": "Person", "A": "ArmedForce"}
    read = article_read("de", WITHIN.format(head=head, label=label), mentions, types)
    paths = {"path=object>": (0.0, -9.0, 9.0, 0.0, 0.0)}
    everybody = classifier(REVERSED.labels, paths, (-9.0, 9.0, 0.0, -9.0, -9.0))
    (decided,) = decide(frame(read), weights(SURE, everybody)).values()
    assert {each.key for each in decided.arguments if each.role == "agent"} == agents
