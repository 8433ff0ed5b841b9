"""Events: everything an article tells as happening, planned, possible or denied.

In: an article with its entities. Out: its events, in order of their first trigger.

Triggers and participants are decided by what is learned where there are weights, else by the rules alone.
Confidence of a telling by the rules: the trigger's (lower for a guessed form or an ambiguous word) times 0.5 + 0.5 ·
the mean confidence of its participants (1 for a clear parse, lower for fallbacks; 0 where nobody is named). Of a
happening: the highest of its tellings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.extract.article import OFFICE, Article
from kg.extract.attribution import Report, load_reporting, may_report, read_reports, sources_of, topics_of
from kg.extract.barred import is_barred
from kg.extract.dates import find_time
from kg.extract.draft import Decided, Draft, Happening
from kg.extract.functions import read_functions
from kg.extract.grammar import Link
from kg.extract.happenings import find_happenings
from kg.extract.implied import imply_times, time_of
from kg.extract.learned.decide import decide, decide_modalities
from kg.extract.learned.frame import frame
from kg.extract.learned.weights import EventWeights
from kg.extract.modality import Signs, in_time, load_signs, read_modality
from kg.extract.places import first_place, read_places
from kg.extract.roles import AGENT, PLACE, RECIPIENT, SOURCE, TOPIC, Argument, fill_roles
from kg.extract.setting import settle
from kg.extract.speech import add_speakers, credit, represented
from kg.extract.triggers import Candidate, companions_of, find_triggers
from kg.model import Event, Mention, Relation, Role, Time

EVENT = "EVENT"


def read_events(
    article: Article, relations: Iterable[Relation], code: str, weights: EventWeights | None = None
) -> tuple[Event, ...]:
    """Give the events of an article; `code`: its language.

    `relations`: those between the entities, which tell whom a speaker speaks for. Without learned `weights`
    the rules decide alone.

    Raises DataError where the language's tables are missing or wrong.
    """
    entities = article.reading.entities
    above = represented(relations, entities)
    told = settle(article, read_drafts(article, code, weights))
    drafts = add_speakers(article, load_reporting(code).performed, above, told)
    unnamed = {entity.key for entity in entities if not entity.names or entity.count is not None}
    parts = {key: wholes for key, wholes in above.items() if key in unnamed}
    happenings = find_happenings(credit(article, drafts, load_reporting(code).credited), parts)
    imply_times(article, happenings, load_signs(code).default)
    return build_events(happenings)


def read_drafts(article: Article, language: str, weights: EventWeights | None = None) -> list[Draft]:
    """One draft for each trigger, in text order; none for a noun whose event the phrase it is part of tells."""
    shown = frame(article)
    decided = decide(shown, weights) if weights else choose(article)
    triggers = frozenset(decided)
    chosen = {token: each.candidate for token, each in decided.items()}
    arguments = {token: _existing(each.arguments, triggers) for token, each in decided.items()}
    reporting = load_reporting(language)
    reports = read_reports(article, reporting, chosen, arguments)
    signs = load_signs(language)
    kinds = {token: candidate.entry.type for token, candidate in chosen.items()}
    drafts = [
        _draft(article, replace(decided[token], arguments=arguments[token]), reports, triggers) for token in chosen
    ]
    verdicts = [_modality(article, signs, chosen[draft.token], draft.time, kinds) for draft in drafts]
    if weights:
        verdicts = decide_modalities(shown, weights, list(zip(chosen.values(), verdicts, strict=True)), kinds)
    drafts = [
        replace(draft, modality=modality, reporting=draft.type in reporting.events)
        for draft, modality in zip(drafts, verdicts, strict=True)
    ]
    by_token = {draft.token: draft for draft in drafts}
    phrases = {noun: by_token[verb] for noun, verb in _told_by_phrases(article, chosen).items()}
    conveyed = {phrase.token for noun, phrase in phrases.items() if _is_anothers(phrase, by_token[noun])}
    covering = {noun: phrase for noun, phrase in phrases.items() if phrase.token not in conveyed}
    return [
        draft
        for draft in drafts
        if draft.token not in conveyed
        if draft.token not in covering or draft.modality != signs.default or _may_be_one(covering[draft.token], draft)
    ]


def _modality(article: Article, signs: Signs, candidate: Candidate, time: Time | None, kinds: Mapping[int, str]) -> str:
    """Give the modality of an event by the rules."""
    found = read_modality(article, signs, candidate.token, candidate.entry.modality, kinds)
    return in_time(article, signs, found, time)


def choose(article: Article) -> dict[int, Decided]:
    """For each trigger its first reading whose needed roles are filled, and the arguments found."""
    found = find_triggers(article.tree, article.lexicon)
    tokens = frozenset(candidates[0].token for candidates in found)
    decided: dict[int, Decided] = {}
    for candidates in found:
        for candidate in candidates:
            if is_barred(article, candidate):
                continue
            filled = fill_roles(article, candidate, tokens)
            if set(candidate.entry.needs) <= {each.role for each in filled}:
                decided[candidate.token] = Decided(candidate, filled)
                break
    return decided


def _told_by_phrases(article: Article, chosen: Mapping[int, Candidate]) -> dict[int, int]:
    """Give the objects that make up a phrase with their verb ("lift sanctions", "reaffirm support"), with that verb."""
    tree = article.tree
    return {
        child: token
        for token, candidate in chosen.items()
        if tree.is_part(token, "verb")
        for child in companions_of(tree, candidate)
        if child in chosen and tree.links[child] in (Link.OBJECT, Link.PASSIVE_SUBJECT)
    }


def _is_anothers(phrase: Draft, noun: Draft) -> bool:
    """Whether a phrase's noun tells whose it is, and that is not who hands it on ("conveyed the thanks of X")."""
    return phrase.type == noun.type and bool(noun.keys(AGENT)) and not phrase.keys(AGENT) & noun.keys(AGENT)


