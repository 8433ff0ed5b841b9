"""Markdown to plain text."""

from kg.read.markdown import plain

PAGE = """---
title: "Aus dem Rat"
Date: 2025-11-14
lang: de
---
<!-- Entwurf -->
# Rat lehnt *Antrag* ab

Der **Rat** hat am [Freitag](https://example.org/a_b) getagt. ![Bild](x.png)

> Es war *sehr* _spät_, sagte Ola.

Streit
------
- Geld
- Zeit

snake_case und 2*3*4 bleiben \\*so\\*.
"""


def test_signs_go_and_words_stay():
    found = plain(PAGE)
    assert found.title == "Rat lehnt Antrag ab"
    assert found.fields == {"title": "Aus dem Rat", "date": "2025-11-14", "lang": "de"}
    lines = [line.strip() for line in found.text.split("\n") if line.strip()]
    assert lines == [
        "Rat lehnt Antrag ab",
        "Der Rat hat am Freitag getagt.",
        "Es war sehr spät, sagte Ola.",
        "Streit",
        "- Geld",
        "- Zeit",
        "snake_case und 2*3*4 bleiben *so*.",
    ]


def test_the_title_of_the_front_matter_serves_where_there_is_no_heading():
    assert plain("---\ntitle: Aus dem Rat\n---\nText.").title == "Aus dem Rat"
    assert plain("Text.").title is None


def test_a_comment_that_does_not_end_is_text():
    assert plain("a <!-- b --> c <!-- d").text == "a  c <!-- d"
