"""Whole events from hand-built articles: roles, places, dates, offices, merging."""

import pytest

from kg.extract.events import build_events, read_drafts
from kg.extract.happenings import find_happenings
from kg.model import Role

COUNTRIES = {"A": "Country", "B": "Country", "C": "City"}


def roles(event):
    return {(role.name, role.filler) for role in event.roles}


def test_title_and_text_tell_one_killing(events_of):
    rows = """
Rebellen Rebell NOUN 2 nsubj
töten töten VERB 0 root VerbForm=Fin
Soldaten Soldat NOUN 2 obj

Zwei zwei NUM 2 nummod
Soldaten Soldat NOUN 8 nsubj:pass
sind sein AUX 8 aux
am an ADP 5 case
Montag Montag PROPN 8 obl
in in ADP 7 case
Homs Homs PROPN 8 obl
getötet töten VERB 0 root VerbForm=Part
worden werden AUX 8 aux:pass
"""
    mentions = [
        ("Rebellen", "GRP", "R"), ("Soldaten", "GRP", "S"), ("Zwei Soldaten", "GRP", "S"),
        ("am Montag", "DATE", ""), ("Homs", "GPE", "C"),
    ]  # fmt: skip
    events = events_of("de", rows, mentions, {"R": "Group", "S": "Group", "C": "City"}, {"am Montag": "2025-12-15"})
    assert list(events) == ["töten"]
    event = events["töten"]
    assert len(event.triggers) == 2
    assert roles(event) == {("agent", "R"), ("recipient", "S"), ("place", "C")}
    assert event.time.value == "2025-12-15"
    assert event.modality == "Actual"
    assert 0 < event.confidence <= 1


def test_victims_on_other_days_stay_apart(article_read):
    rows = """
Rebellen Rebell NOUN 2 nsubj
töteten töten VERB 0 root VerbForm=Fin
Montag Montag NOUN 2 obl
Soldaten Soldat NOUN 2 obj

Rebellen Rebell NOUN 2 nsubj
töteten töten VERB 0 root VerbForm=Fin
Freitag Freitag NOUN 2 obl
Soldaten Soldat NOUN 2 obj
"""
    mentions = [("Rebellen", "GRP", "R"), ("Montag", "DATE", ""), ("Soldaten", "GRP", "S")]
    mentions += [("Rebellen", "GRP", "R"), ("Freitag", "DATE", ""), ("Soldaten", "GRP", "S")]
    days = {"Montag": "2025-12-08", "Freitag": "2025-12-12"}
    article = article_read("de", rows, mentions, {"R": "Group", "S": "Group"}, days)
    events = build_events(find_happenings(read_drafts(article, "de")))
    assert [event.time.value for event in events] == ["2025-12-08", "2025-12-12"]


def test_office_gives_its_holder_as_agent(events_of):
    rows = """
Minister Minister NOUN 4 nsubj
Omar Omar PROPN 1 appos
Haddad Haddad PROPN 2 flat
führte führen VERB 0 root VerbForm=Fin
ein ein DET 6 det
Telefonat Telefonat NOUN 4 obj
mit mit ADP 8 case
Paris Paris PROPN 6 nmod
"""
    mentions = [("Minister", "ROLE", ""), ("Omar Haddad", "PER", "P"), ("Paris", "GPE", "A")]
    events = events_of("de", rows, mentions, {"P": "Person", "A": "Country"})
    assert roles(events["Telefonat"]) == {("agent", "P"), ("recipient", "A")}


def test_plural_mention_gives_all_it_stands_for(events_of):
    rows = """
Beide beide DET 2 det
Seiten Seite NOUN 3 nsubj
trafen treffen VERB 0 root VerbForm=Fin
sich sich PRON 3 obj Reflex=Yes
"""
    events = events_of("de", rows, [("Beide Seiten", "NOM", "A+B")], COUNTRIES)
    assert roles(events["trafen"]) == {("agent", "A"), ("agent", "B")}


