"""The command line starts without what only some commands need."""

import subprocess
import sys

HEAVY = ["spacy", "thinc", "numpy", "networkx", "rdflib", "pyshacl", "trafilatura", "py3langid"]


def test_help_loads_nothing_heavy():
    code = f"import sys, kg.cli.app; print([name for name in {HEAVY} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_the_package_itself_loads_no_station():
    code = "import sys, kg; print(sorted(name for name in sys.modules if name.startswith('kg.')))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_an_unknown_argument_is_named(kg):
    assert "No such option: --nothing" in kg("build", "--nothing").err
