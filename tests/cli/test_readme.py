"""The README says what is so: its commands and its Python are run, its output is compared."""

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from kg.examples import FOLDER
from kg.export import ENDINGS
from kg.languages import codes
from kg.languages import table as language_table
from kg.ontology import load_ontology

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def commands():
    """Each command of the console blocks, with the output that is shown under it."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = part.partition("\n")
            yield line, output


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with the example articles."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(FOLDER, tmp_path / "articles", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path


def comparable(output):
    """How many entities and events the articles give changes as reading gets better.

    On a busy machine a command also says how long its parts take.
    """
    lasting = re.sub(r"^.+: \d+ s\n", "", output.replace("\r\n", "\n"), flags=re.MULTILINE)
    return re.sub(r"\d+ (entities|events)", r"… \1", lasting)


def test_its_commands_do_what_it_says(kg, folder):
    done = 0
    for line, output in commands():
        program, *arguments = shlex.split(line)
        assert program == "kg"
        ended = kg(*arguments)
        assert (line, ended.status, ended.err if ended.status else "") == (line, 0, "")
        if output:
            assert comparable(ended.out + ended.err) == comparable(output)
        done += 1
    assert done >= 8
    assert (folder / "kg-store").is_dir()


def test_its_python_gives_what_it_says(folder):
    (block,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", None, 0)
    assert len(test.examples) >= 10
    said = []
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(test, out=said.append)
    assert runner.failures == 0, "".join(said)


def test_its_two_commands_are_one_line_each_and_the_second_is_what_is_checked():
    first, second = (block.strip() for block in blocks("sh"))
    assert "\n" not in first + second
    assert first.endswith(".venv/bin/kg demo")
    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_its_tables_are_complete():
    assert all(f"`{ending}`" in README for ending in ENDINGS)
    for code in codes():
        tables = sorted(file.name for file in (ROOT / "kg" / "languages" / code).glob("*.toml"))
        assert len(tables) >= 10
        assert all(f"`{name}`" in README for name in tables)
    assert language_table("de", "language")
    concrete = [each for each in load_ontology().event_types if each != "Event"]
    assert f"one of {len(concrete)} classes" in README
