"""Linking: the mentions of a Doc in, the gazetteer's candidates for each of them out."""

from kg.annotate.linking.link import identity, link_mentions

__all__ = ["identity", "link_mentions"]
