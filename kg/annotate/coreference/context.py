"""What the text around a mention says for one antecedent rather than another, beyond class, country and number.

In: clusters, a mention, the antecedents that fit it. Out: named evidence; what does not hold is left out. Words are
evidence too: which kind of thing a noun or pronoun of a language stands for, and whether it takes up anything at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.evidence import Antecedent
from kg.annotate.coreference.features import Features
from kg.annotate.mentions import grammar

LAST_RANK = 5
FARTHEST = 3
FIRST_SENTENCES = 1  # the headline and the sentence behind it
SHORTEST_ENDING = 4  # letters of a word that another may end in
KINDS = {
    "person": {layers.PERSON, layers.TITLE},
    "organisation": {layers.ORGANISATION},
    "state": {layers.STATE, layers.PEOPLE},
    "group": {layers.GROUP},
    "place": {layers.PLACE},
}
SUBJECTS = grammar.FUNCTIONS[:2]
SEVERAL, OTHER = "several", "other"


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of a mention for each antecedent: `word` with its language, `article` ("definite" and so on).

    `speaker` is the cluster of whoever speaks where it stands, `quoted` whether somebody does; `before_title` whether
    a title follows at once.
    """

    mention: Features
    word: str
    article: str
    speaker: int | None
    quoted: bool
    before_title: bool


def look(clusters: Clusters, mention: Features) -> View:
    """See what the text around a mention says of it."""
    said = mention.form if mention.label == layers.PRONOUN else mention.head
    quoted = mention.quotation
    speaker = None if quoted is None else layers.quotations(mention.span.doc)[quoted].speaker
    return View(
        mention,
        f"{mention.span.doc.lang_}:{said}",
        _article(mention),
        None if speaker is None else clusters.cluster_of(speaker),
        quoted is not None,
        _is_before_title(clusters, mention),
    )


def around(clusters: Clusters, view: View, antecedents: Sequence[Antecedent]) -> Iterator[dict[str, float]]:
    """Give for each antecedent of a mention, the last named first, what the text around speaks for it."""
    most = max((one.size for one in antecedents), default=0)
    for rank, antecedent in enumerate(antecedents):
        names = [f"rank {min(rank, LAST_RANK)}", *_between(clusters, view, antecedent)]
        names += _of_pronoun(clusters, view, antecedent) if _is_pronoun(view) else _of_noun(clusters, view, antecedent)
        yield dict.fromkeys([*names, "most mentions"] if antecedent.size == most else names, 1.0)


def around_several(clusters: Clusters, view: View, sides: Sequence[int], last: Features) -> dict[str, float]:
    """Give what the text around a mention speaks for its standing for several sides; `last`: the last of them named."""
    kinds = "+".join(sorted({kind_of(clusters, side) for side in sides}))
    names = [f"{SEVERAL} of {kinds}", f"{view.word} of {SEVERAL}", *_links(view, last, SEVERAL)]
    return dict.fromkeys([*names, f"before title of {SEVERAL}"] if view.before_title else names, 1.0)


def around_new(view: View, found: int, several: int = 0) -> dict[str, float]:
    """Give what the text around a mention speaks for its taking up nothing of the text.

    `found`: how much it may take up; `several`: how much of that are things named together.
    """
    if not _is_pronoun(view):
        return {f"new {view.article}": 1.0, f"new {view.word}": 1.0}
    said = {"new": 1.0, f"new {view.word}": 1.0}
    said |= {"new subject": 1.0} if view.mention.subject else {}
    said |= {"new beside several": 1.0} if several else {}
    return said | ({} if found else {"new without candidates": 1.0})


def kind_of(clusters: Clusters, cluster: int) -> str:
    """Say what a cluster stands for, roughly, by the labels of its mentions."""
    labels = clusters.labels(cluster)
    return next((kind for kind, own in KINDS.items() if labels & own), OTHER)


def _between(clusters: Clusters, view: View, antecedent: Antecedent) -> Iterator[str]:
    last, mention = antecedent.last, view.mention
    yield from _links(view, last, "last")
    if view.speaker == antecedent.cluster:
        yield "speaks here"
    if view.quoted != (last.quotation is not None):
        yield "quoted otherwise"
    if last.governor == mention.clause == mention.governor:
        yield f"same verb {last.function} {mention.function}"
    if clusters.members(antecedent.cluster)[0].sentence <= FIRST_SENTENCES:
        yield "from first sentences"


def _links(view: View, last: Features, name: str) -> Iterator[str]:
    distance, link = min(view.mention.sentence - last.sentence, FARTHEST), last.function
    yield f"{name} as {link}"
    if link == view.mention.function:
        yield f"{name} also {link}"
    if link in SUBJECTS:
        yield f"{name} subject {distance} before"
        if view.mention.function in SUBJECTS:
            yield f"{name} subject {distance} before subject"


def _of_pronoun(clusters: Clusters, view: View, antecedent: Antecedent) -> Iterator[str]:
    last, cluster = antecedent.last, antecedent.cluster
    kind, distance = kind_of(clusters, cluster), min(view.mention.sentence - last.sentence, FARTHEST)
    yield from (f"{view.word} of {kind}", f"{view.word} of class {_class_of(clusters, cluster)}")
    yield from (f"{view.word} {distance}", f"{kind} {distance}", f"{kind} subject {last.subject}".lower())
    if view.before_title:
        yield f"before title of {kind}"
    if last.form == view.mention.form:
        yield "same pronoun"
    if any(one.label in layers.NAMES and one.index < view.mention.index for one in clusters.members(cluster)):
        yield "named before"


def _of_noun(clusters: Clusters, view: View, antecedent: Antecedent) -> Iterator[str]:
    mention, cluster = view.mention, antecedent.cluster
    kind, own = kind_of(clusters, cluster), (*mention.types, "none")[0]
    yield from (f"{view.article} of {kind}", f"{view.word} of {kind}", f"{own} of {kind}")
    yield f"{own} of class {_class_of(clusters, cluster)}"
    said = clusters.kinds(cluster)
    if any(one.form == mention.form for one in said):
        yield "same form"
    if any(_ends_alike(one.head, mention.head) for one in said):
        yield "ends alike"


def _ends_alike(one: str, other: str) -> bool:
    ends = one.endswith(other) or other.endswith(one)
    return ends and one != other and len(one) >= SHORTEST_ENDING


def _class_of(clusters: Clusters, cluster: int) -> str:
    types = clusters.types(cluster)
    return next(iter(types)) if len(types) == 1 else "open"


def _is_pronoun(view: View) -> bool:
    return view.mention.label == layers.PRONOUN


def _is_before_title(clusters: Clusters, mention: Features) -> bool:
    following = clusters.features[mention.index + 1 : mention.index + 2]
    return any(one.label == layers.TITLE and one.span.start == mention.span.end for one in following)


def _article(mention: Features) -> str:
    """Say what stands before a noun, by the features of Universal Dependencies."""
    span, doc = mention.span, mention.span.doc
    if not doc.has_annotation("MORPH"):
        return "unknown"
    for token in (*doc[max(span.start - 1, 0) : span.start], span[0]):
        said = str(token.morph)
        for article, features in ARTICLES.items():
            if any(feature in said for feature in features):
                return article
    return "none"


ARTICLES = {
    "demonstrative": ("PronType=Dem",),
    "possessive": ("Poss=Yes",),
    "indefinite": ("Definite=Ind",),
    "definite": ("Definite=Def", "PronType=Art"),
}