def test_date_of_the_report_is_not_the_date_of_what_it_tells(events_of):
    rows = """
Paris Paris PROPN 4 nsubj
a avoir AUX 4 aux:tense
lundi lundi NOUN 4 obl:mod
annoncé annoncer VERB 0 root VerbForm=Part
que que SCONJ 9 mark
Daech Daech PROPN 9 nsubj
avait avoir AUX 9 aux:tense VerbForm=Fin
hier hier ADV 9 advmod
tué tuer VERB 4 ccomp VerbForm=Part
trois trois NUM 11 nummod
civils civil NOUN 9 obj
"""
    mentions = [
        ("Paris", "GPE", "A"), ("lundi", "DATE", ""), ("Daech", "ORG", "D"),
        ("hier", "DATE", ""), ("trois civils", "GRP", "G"),
    ]  # fmt: skip
    types = {"A": "Country", "D": "ArmedGroup", "G": "Group"}
    events = events_of("fr", rows, mentions, types, {"lundi": "2025-12-15", "hier": "2025-12-14"})
    assert events["annoncé"].time.value == "2025-12-15"
    assert events["tué"].time.value == "2025-12-14"
    assert roles(events["annoncé"]) == {("agent", "A"), ("topic", events["tué"].key)}
    assert roles(events["tué"]) == {("agent", "D"), ("recipient", "G"), ("attributedTo", "A")}


def test_embargo_imposed_by_a_country(events_of):
    rows = """
An a DET 2 det
embargo embargo NOUN 0 root
on on ADP 4 case
Cuba Cuba PROPN 2 nmod
imposed impose VERB 2 acl VerbForm=Part|Tense=Past
by by ADP 7 case
Washington Washington PROPN 5 obl:agent
"""
    mentions = [("Cuba", "GPE", "B"), ("Washington", "GPE", "A")]
    assert roles(events_of("en", rows, mentions, COUNTRIES)["embargo"]) >= {("recipient", "B")}


def test_place_inside_the_object(events_of):
    rows = """
Rebels rebel NOUN 2 nsubj
killed kill VERB 0 root VerbForm=Fin
traders trader NOUN 2 obj
of of ADP 5 case
Homs Homs PROPN 3 nmod
"""
    events = events_of("en", rows, [("Rebels", "GRP", "R"), ("Homs", "GPE", "C")], {"R": "Group", "C": "City"})
    assert roles(events["killed"]) == {("agent", "R"), ("place", "C")}


def test_needed_role_missing_means_no_event(events_of):
    rows = """
Das der PRON 2 nsubj
verletzt verletzen VERB 0 root VerbForm=Fin
"""
    assert events_of("de", rows, [], {}) == {}


def test_word_about_nobody_is_no_event(events_of):
    assert (
        events_of(
            "de",
            """
Der der DET 2 det
Anschlag Anschlag NOUN 0 root
""",
            [],
            {},
        )
        == {}
    )


def test_class_that_may_not_fill_a_role_does_not(events_of):
    rows = """
Rom Rom PROPN 2 nsubj
fordert fordern VERB 0 root VerbForm=Fin
den der DET 4 det
Berg Berg NOUN 2 obj
"""
    events = events_of("de", rows, [("Rom", "GPE", "A"), ("Berg", "LOC", "P")], {"A": "Country", "P": "Place"})
    assert ("recipient", "P") not in roles(events["fordert"])


def test_demand_is_about_the_release(events_of):
    rows = """
Oslo Oslo PROPN 2 nsubj
urged urge VERB 0 root VerbForm=Fin
Tehran Tehran PROPN 2 obj
to to PART 5 mark
release release VERB 2 xcomp VerbForm=Inf
Noor Noor PROPN 5 obj
"""
    mentions = [("Oslo", "GPE", "A"), ("Tehran", "GPE", "B"), ("Noor", "PER", "P")]
    events = events_of("en", rows, mentions, COUNTRIES | {"P": "Person"})
    assert Role("topic", events["release"].key) in events["urged"].roles
    assert roles(events["release"]) == {("agent", "B"), ("recipient", "P")}
    assert events["release"].modality == "Possible"


def test_same_input_gives_the_same_events(events_of):
    rows = """
Rebels rebel NOUN 2 nsubj
killed kill VERB 0 root VerbForm=Fin
guards guard NOUN 2 obj
"""
    layers = [("Rebels", "GRP", "R"), ("guards", "GRP", "G")], {"R": "Group", "G": "Group"}
    assert events_of("en", rows, *layers) == events_of("en", rows, *layers)


def test_who_speaks_at_a_call_takes_part_in_it(events_of):
    rows = """
Omar Omar PROPN 2 nsubj
sprach sprechen VERB 0 root VerbForm=Fin
in in ADP 5 case
einem ein DET 5 det
Telefonat Telefonat NOUN 2 obl
mit mit ADP 7 case
Paris Paris PROPN 5 nmod
"""
    events = events_of("de", rows, [("Omar", "PER", "P"), ("Paris", "GPE", "A")], {"P": "Person", "A": "Country"})
    assert roles(events["Telefonat"]) == {("agent", "P"), ("recipient", "A")}


