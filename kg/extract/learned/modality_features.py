"""What shows whether an event has happened, is planned, possible or denied, as names of features.

In: a `Frame`, a trigger, its class, and the rules' verdict. Out: names of features: the verdict, and the words and
forms around the trigger and those it hangs on.
"""

from collections.abc import Iterator, Mapping

from kg.extract.clauses import clause_of
from kg.extract.grammar import Link
from kg.extract.learned.frame import Frame
from kg.linear.features import Features

UP = 3
_HELPERS = (Link.AUXILIARY, Link.PASSIVE_AUXILIARY, Link.COPULA)
_BESIDE = (*_HELPERS, Link.MARK, Link.ADVERB, Link.DETERMINER, Link.OTHER, Link.COORDINATOR, Link.CASE, Link.MODIFIER)


def modality_features(frame: Frame, token: int, kind: str, verdict: str, kinds: Mapping[int, str]) -> Features:
    """Give the features of a trigger's modality; `kinds`: class of each trigger of the article."""
    found = [f"r={verdict}", f"lemma={frame.lemmas[token]}", f"kind={kind}", *_own(frame, token)]
    found += _above(frame, token, kinds)
    clause = clause_of(frame.article.tree, token)
    if clause != token:
        found += (f"clause {each}" for each in _own(frame, clause))
    found += [f"title={token < frame.title}", f"quoted={token in frame.quoted}"]
    found.append(f"end={frame.article.doc[token].sent[-1].text}")
    return Features([*found, *(f"{verdict} {each}" for each in found), f"{kind} {verdict}"])


def _own(frame: Frame, token: int) -> Iterator[str]:
    tree = frame.article.tree
    yield f"link={tree.links[token]}:{frame.parts[token]}"
    for feature in tree.features[token]:
        yield f"form={feature}"
    for child in tree.children[token]:
        if tree.links[child] in _BESIDE:
            yield f"beside={frame.lemmas[child]}"
            yield f"beside={tree.links[child]}:{tree.forms[child]}"
        if tree.links[child] in _HELPERS:
            yield from (f"helper={feature}" for feature in tree.features[child])


def _above(frame: Frame, token: int, kinds: Mapping[int, str]) -> Iterator[str]:
    tree = frame.article.tree
    path = ""
    for step, above in enumerate(frame.above[token][1 : UP + 1], 1):
        path += f"{tree.links[frame.above[token][step - 1]]}>"
        yield f"up{step}={frame.lemmas[above]}"
        yield f"{path}{frame.lemmas[above]}"
        if above in kinds:
            yield f"{path}{kinds[above]}"
        for child in tree.children[above]:
            if tree.links[child] in _BESIDE:
                yield f"up{step} beside={frame.lemmas[child]}"
