"""How a language's model is trained: sizes of the networks, and how long each stage takes.

In: the table `[train]` of language.toml. Out: a `Recipe`.
"""

from dataclasses import dataclass
from typing import Any

from kg.learn.configuration import Sizes
from kg.learn.loop import Plan


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes of both networks and the plans of the stages; `with_test`: train on the test treebank as well.

    Stages: syntax from treebanks; entities as others annotated them (`named`), where there are any; entities as we do.
    """

    syntax: Sizes
    entities: Sizes
    syntax_plan: Plan
    named_plan: Plan
    entities_plan: Plan
    with_test: bool = False


def read_recipe(settings: dict[str, Any]) -> Recipe:
    """Give the recipe of a language; word clusters are read only where the table asks for some."""
    bits = Sizes().bits if settings["clusters"] else ()
    plain = Sizes(bits=bits)
    tagged = Sizes(bits=bits, attributes=(*plain.attributes, "POS"), rows=(*plain.rows, 50))
    passes = settings["passes"]
    return Recipe(
        plain,
        tagged,
        Plan(passes["syntax"], words=settings["batch"]),
        Plan(passes["named"], words=400, dropout=0.2),
        Plan(passes["entities"], dropout=0.2),
    )
