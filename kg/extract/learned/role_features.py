"""What speaks for an entity taking part in an event, as names of features.

In: a `Frame`, its `Cast`, an `Option` and how an entity stands to it. Out: names of features.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.article import is_a
from kg.extract.clauses import clause_of, governing_verb
from kg.extract.grammar import Link
from kg.extract.learned.cast import Cast, Standing, filled_by, parts_in
from kg.extract.learned.frame import Frame
from kg.extract.learned.options import Option
from kg.extract.roles import AGENT, PLACE, RECIPIENT, allowed
from kg.extract.voice import is_passive
from kg.linear.features import Features

ROLES = (AGENT, RECIPIENT, PLACE)
WHO = OWN, OTHER, WORD = "own", "other", "word"
NEAR = 2  # words between an entity and a trigger, up to which they are named
Elsewhere = Mapping[tuple[str, str], int]


def parts_by_class(options_at: Mapping[int, Sequence[Option]]) -> Elsewhere:
    """Count how often the rules give an entity a role in events of a class, and the role to anyone at all."""
    found: Counter[tuple[str, str]] = Counter()
    for options in options_at.values():
        for option in options:
            if option.chosen:
                found.update({(f"{option.type} {a.role}", a.key) for a in option.arguments if a.key is not None})
                found.update({(option.type, a.role) for a in option.arguments if a.key is not None})
    return found


def role_features(frame: Frame, actors: Cast, option: Option, standing: Standing, elsewhere: Elsewhere) -> Features:
    """Give the features of an entity's part in an option; `elsewhere`: see `parts_by_class`."""
    kind, part = option.type, frame.parts[option.token]
    label = _label(frame, standing)
    shape = frame.article.types.get(standing.key, "")
    found = [
        *_rules(option, standing),
        *_syntax(frame, actors, option, standing),
        *_position(frame, actors, option, standing),
        *_entry(frame, actors, option, standing),
        *_around(frame, option, standing),
    ]
    found += [f"fits {role}={_fits(frame, option, role, standing.key)}" for role in ROLES]
    found += [f"label={label}", f"shape={shape}", f"kind label={kind}:{label}", f"kind shape={kind}:{shape}"]
    found += _elsewhere(option, standing, elsewhere)
    return Features(found, ((f"{part}:", "frp"), (f"{kind}:", "frp"), (f"{label}:", "fp")))


def _elsewhere(option: Option, standing: Standing, elsewhere: Elsewhere) -> Iterator[str]:
    """Say what part the rules give the entity in other events of the class: one happening is often told twice."""
    own = {argument.role for argument in option.arguments if argument.key == standing.key}
    told = [role for role in ROLES if elsewhere.get((f"{option.type} {role}", standing.key), 0) > (role in own)]
    others = any(
        elsewhere.get((option.type, role), 0) > any(a.role == role for a in option.arguments) for role in ROLES
    )
    yield f"twice={'+'.join(told)}:{others}:{standing.back}"


def _label(frame: Frame, standing: Standing) -> str:
    return frame.labels[standing.mention]


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
    for name, functions in parts_in(frame, actors, token).get(standing.key, ()):
        yield f"f{name}={functions}"
        yield f"f{name} passive={functions}:{passive}"
        yield f"{frame.lemmas[token]}:{functions}"
    verb = governing_verb(tree, token) if frame.parts[token] != "verb" else None
    if verb is not None:
        for name, functions in parts_in(frame, actors, verb).get(standing.key, ()):
            yield f"fv{name}={functions}:{tree.links[token]}:{frame.prepositions[token]}"
            yield f"fverb={frame.lemmas[verb]}:{functions}"
    own = clause_of(tree, token)
    yield f"clause={clause_of(tree, root) == own}"
    if own not in (token, verb):
        for name, functions in parts_in(frame, actors, own).get(standing.key, ()):
            yield f"fclause{name}={functions}"


def _position(frame: Frame, actors: Cast, option: Option, standing: Standing) -> Iterator[str]:
    token, root = option.token, standing.token
    low, high = (root, token) if root < token else (token, root)
    there = actors.by_sentence.get(frame.sentences[token], ())
    between = [mention for _, mention, other in there if low < other < high]
    side = "before" if root < token else "after"
    yield f"p{side}:{min(len(between), 4)}:{standing.back}"
    yield f"{side}:{min(abs(root - token), 24) // 3}:{standing.back}"
    yield f"count={min(actors.counts[standing.key], 5)}:{standing.back}"
    label = _label(frame, standing)
    nearest = not any(frame.labels[mention] == label for mention in between)
    yield f"pnearest {side}={nearest}:{standing.back}"
    yield f"first={actors.order[standing.key] < 2}:{standing.back}"
    yield f"titled={standing.key in actors.titled}:{standing.back}:{token < frame.title}"
    yield f"mentioned={label}:{standing.back}"


def _entry(frame: Frame, actors: Cast, option: Option, standing: Standing) -> Iterator[str]:
    """Say which of the functions that the lexicon names for a role the entity fills, and who fills the others."""
    if standing.back:
        return
    own: dict[str, bool] = {}
    filled: dict[str, str] = {}
    for filler, keys in filled_by(frame, actors, option.token):
        if standing.key in keys:
            own[filler.function] = own.get(filler.function, True) and filler.lent
        if not filler.lent:
            who = OWN if standing.key in keys else OTHER if keys else WORD
            filled[filler.function] = min(filled.get(filler.function, who), who, key=WHO.index)
    for role in ROLES:
        functions = option.candidate.entry.roles.get(role, ())
        hit = next((number for number, name in enumerate(functions) if name in own), None)
        yield f"fe{role}={'none' if hit is None else f'{min(hit, 2)}{own[functions[hit]]:d}'}"
    for name in ("subject", "object"):
        yield f"ff{name}={filled.get(name, 'open')}"
    yield f"fset={'+'.join(sorted(own))}"


def _around(frame: Frame, option: Option, standing: Standing) -> Iterator[str]:
    """Say what lies on the way from entity to trigger, and with whom the entity is coordinated."""
    up, down = frame.above[standing.token], frame.above[option.token]
    meeting = next((token for token in up if token in down), None)
    if standing.back or meeting is None:
        return
    top = [meeting] if meeting not in (up[0], down[0]) else []
    between = [*up[1 : up.index(meeting)], *top, *down[1 : down.index(meeting)]]
    article = frame.article
    labels = [frame.labels[article.at[each]] for each in between if each in article.at]
    yield f"pover={'+'.join(labels[:3])}"
    if 0 < len(between) <= NEAR:
        yield f"pway={frame.path(standing.token, option.token)}:{'+'.join(frame.lemmas[each] for each in between)}"
    if between:
        yield f"ptop={frame.lemmas[meeting]}:{meeting == option.token}"
    yield f"rwith={'+'.join(_coordinated(frame, option, standing))}"


def _coordinated(frame: Frame, option: Option, standing: Standing) -> list[str]:
    """Give the roles by the rules of those that the entity is coordinated with."""
    tree, head = frame.article.tree, standing.token
    roles = {a.token: a.role for a in option.arguments if a.key is not None and a.key != standing.key}
    beside = {tree.heads[head]} if tree.links[head] is Link.CONJUNCT else set()
    beside.update(tree.with_link(head, Link.CONJUNCT))
    return sorted(roles[each] for each in beside if each in roles)
