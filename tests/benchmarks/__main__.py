"""All benchmarks: `python -m tests.benchmarks [--share 0.1] [--only NAME ...] [--output FILE]`.

In: the share of the full size that is run (1: as the aims say it, which takes hours; 0.1 a quarter of one), the groups.
Out: one table on the terminal, and the same as JSON in a file. Exit status 1 where an aim is missed.
"""

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.figure import Figure
from tests.benchmarks.groups import GROUPS, figures_of


def main() -> int:
    """Run what is asked for, one after the other, each group in a process of its own."""
    asked = _asked()
    figures = []
    # What one group leaves in memory would count for the next.
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        for name in asked.only or GROUPS:
            sys.stderr.write(f"{name} ...\n")
            figures += processes.submit(figures_of, name, asked.share).result()
    Console(width=150).print(_table(figures))
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    said = [{**asdict(each), "ratio": each.ratio, "aim": each.aim, "holds": each.holds} for each in figures]
    asked.output.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    return int(not all(each.holds for each in figures))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--share", type=float, default=0.1, help="of the full size (default: %(default)s)")
    parser.add_argument("--only", nargs="+", choices=GROUPS, help="groups to run (default: all)")
    parser.add_argument("--output", type=Path, default=Path(".benchmarks/figures.json"), help="default: %(default)s")
    return parser.parse_args()


def _table(figures: list[Figure]) -> Table:
    shown = Table("figure", "ours", "baseline", "ratio", "what is compared", "aim", "", header_style="bold")
    for each in figures:
        baseline = "" if each.baseline is None else f"{each.baseline:,.3g} {each.unit}"
        ratio = "" if each.ratio is None else f"{each.ratio:.2f}"
        shown.add_row(
            each.name, f"{each.ours:,.3g} {each.unit}", baseline, ratio, each.how, each.aim, "✓" if each.holds else "✗"
        )
    return shown


if __name__ == "__main__":
    sys.exit(main())
