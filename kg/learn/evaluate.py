"""How well events are read: precision, recall and F1 against annotated articles.

In: files of annotated articles, and a way to read an article. Out: scores per language.

Scored are happenings, not triggers: annotated events of one class that do not contradict each other in one article
are one happening. A happening is found when an event read from the article has its class and shares a participant
with it (agent, recipient or place, sides in any order), or when neither names one. Of found happenings the
participants, dates and modality are scored; participants and dates of missed or invented happenings count as missed or
wrong too.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.learn.gold import GoldArticle, GoldEvent, read_gold
from kg.model import Document, Entity, Event, Reading
from kg.ontology import load_ontology

PARTICIPANTS = ("agent", "recipient")
ROLES = (*PARTICIPANTS, "place")
MEASURES = ("happenings", "agent", "recipient", "place", "date", "modality", "attributedTo")

Reader = Callable[[Document, GoldArticle], Reading]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what is right, of what was read, and of what is annotated."""

    right: int = 0
    read: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 0 where nothing was read."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was read; 0 where nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.read + self.gold
        return 2 * self.right / total if total else 0.0

    def __add__(self, other: "Score") -> "Score":
        """Give the counts of both."""
        return Score(self.right + other.right, self.read + other.read, self.gold + other.gold)


@dataclass(slots=True)
class Told:
    """A happening in comparable form: class, modality, ids by role, date, from gold or from a reading."""

    type: str
    modality: str
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    date: str = ""
    keys: list[str] = field(default_factory=list)

    def people(self) -> set[str]:
        """Everyone and everything in the roles that identify a happening."""
        return set().union(*(self.roles.get(role, set()) for role in ROLES))


def evaluate(files: Iterable[Path], read: Reader | None = None) -> dict[str, dict[str, Score]]:
    """Scores by language and measure (see MEASURES; "type:X" for the happenings of one class).

    `read` gives the Reading of a document; without it the language's own pipeline is used.
    """
    scores: dict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    for file in files:
        for gold in read_gold(file):
            reading = (read or read_article)(as_document(gold), gold)
            for measure, score in score_article(gold, reading).items():
                scores[gold.article.language][measure] += score
    return {language: dict(sorted(found.items())) for language, found in sorted(scores.items())}


def as_document(gold: GoldArticle) -> Document:
    """Give the annotated article as the program would keep it."""
    return Document(gold.article.identifier, gold.article.text, gold.article.language, date=gold.date)


def read_article(document: Document, _: GoldArticle) -> Reading:
    """Read a document with the pipeline of its language."""
    from kg.annotate.layers import register_layers
    from kg.annotate.pipeline import load_pipeline
    from kg.extract import extract

    register_layers()
    nlp = load_pipeline(document.language)
    doc = nlp.make_doc(document.text)
    doc._.kg_document = document
    return extract(nlp(doc))


def score_article(gold: GoldArticle, reading: Reading) -> Mapping[str, Score]:
    """Give the scores of one article."""
    ids = match_entities(gold, reading)
    wanted = merge_gold(gold.events)
    found = [as_told(event, ids) for event in reading.events]
    pairs = pair_up(wanted, found)
    scores: dict[str, Score] = defaultdict(Score)
    scores["happenings"] = Score(len(pairs), len(found), len(wanted))
    for kind in sorted({told.type for told in (*wanted, *found)}):
        right = sum(wanted[i].type == kind for i, _ in pairs)
        scores[f"type:{kind}"] = Score(right, sum(t.type == kind for t in found), sum(t.type == kind for t in wanted))
    for role in (*ROLES, "attributedTo"):
        right = sum(_right(wanted[i], found[j], role) for i, j in pairs)
        scores[role] = Score(right, sum(len(t.roles[role]) for t in found), sum(len(t.roles[role]) for t in wanted))
    right = sum(wanted[i].date != "" and wanted[i].date == found[j].date for i, j in pairs)
    scores["date"] = Score(right, sum(t.date != "" for t in found), sum(t.date != "" for t in wanted))
    right = sum(wanted[i].modality == found[j].modality for i, j in pairs)
    scores["modality"] = Score(right, len(pairs), len(pairs))
    return scores


def match_entities(gold: GoldArticle, reading: Reading) -> dict[str, str]:
    """For each entity read, the annotated one whose mentions it shares most characters with."""
    result = {}
    for entity in reading.entities:
        shared = overlaps(gold, entity)
        if shared:
            result[entity.key] = max(shared, key=lambda key: (shared[key], key))
    return result


def overlaps(gold: GoldArticle, entity: Entity) -> Counter[str]:
    """How many characters the mentions of an entity share with those of each annotated one."""
    shared: Counter[str] = Counter()
    for mention in entity.mentions:
        for mark, ids in zip(gold.article.mentions, gold.ids, strict=True):
            overlap = min(mention.end, mark.end) - max(mention.start, mark.start)
            if overlap > 0 and len(ids) == 1 and ids[0] in gold.entities:
                shared[ids[0]] += overlap
    return shared


def merge_gold(events: Iterable[GoldEvent]) -> list[Told]:
    """Happenings of the annotated events: events of one class and modality that contradict in nothing are one."""
    merged: list[Told] = []
    sided = load_ontology().event_types
    for event in events:
        told = Told(event.type, event.modality, defaultdict(set), event.date, [event.key])
        for role, ids in event.roles.items():
            told.roles[role] = set(ids)
        same = next((other for other in merged if _same(other, told, sided=sided[event.type].sided)), None)
        if same is None:
            merged.append(told)
            continue
        same.keys.append(event.key)
        same.date = max(same.date, told.date, key=len)
        for role, filled in told.roles.items():
            same.roles[role] |= filled
    return merged


def pair_up(wanted: list[Told], found: list[Told]) -> list[tuple[int, int]]:
    """Pairs of one annotated and one read happening, the most alike first, each used once."""
    scored = [
        (likeness(one, other), -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if likeness(one, other) > 0
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return sorted(pairs.items())


def likeness(wanted: Told, found: Told) -> float:
    """How well a read happening agrees with an annotated one; 0 where it is not it."""
    if wanted.type != found.type:
        return 0.0
    shared = len(wanted.people() & found.people())
    if not shared and (wanted.people() or found.people()):
        return 0.0
    right = sum(_right(wanted, found, role) for role in ROLES)
    return 1.0 + shared + right + 0.5 * (wanted.modality == found.modality) + 0.5 * (wanted.date == found.date)


def _same(one: Told, other: Told, *, sided: bool) -> bool:
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if sided:
        sides = [set().union(*(told.roles.get(role, set()) for role in PARTICIPANTS)) for told in (one, other)]
        return _agree(*sides) and _agree(one.roles["place"], other.roles["place"])
    return all(_agree(one.roles[role], other.roles[role]) for role in ROLES)


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _right(wanted: Told, found: Told, role: str) -> int:
    """How many fillers of a role are right; sides of a sided class may stand in either role."""
    fillers = found.roles.get(role, set())
    accepted = wanted.roles.get(role, set())
    if role in PARTICIPANTS and load_ontology().event_types[wanted.type].sided:
        accepted = set().union(*(wanted.roles.get(each, set()) for each in PARTICIPANTS))
    return len(fillers & accepted)


def as_told(event: Event, ids: Mapping[str, str]) -> Told:
    """Give an event that was read in comparable form; `ids`: key of an entity → annotated id."""
    told = Told(
        event.type,
        event.modality,
        defaultdict(set),
        event.time.value if event.time and not event.implied else "",
        [event.key],
    )
    for role in event.roles:
        told.roles[role.name].add(ids.get(role.filler, f"?{role.filler}"))
    return told
