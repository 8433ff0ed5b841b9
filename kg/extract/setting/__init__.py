"""The setting of events: where and when they happen, also where another clause or sentence says it.

In: an `Article` and the drafts of its events, with the places and times that the rules read in their clauses. Out: the
drafts with the likeliest place and time of all that the text names near them, or with none where none is likely.

Each place and time near an event is scored by features of how the text speaks of both; the weights stand in
weights.toml. They are a conditional logit (McFadden 1974), fitted by `kg.learn.setting` on annotated articles of all
languages together: the features know no words, only links, positions and classes.
"""

from kg.extract.setting.decide import settle

__all__ = ["settle"]
