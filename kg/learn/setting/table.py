"""The table of weights of `kg.extract.setting`.

In: weights. Out: TOML, the same for the same weights.
"""

from collections.abc import Mapping

from kg.extract.setting.weights import Weights

HEAD = """\
# Where and when events happen: how much each way in which the text speaks of a place or time near an event speaks for
# its being the event's. The features are those of kg.extract.setting. How likely the likeliest must be: `kept` if it is
# what the rules read in the clause, else `least`.
# Fitted by kg.learn.setting on annotated articles of all languages. Scores of several features add up; 0 is the score
# of there being no place or time.
"""


def as_table(weights: Mapping[str, Weights], head: str = HEAD) -> str:
    """Give the table of weights by name; `head`: what it begins with."""
    return head + "".join(_block(name, each) for name, each in weights.items())


def _block(name: str, weights: Weights) -> str:
    lines = (f'"{feature}" = {weight:.2f}' for feature, weight in sorted(weights.features.items()))
    return f"\n[{name}]\nleast = {weights.least}\nkept = {weights.kept}\n[{name}.weights]\n" + "\n".join(lines) + "\n"
