"""The training loop: batches of examples, one optimizer, averaged weights at the end.

In: a pipeline, examples and a `Plan`. Out: the pipeline's named components, trained. Same seed, same weights.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import fix_random_seed
from thinc.api import Adam, Model, Optimizer, warmup_linear


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how carefully: passes over the examples, words in a batch, share of activations dropped."""

    epochs: int
    words: int = 300
    dropout: float = 0.15
    rate: float = 0.002
    seed: int = 7


Report = Callable[[int, dict[str, float]], None]


def run(nlp: Language, components: Sequence[str], examples: list[Example], plan: Plan, report: Report) -> None:
    """Train the components on the examples; `report` hears the number and the losses of each pass."""
    fix_random_seed(plan.seed)
    chance = random.Random(plan.seed)  # noqa: S311
    optimizer = _optimizer(plan, sum(len(example.reference) for example in examples))
    with nlp.select_pipes(enable=list(components)):
        for epoch in range(plan.epochs):
            losses: dict[str, float] = {}
            shuffled = chance.sample(examples, len(examples))
            for batch in minibatch_by_words(shuffled, plan.words):
                nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses)
                optimizer.step_schedules()
            report(epoch, losses)
    for name in components:
        _use_averages(nlp.get_pipe(name).model, optimizer.averages)


def _optimizer(plan: Plan, words: int) -> Optimizer:
    """Make Adam with weight decay; the rate rises over the first tenth of the steps, then falls to nothing."""
    steps = max(2, plan.epochs * words // plan.words)
    return Adam(warmup_linear(plan.rate, max(1, steps // 10), steps), L2=0.01, grad_clip=1.0, use_averages=True)


def _use_averages(model: Model[Any, Any], averages: dict[tuple[int, str], Any]) -> None:
    """Put the averages over the last steps in the place of the weights."""
    for node in model.walk():
        for name in node.param_names:
            if (node.id, name) in averages:
                node.set_param(name, averages[node.id, name])
