"""IRIs: valid for whatever text, and never the same for two things."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.graph import iri

ANY = st.text(st.characters())
IRI = re.compile(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=._~%-]+")


@given(ANY)
def test_every_text_gives_ascii_iris(text):
    document = iri.document(iri.BASE, text)
    for node in (document, iri.entity(iri.BASE, text), iri.event(iri.BASE, text), iri.office(iri.BASE, text, text)):
        assert IRI.fullmatch(node.value)
        assert node.value.startswith(iri.BASE)
    assert IRI.fullmatch(iri.claim(document, text, text).value)


@given(ANY, ANY)
def test_different_texts_give_different_iris(one, other):
    for mint in (iri.document, iri.entity, iri.event):
        assert (mint(iri.BASE, one) == mint(iri.BASE, other)) == (one == other)


def test_documents_have_a_readable_slug():
    assert iri.document(iri.BASE, "https://www.example.org/Über-uns?id=7").value.startswith(
        iri.BASE + "document/example-org-uber-uns-id-7-"
    )
    assert re.fullmatch(re.escape(iri.BASE) + r"document/[0-9a-f]{10}", iri.document(iri.BASE, "…").value)


def test_a_mention_is_a_place_in_its_document():
    document = iri.document(iri.BASE, "a.txt")
    assert iri.mention(document, 3, 9).value == document.value + "#char=3,9"


def test_offices_with_and_without_country():
    assert iri.office(iri.BASE, "foreign-minister", "Q858").value == iri.BASE + "office/foreign-minister/Q858"
    assert iri.office(iri.BASE, "président", None).value == iri.BASE + "office/pr%C3%A9sident"
