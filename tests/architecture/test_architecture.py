"""The house rules, read from the files: who imports whom, what Python may not spell, how large things may be."""

import ast
from pathlib import Path

import pytest

import kg
from kg.languages import FOLDER as LANGUAGES
from kg.languages import codes, table
from kg.ontology import load_ontology

PACKAGE = Path(kg.__file__).parent
FILES = sorted(file for file in PACKAGE.rglob("*.py") if "__pycache__" not in file.parts)
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60

COMMON = {"model", "errors", "languages", "ontology", "gazetteer", "weights", "linear"}
LINE = ["read", "annotate", "extract", "resolve", "graph", "store"]
# Part of the package → the parts it may import beside itself.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "garbage": set(),
    "weights": {"errors"},
    "linear": {"errors"},
    "languages": {"errors"},
    "ontology": {"errors", "model"},
    "gazetteer": {"errors", "model", "languages", "ontology"},
    **{station: COMMON | set(LINE[:place]) for place, station in enumerate(LINE)},
    "query": COMMON | set(LINE),
    "export": COMMON | set(LINE) | {"query"},
    "validate": COMMON | set(LINE) | {"query"},
    "serve": COMMON | set(LINE) | {"query", "export"},
    "knowledge": COMMON,
    "learn": COMMON | {"annotate", "extract", "resolve"},
    "examples": set(),
    "article": COMMON | {"annotate", "extract"},
    "reader": COMMON,
    "parallel": COMMON | set(LINE) | {"article", "garbage", "reader"},
    "pipeline": COMMON | set(LINE) | {"garbage", "parallel", "reader"},
    "integrity": COMMON | set(LINE) | {"pipeline", "validate"},
    "judge": COMMON | set(LINE) | {"pipeline"},
    "library": COMMON | set(LINE) | {"query", "export", "validate", "integrity", "judge", "pipeline", "knowledge"},
    "__init__": {"library"},
    "cluster": COMMON | set(LINE) | {"parallel", "pipeline"},
    "cli": {
        *COMMON,
        *LINE,
        *("query", "export", "validate", "integrity", "serve", "knowledge", "judge", "learn", "cluster"),
        *("examples", "article", "parallel", "pipeline", "library"),
    },
}
# The relations of Universal Dependencies, version 2.
RELATIONS = set(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "  # noqa: SIM905
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)
# Words that mean something else too: in Python, and as names of the neutral functions (kg/extract/grammar.py).
HOMONYMS = {"case", "root", "list", "mark", "compound", "flat", "fixed", "parataxis"}
# What relations of office lead to is a word of the graph's own vocabulary, as is the modality of what happened.
VOCABULARY = {("graph/namespaces.py", "Office")}
# Turns tables of facts into the gazetteer: knows which table holds what, and in which languages.
WRITER = "learn/gazetteer/"
# The language of the labels of what the ontology declares and of the sentences made for people.
LABELS = "en"


def parsed(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file):
    return str(file.relative_to(PACKAGE))


def part_of(file):
    relative = file.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported(tree):
    """The parts of kg that a module imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the station"
            names = [f"{node.module}.{alias.name}" if node.module == "kg" else node.module for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("kg."))


def strings(tree):
    """The string literals of a module with their lines; neither docstrings nor the names in __all__."""
    silent = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets):
            silent |= {id(each) for each in ast.walk(node.value)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value, node.lineno


def test_all_files_are_looked_at():
    assert len(FILES) > 200
    assert {part_of(file) for file in FILES} == set(ALLOWED)


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_a_part_imports_only_what_comes_before_it(part):
    found = {
        (name_of(file), other)
        for file in FILES
        if part_of(file) == part
        for other in imported(parsed(file))
        if other != part and other not in ALLOWED[part]
    }
    assert not found


def test_every_module_says_what_it_is_for():
    assert not [name_of(file) for file in FILES if not ast.get_docstring(parsed(file))]


def test_no_file_and_no_function_is_long():
    assert not [name_of(file) for file in FILES if len(file.read_text(encoding="utf-8").splitlines()) > MOST_LINES]
    long = [
        f"{name_of(file)}: {node.name}"
        for file in FILES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert not long


def test_python_spells_no_class_of_the_ontology():
    ontology = load_ontology()
    names = {*ontology.event_types, *ontology.entity_types}
    assert len(names) > 60
    found = {
        (name_of(file), text)
        for file in FILES
        if not name_of(file).startswith(WRITER)
        for text, _ in strings(parsed(file))
        if text in names
    }
    assert found == VOCABULARY


def test_python_spells_no_label_of_a_parser():
    labels = RELATIONS - HOMONYMS
    assert len(RELATIONS) == 37
    found = [
        f"{name_of(file)}:{line}: {text}"
        for file in FILES
        for text, line in strings(parsed(file))
        if text.partition(":")[0] in labels
    ]
    assert not found


def test_only_the_command_line_prints():
    found = [
        name_of(file)
        for file in FILES
        if part_of(file) != "cli"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not found


def test_all_languages_have_the_same_tables():
    tables = {code: {file.stem for file in (LANGUAGES / code).glob("*.toml")} for code in codes()}
    assert sorted(tables) == ["de", "en", "fr"]
    for code, names in tables.items():
        assert names == tables["de"]
        assert len(names) >= 10
        assert all(table(code, name) for name in names)


def test_python_knows_no_language():
    found = [
        f"{name_of(file)}:{line}: {text}"
        for file in FILES
        if not name_of(file).startswith(WRITER)
        for text, line in strings(parsed(file))
        if text in codes() and text != LABELS
    ]
    assert not found
