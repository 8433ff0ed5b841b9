"""How a language's model is trained: sizes of the networks, and how long each stage takes.

In: the table `[train]` of language.toml. Out: a `Recipe`.
"""

from dataclasses import dataclass, replace
from typing import Any

from kg.learn.configuration import Sizes
from kg.learn.loop import Plan

WORD_ROWS = (32, 1000, 500, 2500)
FURTHER = 3


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes of both networks and the plans of the stages.

    Stages: syntax from treebanks; then, once the score is known, with the test treebank too (`test`); entities as
    others annotated them and in our articles of other languages (`named`), where there are any; entities as we do.
    `further` is for the syntax of a model that is there, when there are more trees.
    """

    syntax: Sizes
    entities: Sizes
    syntax_plan: Plan
    named_plan: Plan
    entities_plan: Plan
    test_plan: Plan
    further_plan: Plan


def read_recipe(settings: dict[str, Any]) -> Recipe:
    """Give the recipe of a language; word clusters are read only where the table asks for some."""
    bits = Sizes().bits if settings["clusters"] else ()
    plain = Sizes(width=128, table_width=64, bits=bits, unknown=0.1)
    attributes, rows = (*plain.attributes, "POS"), (*plain.rows, 50)
    tagged = replace(plain, attributes=attributes, rows=rows, word_rows=WORD_ROWS)
    parsed = replace(plain, depth=6, hidden=128, more_context=True)
    passes = settings["passes"]
    return Recipe(
        parsed,
        tagged,
        Plan(passes["syntax"], words=settings["batch"], dropout=0.2),
        Plan(passes["named"], words=400, dropout=0.2),
        Plan(passes["entities"], dropout=0.2),
        Plan(passes["test"], words=settings["batch"], dropout=0.2, rate=0.001),
        Plan(passes.get("further", FURTHER), words=settings["batch"], dropout=0.2, rate=0.001),
    )
