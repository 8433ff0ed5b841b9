"""The workers of a service.

In: jobs, from many clients at once. Out: replies. A job that takes too long is ended; a client that goes away ends its
job; as many workers are started as are needed so that a few long jobs do not hold up short ones.
"""

import asyncio
import os
import signal
from collections import deque
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from typing import Final

from kg.serve.faults import TOO_MUCH, Refused
from kg.serve.settings import Settings
from kg.serve.workers.job import Job, Reply
from kg.serve.workers.process import Died, Worker

# Seconds without any worker coming free, after which another one is started for those who wait.
PATIENCE: Final = 0.4
# Seconds after which a job counts as long and gets less of the processors. Its worker is ended after it, as a process
# may not take back what it gave away.
LONG: Final = 5.0

_BUSY: Final = "The service is busy with other queries; try again in a few seconds"
_SLOW: Final = "The query was ended: it took longer than {seconds:g} seconds. Ask for less, or add a LIMIT"
_DEEP: Final = "The query is nested too deeply"
_HEAVY: Final = "The query was ended: it needs more memory than this service gives. Ask for less, or add a LIMIT"
_LOST: Final = "The query was ended by a fault of this service"


class Pool:
    """The workers; `close` ends them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._kept = min(os.cpu_count() or 1, settings.workers)
        self._count = 0
        self._idle: list[Worker] = []
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._moved = 0.0
        self._starting = 0
        self._closing = False

    async def warm(self) -> None:
        """Start the workers that are always there."""
        workers = await asyncio.gather(*(self._start() for _ in range(self._kept)))
        for worker in workers:
            self._release(worker)

    async def ask(self, job: Job) -> Reply:
        """Have a job done, in the time that a query may take.

        Raises Refused where it takes longer, is more than a worker can take, or no worker comes free.
        """
        try:
            async with self._worker() as worker:
                return await self._asked(worker, job)
        except Died as death:
            raise _refusal(death) from None

    async def _asked(self, worker: Worker, job: Job) -> Reply:
        slowing = asyncio.get_running_loop().call_later(LONG, worker.slow)
        try:
            return await asyncio.wait_for(worker.ask(job), self._settings.timeout)
        except TimeoutError:
            raise Refused(TOO_MUCH, _SLOW.format(seconds=self._settings.timeout)) from None
        finally:
            slowing.cancel()

    async def close(self) -> None:
        """End all workers that wait for jobs; those that work end with their jobs."""
        self._closing = True
        while self._idle:
            await self._idle.pop().end()

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[Worker]:
        """A worker for one job; ended where the job did not come to its end."""
        worker = await self._free()
        done = False
        try:
            yield worker
            done = True
        finally:
            if done and worker.alive and not worker.slowed and not self._closing:
                self._release(worker)
            else:
                self._count -= 1
                await asyncio.shield(worker.end())

    async def _free(self) -> Worker:
        """The next worker that is free, or a new one."""
        if self._idle:
            return self._idle.pop()
        if self._count < self._kept:
            return await self._start()
        place: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            return await asyncio.wait_for(self._waited(place), self._settings.timeout)
        except TimeoutError:
            raise Refused(503, _BUSY, {"Retry-After": "5"}) from None
        finally:
            if place in self._waiting:
                self._waiting.remove(place)

    async def _waited(self, place: asyncio.Future[Worker]) -> Worker:
        loop = asyncio.get_running_loop()
        while True:
            try:
                await asyncio.wait({place}, timeout=PATIENCE)
            except asyncio.CancelledError:
                # Nobody waits any more; a worker that came at this very moment is for the next.
                if place.done():
                    self._release(place.result())
                raise
            if place.done():
                return place.result()
            stuck = loop.time() - self._moved > PATIENCE and not self._starting
            if self._count < self._kept or (stuck and self._count < self._settings.workers):
                self._waiting.remove(place)
                return await self._start()

    async def _start(self) -> Worker:
        self._count += 1
        self._starting += 1
        try:
            with ExitStack() as undone:
                undone.callback(self._discount)
                worker = await Worker.start(self._settings)
                undone.pop_all()
            return worker
        finally:
            self._starting -= 1
            self._moved = asyncio.get_running_loop().time()

    def _discount(self) -> None:
        self._count -= 1

    def _release(self, worker: Worker) -> None:
        self._moved = asyncio.get_running_loop().time()
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(worker)
                return
        self._idle.append(worker)


def _refusal(death: Died) -> Refused:
    if death.number == signal.SIGSEGV:
        return Refused(400, _DEEP)
    if death.number in {signal.SIGABRT, signal.SIGKILL}:
        return Refused(TOO_MUCH, _HEAVY)
    return Refused(500, _LOST)
