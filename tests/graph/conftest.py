import runpy
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sample():
    return runpy.run_path(str(Path(__file__).parents[1] / "graph" / "sample.py"))["SAMPLE"]
