"""The training loop: batches of examples, one optimizer, averaged weights at the end.

In: a pipeline, examples and a `Stage`. Out: the stage's components, trained. Same seed, same weights, whether in one
run or in several.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import fix_random_seed
from thinc.api import Adam, Model, Optimizer, set_dropout_rate, warmup_linear

from kg.learn.checkpoint import Checkpoint, Training


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how carefully: passes over the examples, words in a batch, share of activations dropped."""

    epochs: int
    words: int = 300
    dropout: float = 0.15
    rate: float = 0.002
    seed: int = 7


Report = Callable[[int, dict[str, float]], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """Which components are trained how; `report` hears the number and the losses of each pass.

    With a `checkpoint` the state is kept after each pass, and a run that was cut off goes on where it was.
    """

    components: tuple[str, ...]
    plan: Plan
    report: Report
    checkpoint: Checkpoint | None = None


def run(nlp: Language, examples: list[Example], stage: Stage) -> None:
    """Train the components of a stage on the examples."""
    plan = stage.plan
    fix_random_seed(plan.seed)
    pipes: list[TrainablePipe] = [nlp.get_pipe(name) for name in stage.components]
    optimizer = _optimizer(plan, sum(len(example.reference) for example in examples))
    training = Training([pipe.model for pipe in pipes], optimizer, random.Random(plan.seed))  # noqa: S311
    if stage.checkpoint:
        stage.checkpoint.restore(training)
    while training.passes < plan.epochs:
        losses = _pass(pipes, examples, plan, training)
        stage.report(training.passes, losses)
        if stage.checkpoint:
            stage.checkpoint.save(training)
    for network in training.networks:
        set_dropout_rate(network, 0.0)
        _use_averages(network, optimizer.averages)


def _pass(pipes: Sequence[TrainablePipe], examples: list[Example], plan: Plan, training: Training) -> dict[str, float]:
    """Go through all examples once; unlike `Language.update` it does not copy them each time, a fifth of the work."""
    losses: dict[str, float] = {}
    shuffled = training.chance.sample(examples, len(examples))
    for batch in minibatch_by_words(shuffled, plan.words):
        for pipe in pipes:
            pipe.update(batch, sgd=None, drop=plan.dropout, losses=losses)
        for pipe in pipes:
            pipe.finish_update(training.optimizer)
        training.optimizer.step_schedules()
        training.steps += 1
    training.passes += 1
    return losses


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
