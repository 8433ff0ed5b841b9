"""Offices that verbs tell: "the general who commands the division", "the party led by her", "que préside X".

In: an article, a scene of the same Doc, and what offices it is known to tell. Out: further relations of holding an
office. The verbs of a language, and the title that each stands for, are `[[leading]]` in its relations.toml.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from kg.extract.article import OFFICE, Article, is_a, stands_for
from kg.extract.functions import Filler, read_functions
from kg.extract.grammar import Link
from kg.extract.office_titles import Title, choose_office, known_offices
from kg.extract.phrases import Phrase
from kg.extract.reading import as_mention
from kg.extract.relation_tables import Leading
from kg.extract.scene import Scene
from kg.extract.tree import Tree, verb_lemma
from kg.extract.voice import is_passive
from kg.model import Relation

LEADER = "subject"
PRESENT = frozenset({"Tense=Pres", "Mood=Ind"})
NEGATED = "Polarity=Neg"


def read_leading(article: Article, scene: Scene, known: Iterable[Relation]) -> Iterator[Relation]:
    """Give whom verbs say to lead what, where no title has told an office of theirs there; in text order."""
    told = {(each.subject, each.object) for each in known if each.office is not None}
    for token in range(len(article.doc)):
        verb = scene.tables.leading.get(verb_lemma(article.tree, token)) if _is_verb(article.tree, token) else None
        if verb is not None and _is_so_now(article.tree, token):
            for leader, led in _pairs(article, scene, token, verb):
                if (leader, led) not in told:
                    told.add((leader, led))
                    office = _office(article, scene, verb, led)
                    evidence = as_mention(scene, Span(scene.doc, token, token + 1, OFFICE))
                    yield Relation(scene.scheme.property["office"], leader, led, evidence, office)


def _is_verb(tree: Tree, token: int) -> bool:
    return tree.is_part(token, "verb") or is_passive(tree, token)


def _is_so_now(tree: Tree, token: int) -> bool:
    """Say whether a verb tells how things are: in the present, or as the participle of a passive that describes."""
    helping = tree.with_link(token, Link.AUXILIARY, Link.PASSIVE_AUXILIARY)
    if any(NEGATED in tree.features[child] for child in tree.children[token]):
        return False
    if is_passive(tree, token):
        return all(tree.features[child] >= PRESENT for child in helping)
    return not helping and tree.features[token] >= PRESENT


def _pairs(article: Article, scene: Scene, token: int, verb: Leading) -> Iterator[tuple[str, str]]:
    fillers = read_functions(article.tree, token)
    leaders = _meant(article, (each for each in fillers if each.function == LEADER), scene.scheme.classes["holder"])
    led = _meant(article, (each for each in fillers if each.function == verb.led), scene.scheme.classes["owner"])
    if leaders and led and leaders[0] != led[0]:
        yield leaders[0], led[0]


def _meant(article: Article, fillers: Iterable[Filler], classes: tuple[str, ...]) -> list[str]:
    """Give the entities with a name that fillers stand for, of some classes."""
    named = {entity.key for entity in article.reading.entities if entity.names and entity.count is None}
    stands = (next(iter(stands_for(article, each.token)), None) for each in fillers)
    keys = (one.keys[0] for one in stands if one is not None and len(one.keys) == 1)
    return [key for key in keys if key in named and is_a(article, key, classes)]


def _office(article: Article, scene: Scene, verb: Leading, led: str) -> str:
    owner = next((scene.same[cluster] for cluster, key in sorted(article.reading.by_scene.items()) if key == led), None)
    return choose_office(scene, Title(known_offices(scene, verb.title), Phrase(verb.title, 0, 0, True)), owner)