def _may_be_one(phrase: Draft, noun: Draft) -> bool:
    """Whether a phrase and its noun tell the same: then they are put together as any two tellings."""
    if phrase.type != noun.type:
        return False
    return not phrase.keys(AGENT) or not noun.keys(AGENT) or bool(phrase.keys(AGENT) & noun.keys(AGENT))


def build_events(happenings: list[Happening]) -> tuple[Event, ...]:
    """Events from happenings: all triggers, the union of the roles, the most exact time.

    A word that tells of nobody, no place and no other event ("after long talks") makes no event, nor does a report
    by nobody.
    """
    spoken = [group for group in happenings if group.keys(AGENT) or not group.drafts[0].reporting]
    told = [group for group in spoken if group.keys(AGENT, RECIPIENT, PLACE, TOPIC)]
    tokens = {draft.token for group in told for draft in group.drafts}
    kept = [group for group in spoken if group in told or group.topics() & tokens]
    keys = {draft.token: f"ev{number}" for number, group in enumerate(kept, 1) for draft in group.drafts}
    return tuple(_event(group, keys) for group in kept)


def _existing(arguments: tuple[Argument, ...], triggers: frozenset[int]) -> tuple[Argument, ...]:
    return tuple(argument for argument in arguments if argument.key is not None or argument.token in triggers)


def _draft(article: Article, decided: Decided, reports: list[Report], triggers: frozenset[int]) -> Draft:
    candidate, token, arguments = decided.candidate, decided.candidate.token, decided.arguments
    places = tuple(read_places(article, candidate, triggers))
    arguments += _place(places, arguments)
    arguments += _source(article, candidate, arguments, reports)
    topics = tuple(a.token for a in arguments if a.role == TOPIC and a.key is None)
    return Draft(
        token=token,
        type=candidate.entry.type,
        trigger=_trigger(article, token),
        arguments=tuple(argument for argument in arguments if argument.key is not None),
        topics=tuple(topic for topic in topics or topics_of(article, reports, token) if topic != token),
        time=find_time(article, token, triggers),
        confidence=_confidence(candidate, arguments) if decided.confidence is None else decided.confidence,
        office=_office(article, candidate),
        definite=article.tree.is_definite(token),
        sided=article.ontology.event_types[candidate.entry.type].sided,
        places=places,
    )


def _place(places: tuple[Argument, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Give the first place that the phrases around a trigger name, where the trigger itself says none."""
    if any(argument.role == PLACE for argument in arguments):
        return ()
    found = first_place(places, arguments)
    return (found,) if found else ()


def _source(
    article: Article, candidate: Candidate, arguments: tuple[Argument, ...], reports: list[Report]
) -> tuple[Argument, ...]:
    """Give who reports an event, where the trigger does not say it itself; one's own words need no source."""
    if any(argument.role == SOURCE for argument in arguments):
        return ()
    agents = {argument.key for argument in arguments if argument.role == AGENT}
    sources = [a for a in sources_of(reports, candidate.token) if a.key and may_report(article, candidate, a.key)]
    return tuple(source for source in sources if source.key not in agents)


def _confidence(candidate: Candidate, arguments: tuple[Argument, ...]) -> float:
    sure = [argument.confidence for argument in arguments if argument.role in (AGENT, RECIPIENT)]
    return candidate.confidence * (0.5 + 0.5 * (sum(sure) / len(sure) if sure else 0.0))


def _office(article: Article, candidate: Candidate) -> str | None:
    """Give the title that an appointment or resignation is about: the office mention in the entry's functions."""
    for filler in read_functions(article.tree, candidate.token, article.lexicon.light):
        if filler.function in candidate.entry.office:
            mention = article.at.get(filler.token)
            if mention is not None and article.spans[mention].label_ == OFFICE:
                return str(article.spans[mention].text)
    return None


def _trigger(article: Article, token: int) -> Mention:
    word = article.doc[token]
    sentence = word.sent
    return Mention(word.idx, word.idx + len(word), word.text, EVENT, sentence.start_char, sentence.end_char)


def _event(group: Happening, keys: Mapping[int, str]) -> Event:
    first = group.drafts[0]
    own = keys[first.token]
    roles = [Role(a.role, a.key) for draft in group.drafts for a in draft.arguments if a.key is not None]
    topics = [keys[topic] for draft in group.drafts for topic in draft.topics if topic in keys]
    roles += [Role(TOPIC, topic) for topic in topics if topic != own]
    return Event(
        key=own,
        type=first.type,
        triggers=tuple(draft.trigger for draft in group.drafts),
        roles=_fuse(roles),
        time=time_of(group),
        implied=group.implied is not None,
        modality=first.modality,
        confidence=round(max(draft.confidence for draft in group.drafts), 3),
        office=next((draft.office for draft in group.drafts if draft.office), None),
    )


def _fuse(roles: list[Role]) -> tuple[Role, ...]:
    """Each role once, by role and in text order; who acts is not also acted upon."""
    unique = list(dict.fromkeys(roles))
    agents = {role.filler for role in unique if role.name == AGENT}
    people = {role.filler for role in unique if role.name in (AGENT, RECIPIENT)}
    kept = [role for role in unique if not (role.name == RECIPIENT and role.filler in agents)]
    kept = [role for role in kept if not (role.name == TOPIC and role.filler in people)]
    order = [AGENT, RECIPIENT, PLACE, TOPIC, SOURCE]
    return tuple(sorted(kept, key=lambda role: order.index(role.name)))
