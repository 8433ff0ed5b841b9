"""What speaks for an entity taking part in an event, as names of features.

In: a `Frame`, its `Cast`, an `Option` and how an entity stands to it. Out: names of features.
"""

from collections.abc import Iterator

from kg.extract.article import is_a
from kg.extract.clauses import clause_of, governing_verb
from kg.extract.learned.cast import Cast, Standing, stood_for
from kg.extract.learned.frame import Frame
from kg.extract.learned.options import Option
from kg.extract.roles import AGENT, PLACE, RECIPIENT, allowed
from kg.extract.voice import is_passive

ROLES = (AGENT, RECIPIENT, PLACE)


def role_features(frame: Frame, actors: Cast, option: Option, standing: Standing) -> list[str]:
    """Give the features of an entity's part in an option."""
    kind, part = option.type, frame.parts[option.token]
    label = frame.article.spans[standing.mention].label_
    shape = frame.article.types.get(standing.key, "")
    found = [
        *_rules(option, standing),
        *_syntax(frame, actors, option, standing),
        *_position(frame, actors, option, standing),
    ]
    found += [f"fits {role}={_fits(frame, option, role, standing.key)}" for role in ROLES]
    found += [f"label={label}", f"shape={shape}", f"kind label={kind}:{label}", f"kind shape={kind}:{shape}"]
    found += [f"{part}:{each}" for each in found if each[0] in "frp"]
    found += [f"{kind}:{each}" for each in found if each[0] in "frp"]
    found += [f"{label}:{each}" for each in found if each[0] in "fp"]
    return found


def _fits(frame: Frame, option: Option, role: str, key: str) -> bool:
    return is_a(frame.article, key, allowed(frame.article, option.candidate.entry, role))


def _rules(option: Option, standing: Standing) -> Iterator[str]:
    own = [a for a in option.arguments if a.key == standing.key]
    other = sorted({a.role for a in option.arguments if a.key != standing.key and a.key is not None})
    yield "r=" + "+".join(a.role for a in own)
    for argument in own:
        yield f"sure={argument.role}:{argument.confidence:.1f}"
    yield f"r={'+'.join(a.role for a in own)} others={'+'.join(other)}"
    yield f"met={option.met:d}{option.chosen:d}{'+'.join(a.role for a in own)}"


def _syntax(frame: Frame, actors: Cast, option: Option, standing: Standing) -> Iterator[str]:
    tree, token, root = frame.article.tree, option.token, standing.token
    if standing.back:
        yield f"back={standing.back}"
        return
    path = frame.path(root, token)
    word = frame.prepositions[root]
    yield f"path={path}"
    yield f"p:{path}:{word}"
    yield f"prep={word}"
    passive = is_passive(tree, token) if frame.parts[token] == "verb" else ""
    for name, functions in _functions(frame, actors, token, standing.key):
        yield f"f{name}={functions}"
        yield f"f{name} passive={functions}:{passive}"
        yield f"{frame.lemmas[token]}:{functions}"
    verb = governing_verb(tree, token) if frame.parts[token] != "verb" else None
    if verb is not None:
        for name, functions in _functions(frame, actors, verb, standing.key):
            yield f"fv{name}={functions}:{tree.links[token]}:{frame.prepositions[token]}"
            yield f"fverb={frame.lemmas[verb]}:{functions}"
    yield f"clause={clause_of(tree, root) == clause_of(tree, token)}"


def _functions(frame: Frame, actors: Cast, token: int, key: str) -> Iterator[tuple[str, str]]:
    """Give how an entity fills functions of a token, its own and lent ones."""
    for filler in frame.fillers(token):
        if key in stood_for(frame, actors, filler.token):
            yield ("~" if filler.lent else ""), filler.function


def _position(frame: Frame, actors: Cast, option: Option, standing: Standing) -> Iterator[str]:
    token, root = option.token, standing.token
    between = sum(
        1
        for _, _, other in actors.by_sentence.get(frame.sentences[token], ())
        if min(token, root) < other < max(token, root)
    )
    side = "before" if root < token else "after"
    yield f"p{side}:{min(between, 4)}:{standing.back}"
    yield f"{side}:{min(abs(root - token), 24) // 3}:{standing.back}"
    yield f"count={min(actors.counts[standing.key], 5)}:{standing.back}"
    yield f"first={actors.order[standing.key] < 2}:{standing.back}"
    yield f"titled={standing.key in actors.titled}:{standing.back}:{token < frame.title}"
    yield f"mentioned={frame.article.spans[standing.mention].label_}:{standing.back}"