def test_modal_of_a_verb_is_not_the_modality_of_its_subject(events_of):
    rows = """
Der der DET 2 det
IS-Anschlag IS-Anschlag NOUN 4 nsubj
könnte können AUX 4 aux
stören stören VERB 0 root VerbForm=Inf
in in ADP 6 case
Homs Homs PROPN 2 nmod
"""
    events = events_of("de", rows, [("Homs", "GPE", "C")], {"C": "City"})
    assert events["IS-Anschlag"].modality == "Actual"


def test_possessor_acts_on_the_of_phrase(events_of):
    rows = """
Oslo Oslo PROPN 3 nmod:poss
's 's PART 1 case
embargo embargo NOUN 0 root
of of ADP 5 case
Lima Lima PROPN 3 nmod
"""
    mentions = [("Oslo", "GPE", "A"), ("Lima", "GPE", "B")]
    event = events_of("en", rows, mentions, {"A": "Country", "B": "Country"})["embargo"]
    assert roles(event) == {("agent", "A"), ("recipient", "B")}


@pytest.mark.parametrize(("verb", "lemma", "told"), [("lifted", "lift", {"lifted"}), ("left", "leave", {"embargo"})])
def test_object_that_makes_up_a_phrase_tells_no_event_of_its_own(events_of, verb, lemma, told):
    rows = f"""
Oslo Oslo PROPN 2 nsubj
{verb} {lemma} VERB 0 root VerbForm=Fin
the the DET 4 det
embargo embargo NOUN 2 obj
on on ADP 6 case
Lima Lima PROPN 4 nmod
"""
    mentions = [("Oslo", "GPE", "A"), ("Lima", "GPE", "B")]
    assert set(events_of("en", rows, mentions, {"A": "Country", "B": "Country"})) == told


def test_participle_of_aiming_says_at_whom_the_noun_is_aimed(events_of):
    rows = """
An a DET 2 det
operation operation NOUN 0 root
targeting target VERB 2 acl VerbForm=Ger|Tense=Pres
Daesh Daesh PROPN 3 obj
"""
    events = events_of("en", rows, [("Daesh", "ORG", "D")], {"D": "ArmedGroup"})
    assert list(events) == ["operation"]
    assert roles(events["operation"]) == {("recipient", "D")}


def test_function_that_an_entry_must_be_without(events_of):
    rows = """
Rebels rebel NOUN 2 nsubj
target target VERB 0 root VerbForm=Fin
to to PART 4 mark
win win VERB 2 xcomp VerbForm=Inf
"""
    assert events_of("en", rows, [("Rebels", "GRP", "R")], {"R": "Group"}) == {}


def test_whoever_does_it_tells_no_event(events_of):
    rows = """
Wer wer PRON 3 nsubj
Franzosen Franzose NOUN 3 obj
tötet töten VERB 5 csubj VerbForm=Fin|Tense=Pres
wird werden AUX 5 aux VerbForm=Fin|Tense=Pres
bezahlen bezahlen VERB 0 root VerbForm=Inf
"""
    assert events_of("de", rows, [("Franzosen", "NORP", "F")], {"F": "Country"}) == {}


def test_clause_told_as_before_another_does_not_take_its_day(events_of):
    rows = """
Er er PRON 2 nsubj
sprach sprechen VERB 0 root VerbForm=Fin
am an ADP 4 case
Sonntag Sonntag NOUN 2 obl
, , PUNCT 8 punct
nachdem nachdem SCONJ 8 mark
Rebellen Rebell NOUN 8 nsubj
töteten töten VERB 2 conj VerbForm=Fin
"""
    mentions = [("am Sonntag", "DATE", ""), ("Rebellen", "GRP", "R")]
    events = events_of("de", rows, mentions, {"R": "Group"}, times={"am Sonntag": "2025-12-14"})
    assert events["töteten"].time is None


def test_what_an_event_does_happens_on_its_day(events_of):
    rows = """
Monday Monday PROPN 3 nmod:poss
's 's PART 1 case
attack attack NOUN 4 nsubj
killed kill VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
ten ten NUM 6 nummod
people people NOUN 4 obj
"""
    mentions = [("Monday", "DATE", ""), ("ten people", "GRP", "T")]
    events = events_of("en", rows, mentions, {"T": "Group"}, {"Monday": "2025-12-15"})
    assert events["killed"].time.value == "2025-12-15"
