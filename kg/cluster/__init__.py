"""Beyond one machine: the same graph, built by many processes on as many machines as a cluster has.

In: inputs on any file system, an engine that has workers. Out: N-Quads in parts on any file system, the same quads as a
store would hold. Workers read, annotate and extract; they compare what blocks bring together, divide what hangs
together, and write the quads. What of resolution is but bookkeeping is done by the process that asks.
"""

from kg.cluster.build import Job, build
from kg.cluster.engine import Engine

__all__ = ["Engine", "Job", "build"]
