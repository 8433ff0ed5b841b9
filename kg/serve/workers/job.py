"""What travels between the service and its workers, one line of JSON each.

In: jobs and replies. Out: bytes and back.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Final

# Exit statuses and signals by which a worker ends that did nothing wrong.
OK: Final = 200


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request names (SPARQL 1.1 Protocol, 2.1.4); None for both: as the query says."""

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        """Whether the request names any graph."""
        return self.default is not None or self.named is not None


@dataclass(frozen=True, slots=True)
class Job:
    """Something to answer from the state of the store in the folder `graph`, into `file`.

    `sparql`: the query, with `base` for its relative IRIs; or, where that is None, the graph `name` ("" for the
    default graph). `rows` and `triples`: the formats that the client takes, None where it takes none.
    """

    graph: str
    file: str
    sparql: str | None = None
    name: str = ""
    base: str = ""
    dataset: Dataset = field(default_factory=Dataset)
    rows: str | None = None
    triples: str | None = None
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """How it ended: an HTTP status, the format of the answer in `file`, and where there is none the reason."""

    status: int
    format: str = ""
    reason: str = ""


def dumped(message: Job | Reply) -> bytes:
    """Give a message as one line."""
    return json.dumps(asdict(message)).encode() + b"\n"


def job(line: bytes) -> Job:
    """Give the job that was dumped."""
    data = json.loads(line)
    dataset = {key: None if names is None else tuple(names) for key, names in data["dataset"].items()}
    return Job(**{**data, "dataset": Dataset(**dataset), "services": tuple(data["services"])})


def reply(line: bytes) -> Reply:
    """Give the reply that was dumped."""
    return Reply(**json.loads(line))
