"""A readable English sentence for each event, from the templates of its class.

In: a resolved event and the index. Out: "Marco Rubio spoke by phone with Asaad al-Shaibani on 2025-12-14".
"""

from typing import Final

from kg.graph.facts import name_in_sentence, office_title
from kg.graph.index import Index
from kg.graph.times import time_phrase
from kg.model import ResolvedEvent
from kg.ontology import caption, load_ontology

# More names than these would bury the sentence; the event has them all.
LISTED: Final = 4


def sentence(event: ResolvedEvent, index: Index) -> str:
    """Tell what happened, for people to read; it says so where the event is planned, possible or denied."""
    plain = _plain(event, index)
    return caption([load_ontology().modality_types[event.modality].template], {"caption": [plain]}) or plain


def _plain(event: ResolvedEvent, index: Index, told: bool = True) -> str:
    kind = load_ontology().event_types[event.type]
    fields = {name: _shortened(values) for name, values in _fields(event, index).items()}
    topics = [index.events[role.filler] for role in event.roles if told and role.filler in index.events]
    fields["told"] = [_plain(topic, index, told=False) for topic in topics[:1]]
    return caption(kind.templates, fields, _plural(event, index)) or kind.label


def _fields(event: ResolvedEvent, index: Index) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for role in dict.fromkeys(event.roles):
        fields.setdefault(role.name, []).append(_name(role.filler, index))
    fields["date"] = [phrase] if (phrase := time_phrase(event.time)) else []
    fields["office"] = [office_title(event.office).text] if event.office else []
    return fields


def _plural(event: ResolvedEvent, index: Index) -> set[str]:
    """Roles with a filler that is several."""
    counts = {role.name: index.entities[role.filler].count for role in event.roles if role.filler in index.entities}
    return {name for name, count in counts.items() if count is not None and count > 1}


def _shortened(names: list[str]) -> list[str]:
    return names if len(names) <= LISTED else [*names[: LISTED - 1], f"{len(names) - LISTED + 1} others"]


def _name(identifier: str, index: Index) -> str:
    if identifier in index.events:
        return f"the {load_ontology().event_types[index.events[identifier].type].label.lower()}"
    return name_in_sentence(index.entities[identifier])
