"""Readings without what is doubtful.

In: a reading and the least confidence of an event. Out: the reading without the events of less.
"""

from dataclasses import replace

from kg.model import Reading


def confident(reading: Reading, least: float) -> Reading:
    """Give a reading without the events of less confidence, nor what other events say of those."""
    dropped = {event.key for event in reading.events if event.confidence < least}
    kept = (event for event in reading.events if event.key not in dropped)
    cleared = (replace(each, roles=tuple(role for role in each.roles if role.filler not in dropped)) for each in kept)
    return replace(reading, events=tuple(cleared))
