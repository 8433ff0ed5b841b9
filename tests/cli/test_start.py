"""The command line starts without what only some commands need."""

import subprocess
import sys

import kg.query
from kg.cli import options

HEAVY = [
    *("spacy", "thinc", "numpy", "networkx", "rdflib", "pyshacl", "trafilatura", "py3langid"),
    *("pyoxigraph", "msgspec", "rich", "kg.store", "kg.model", "kg.read", "kg.query", "kg.parallel", "kg.gazetteer"),
]


def test_help_loads_nothing_heavy():
    code = f"import sys, kg.cli.app; print([name for name in {HEAVY} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_the_formats_of_the_help_are_those_of_answers():
    assert kg.query.FORMATS == options.FORMATS


def test_the_package_itself_loads_no_station():
    code = "import sys, kg; print(sorted(name for name in sys.modules if name.startswith('kg.')))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_an_unknown_argument_is_named(kg):
    assert "No such option: --nothing" in kg("build", "--nothing").err
