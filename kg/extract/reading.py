"""What the reading of entities gives to the readers of events and relations.

In: nothing. Out: the type `EntityReading`, and mentions with their sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.scene import Scene, sentence
from kg.model import Entity, Mention


@dataclass(frozen=True, slots=True)
class EntityReading:
    """Give the entities of one article in order of first mention, and the keys of what stands for them.

    `by_cluster`: index of a coreference cluster of the Doc → key; `by_mention`: index of a mention → keys, several
    where it stands for several entities. Clusters and mentions that stand for no entity are missing.
    """

    entities: tuple[Entity, ...]
    by_cluster: Mapping[int, str]
    by_mention: Mapping[int, tuple[str, ...]]
    by_scene: Mapping[int, str]

    def key_of(self, scene: Scene, cluster: int | None) -> str | None:
        """Give the key of a cluster of the scene, given or found."""
        return None if cluster is None else self.by_scene.get(scene.same[cluster])


def as_mention(scene: Scene, span: Span) -> Mention:
    """Give the span as characters, with its sentence; with all its sentences where it crosses the end of one."""
    doc = scene.doc
    first, last = sentence(scene, span.start)[0], sentence(scene, span.end - 1)[1]
    return Mention(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        label=span.label_,
        sentence_start=doc[first].idx,
        sentence_end=doc[last - 1].idx + len(doc[last - 1].text),
    )
