"""Mentions looked at once more: what all sources found in, with all that the article says of them; likelier labels out.

A recogniser sees a few words to each side. What stands in apposition to a name, what it hangs on in the tree, and what
else in the article bears the same name often tell a bank from a banker and a district from a river.
"""

from kg.annotate.mentions.review.verdict import review

__all__ = ["review"]
