"""What speaks for or against a word telling an event of a class, as names of features.

In: a `Frame` and an `Option`. Out: names of features.
"""

from collections.abc import Iterator, Sequence

from kg.extract.grammar import Link
from kg.extract.learned.frame import Frame
from kg.extract.learned.options import Option
from kg.extract.roles import AGENT, PLACE, RECIPIENT, TOPIC
from kg.extract.voice import is_passive
from kg.linear.features import Features

_INNER = (Link.CASE, Link.DETERMINER, Link.AUXILIARY, Link.PASSIVE_AUXILIARY, Link.COPULA, Link.MARK, Link.PARTICLE)


def trigger_features(frame: Frame, option: Option, options: Sequence[Option]) -> Features:
    """Give the features of a trigger read as an option, beside its other options."""
    shared = [*_word(frame, option, options), *_rules(option), *_surroundings(frame, option.token)]
    return Features(shared, ((f"{option.type}:", "lkrvcpg"),))


def _word(frame: Frame, option: Option, options: Sequence[Option]) -> Iterator[str]:
    lemma, word, part = frame.lemmas[option.token], option.candidate.word, frame.parts[option.token]
    yield f"l={lemma}"
    yield f"suffix={lemma[-4:]}"
    yield f"part={part}"
    yield f"kind={word.suffix:d}{bool(word.phrase):d}{len(word.companions)}{word.reflexive:d}"
    yield f"head={word.head}"
    yield f"sure={option.candidate.confidence:.1f}"
    yield f"rank={option.rank}of{len(options)}"
    yield f"k:{part}"
    yield f"k:{f'learned {option.candidate.confidence:.1f}' if option.learned else 'known'}"
    yield f"k:part {part}:{option.candidate.entry.part}"
    yield f"others={option.type}:" + "+".join(sorted(each.type for each in options))


def _rules(option: Option) -> Iterator[str]:
    roles = [argument.role for argument in option.arguments]
    pattern = "".join(role[0] for role in (AGENT, RECIPIENT, PLACE, TOPIC) if role in roles)
    yield f"rules={option.chosen:d}{option.met:d}{pattern}"
    yield f"r={pattern}"
    yield f"needs={'+'.join(option.candidate.entry.needs)}:{option.met:d}"
    for role in (AGENT, RECIPIENT):
        best = max((each.confidence for each in option.arguments if each.role == role), default=0.0)
        yield f"best {role}={best:.1f}"


def _surroundings(frame: Frame, token: int) -> Iterator[str]:
    tree, doc = frame.article.tree, frame.article.doc
    link, head, part = tree.links[token], tree.heads[token], frame.parts[token]
    yield f"v={link}"
    yield f"part link={part}:{link}"
    yield f"g={frame.lemmas[head] if head != token else ''}"
    yield f"head part={frame.parts[head]}:{link}"
    yield f"p={frame.prepositions[token]}"
    yield f"light={frame.lemmas[head] in frame.article.lexicon.light}:{link}"
    for child in tree.children[token]:
        yield f"c={tree.links[child]}"
        yield f"below={tree.links[child]}:{frame.prepositions[child]}"
        if tree.links[child] in _INNER:
            yield f"inner={tree.forms[child]}"
        else:
            yield f"child={frame.lemmas[child]}"
        if child in frame.article.at:
            yield f"child mention={tree.links[child]}:{frame.labels[frame.article.at[child]]}"
    yield f"title={token < frame.title}"
    yield f"quoted={token in frame.quoted}"
    yield f"mention={frame.labels[frame.article.at[token]] if token in frame.article.at else ''}"
    yield f"passive={is_passive(tree, token)}" if part == "verb" else "nominal"
    for feature in doc[token].morph:
        yield f"morph={feature}"
    for step in (-2, -1, 1, 2):
        if 0 <= token + step < len(doc):
            yield f"near{step}={tree.forms[token + step]}"
