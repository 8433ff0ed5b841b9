"""Training that was cut off goes on where it was: everything the next pass depends on, in one file.

In: the networks that are trained, the optimizer, and how many passes are done. Out: a file, and all of it as it was, so
that a run in two parts gives the same bytes as one in one part.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import srsly
from thinc.api import Model, Optimizer

Network: TypeAlias = Model[Any, Any]


@dataclass(slots=True)
class Training:
    """A stage of training: what changes from step to step; `passes` and `steps` are done."""

    networks: Sequence[Network]
    optimizer: Optimizer
    chance: random.Random
    passes: int = 0
    steps: int = 0
    _parameters: list[tuple[Network, str]] = field(default_factory=list)

    def parameters(self) -> list[tuple[Network, str]]:
        """Give the networks' parameters, each once, in the order in which the networks hold them."""
        if not self._parameters:
            nodes = {node.id: node for network in self.networks for node in network.walk()}
            self._parameters = [(node, name) for node in nodes.values() for name in node.param_names]
        return self._parameters


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where the state of a training is kept; `key` says what is trained how: no other training goes on from it."""

    file: Path
    key: str

    def save(self, training: Training) -> None:
        """Write the state; a file that is cut off while it is written never takes the place of the last one."""
        state = {
            "key": self.key,
            "passes": training.passes,
            "steps": training.steps,
            "chance": _listed(training.chance.getstate()),
            "numpy": _listed(np.random.get_state()),
            "parameters": [_state(training.optimizer, node, name) for node, name in training.parameters()],
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_name(f"{self.file.name}.new")
        new.write_bytes(srsly.msgpack_dumps(state))
        new.replace(self.file)

    def restore(self, training: Training) -> None:
        """Put the written state back, if there is one of this training."""
        state = srsly.msgpack_loads(self.file.read_bytes()) if self.file.exists() else {}
        if state.get("key") != self.key:
            return
        training.passes, training.steps = state["passes"], state["steps"]
        training.chance.setstate(_tupled(state["chance"]))
        np.random.set_state(_tupled(state["numpy"]))
        for _ in range(training.steps):
            training.optimizer.step_schedules()
        for (node, name), saved in zip(training.parameters(), state["parameters"], strict=True):
            _restore(training.optimizer, node, name, saved)


def _state(optimizer: Optimizer, node: Network, name: str) -> dict[str, Any] | None:
    """Give a parameter and what the optimizer knows about it; None for one that was never changed."""
    if not node.has_param(name):
        return None
    key = (node.id, name)
    known = {part: getattr(optimizer, part).get(key) for part in ("mom1", "mom2", "averages")}
    return {"value": node.get_param(name), "updates": optimizer.nr_update.get(key, 0), **known}


def _restore(optimizer: Optimizer, node: Network, name: str, saved: dict[str, Any] | None) -> None:
    if saved is None:
        return
    node.set_param(name, saved["value"].copy())
    key = (node.id, name)
    if saved["updates"]:
        optimizer.nr_update[key] = saved["updates"]
        for part in ("mom1", "mom2", "averages"):
            getattr(optimizer, part)[key] = saved[part].copy()


def _listed(value: object) -> object:
    """Give nested tuples as lists, for the file."""
    return [_listed(part) for part in value] if isinstance(value, tuple) else value


def _tupled(value: Any) -> Any:  # noqa: ANN401 (as deep as the generators' states are)
    """Give nested lists as tuples, as the random number generators want their states."""
    return tuple(_tupled(part) for part in value) if isinstance(value, list | tuple) else value
