"""Ray as engine: processes on all machines of a cluster, each with the models it needs loaded once.

In: the address of a Ray cluster. Out: an Engine. A worker that dies is started again, and what it worked on is tried
again, and then alone by a new one.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from kg.cluster.engine import Item, Lost, Result
from kg.errors import Stop

if TYPE_CHECKING:
    from ray.actor import ActorHandle

LOCAL: Final = "local"
# So many items wait for each worker, so that it never waits for one.
AHEAD: Final = 2
_MISSING: Final = "The engine ray is not installed: pip install 'newskg[ray]'"
# One thread of numeric libraries for each worker: workers are what there is one of for each processor.
ENVIRONMENT: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Ray:
    """Workers of a Ray cluster; a context manager.

    `address`: of a cluster that runs ("auto": the one of this machine, "HOST:PORT", "ray://HOST:PORT"), or "local" for
    one that lives as long as this; `workers`: how many, else as many as the cluster has processors. Raises Stop where
    Ray is not installed or the cluster cannot be reached.
    """

    def __init__(self, address: str = LOCAL, workers: int | None = None) -> None:
        try:
            import ray
        except ImportError:
            raise Stop(_MISSING) from None
        self._ray = ray
        self._joined = not ray.is_initialized()
        if self._joined:
            self._join(address, workers)
        processors = max(1, int(ray.cluster_resources().get("CPU", 1)))
        # A worker for whom there is no processor would never begin.
        self.workers = min(workers or processors, processors)
        make = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=1)(_Worker)
        self._alone = ray.remote(num_cpus=0)(_Worker)
        self._actors: list[ActorHandle] = [make.remote() for _ in range(self.workers)]

    def _join(self, address: str, workers: int | None) -> None:
        own = {"num_cpus": workers, "include_dashboard": False} if address == LOCAL else {}
        try:
            self._ray.init(
                address=address,
                runtime_env={"env_vars": ENVIRONMENT},
                log_to_driver=False,
                logging_level="error",
                **own,
            )
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise Stop(f"The Ray cluster {address} cannot be reached: {' '.join(str(error).split())}") from None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
        """As `Engine.map` says."""
        waiting: deque[Any] = deque()
        idle = deque(actor for _ in range(AHEAD) for actor in self._actors)
        working: dict[Any, ActorHandle] = {}
        for item in items:
            while not idle:
                (done, *_), _ = self._ray.wait(list(working))
                idle.append(working.pop(done))
            actor = idle.popleft()
            reference = actor.do.remote(function, item)
            working[reference] = actor
            waiting.append((item, reference))
            # Results are taken in order; what comes early is kept by Ray, and not without end.
            while len(waiting) > 2 * AHEAD * self.workers:
                yield self._result(function, *waiting.popleft())
        while waiting:
            yield self._result(function, *waiting.popleft())

    def _result(self, function: Callable[[Item], Result], item: Item, reference: Any) -> Any:  # noqa: ANN401
        """What the function gave. With a worker ends what waits for it, so that is tried again by one that is new."""
        try:
            return self._got(reference)
        except self._ray.exceptions.RayActorError:
            worker = self._alone.remote()
        try:
            return self._got(worker.do.remote(function, item))
        except self._ray.exceptions.RayActorError as error:
            return Lost(" ".join(str(error).split()))
        finally:
            self._ray.kill(worker)

    def _got(self, reference: Any) -> Any:  # noqa: ANN401
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from None

    def close(self) -> None:
        """End the workers."""
        for actor in self._actors:
            self._ray.kill(actor)
        if self._joined:
            self._ray.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """A process that does what it is told; what it has loaded stays loaded."""

    def do(self, function: Callable[[Item], Result], item: Item) -> Result:
        return function(item)
