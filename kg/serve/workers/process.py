"""One worker, as the service sees it.

In: jobs. Out: replies; or `Died`, where the job was more than the process could take.
"""

import asyncio
import os
import signal
import sys
from contextlib import AsyncExitStack, suppress
from typing import Final, Self

from kg.serve.settings import Settings
from kg.serve.workers.job import Job, Reply, dumped, reply

PROGRAM: Final = "kg.serve.workers"
# How much less of the processors a long query gets than a short one.
NICE: Final = 10


class Died(Exception):  # noqa: N818 - what became of it
    """The worker ended in the middle of a job; `number` is the signal, or 0."""

    def __init__(self, number: int) -> None:
        super().__init__(f"a worker ended by signal {number}")
        self.number = number


class Worker:
    """A process that does one job after the other; made by `start`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.slowed = False

    @classmethod
    async def start(cls, settings: Settings) -> Self:
        """Start a process. Raises Died where it does not come to its first job."""
        limits = (settings.timeout, settings.answer_bytes, settings.memory_bytes)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", PROGRAM, *map(str, limits)),
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.DEVNULL,
        )
        worker = cls(process)
        async with AsyncExitStack() as undone:
            undone.push_async_callback(lambda: asyncio.shield(worker.end()))
            await worker.heard()
            undone.pop_all()
        return worker

    @property
    def alive(self) -> bool:
        """Whether it can take another job."""
        return self._process.returncode is None

    async def ask(self, job: Job) -> Reply:
        """Have a job done. Raises Died."""
        if self._process.stdin is not None:
            with suppress(ConnectionError):
                self._process.stdin.write(dumped(job))
                await self._process.stdin.drain()
        return await self.heard()

    async def heard(self) -> Reply:
        """Give the next thing it says. Raises Died."""
        line = await self._process.stdout.readline() if self._process.stdout else b""
        if line.endswith(b"\n"):
            return reply(line)
        raise Died(-min(await self._process.wait(), 0))

    def slow(self) -> None:
        """Let others go first from now on."""
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, NICE)
            self.slowed = True

    async def end(self) -> None:
        """End the process, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        await self._process.wait()
