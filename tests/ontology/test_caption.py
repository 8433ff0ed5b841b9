"""Captions read as sentences, whatever is filled."""

from itertools import chain, combinations

import pytest

from kg.ontology import caption, load_ontology
from kg.ontology.caption import needed, roles_of

ROLES = {
    "agent": ["Ann", "Bob"],
    "recipient": ["two men"],
    "place": ["Rome"],
    "topic": ["trade"],
    "date": ["on 2025-12-14"],
}


@pytest.mark.parametrize(
    ("type_", "fillers", "plural", "expected"),
    [
        ("PhoneCall", {"agent": ["Rubio"], "recipient": ["al-Shaibani"]}, (), "Rubio spoke by phone with al-Shaibani"),
        ("PhoneCall", {"agent": ["Ann", "Bob", "Cem"]}, (), "Ann, Bob and Cem spoke by phone"),
        ("Arrest", {"recipient": ["Ann"], "place": ["Rome"]}, (), "Ann was arrested in Rome"),
        ("Arrest", {"recipient": ["Ann", "Bob"]}, (), "Ann and Bob were arrested"),
        ("Arrest", {"recipient": ["two men"]}, {"recipient"}, "Two men were arrested"),
        ("Attack", {}, (), "There was an attack"),
        (
            "Accession",
            {"agent": ["Syria"], "recipient": ["NATO"], "date": ["in 2025"]},
            (),
            "Syria joined NATO in 2025",
        ),
        ("Statement", {"agent": ["Ann"], "told": ["Bob resigned"]}, (), "Ann said: Bob resigned"),
        ("Death", {"recipient": ["al-Sharif"]}, (), "Al-Sharif died"),
    ],
)
def test_examples(type_, fillers, plural, expected):
    assert caption(load_ontology().event_types[type_].templates, fillers, plural) == expected


def test_every_event_has_a_caption_for_every_set_of_roles():
    subsets = list(chain.from_iterable(combinations(ROLES, size) for size in range(len(ROLES) + 1)))
    types = load_ontology().event_types
    for each in types.values():
        for subset in subsets:
            text = caption(each.templates, {role: ROLES[role] for role in subset})
            assert text
            assert not set(text) & set("[]{}|")
            assert text[0].isupper()
            assert "  " not in text
    assert len(types) * len(subsets) == 47 * 32


def test_who_acts_and_whom_it_meets_are_in_the_caption():
    types = {name: each for name, each in load_ontology().event_types.items() if each.direct}
    for each in types.values():
        text = caption(each.templates, {"agent": ["Ann"], "recipient": ["Bob"]}) or ""
        assert "Ann" in text
        assert "Bob" in text
    assert len(types) == 44


def test_no_template_fits():
    assert caption(["{agent} ran"], {"agent": []}) is None


def test_needed_roles_are_those_outside_brackets():
    assert needed("{agent} met[ with {recipient}][ in {place}]") == {"agent"}
    assert roles_of("{recipient} {recipient|was|were} hit[ in {place}]") == {"recipient", "place"}
