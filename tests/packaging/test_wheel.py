"""The wheel: everything that the program needs and nothing else; installed elsewhere it does the main job."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from kg.export import ENDINGS, export, missing, targets
from kg.languages import codes
from kg.store import open_store

ROOT = Path(__file__).parents[2]
# Of the page the wheel holds what is made of its sources, and no library's own files.
PAGE = "kg/serve/page/"
MADE = "kg/serve/page/dist/"
JUNK = {".pyc", ".pyo", ".orig", ".log", ".tmp", ".spacy"}


def run(*command, **settings):
    ended = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, **settings)
    assert ended.returncode == 0, ended.stderr
    return ended


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of the programs of a new environment: our wheel in it, its dependencies borrowed from this one."""
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    return folder / "bin"


def packaged(folder, place):
    return {f"{place}/{file.relative_to(folder)}" for file in folder.rglob("*") if file.is_file()}


def test_the_wheel_holds_the_package_and_the_ontologies(names):
    there = packaged(ROOT / "kg", "kg") | packaged(ROOT / "ontologies", "kg/ontologies")
    left_out = {
        name for name in there if "__pycache__" in name or (name.startswith(PAGE) and not name.startswith(MADE))
    }
    assert names == there - left_out
    assert not [name for name in names if Path(name).suffix in JUNK or Path(name).name.startswith(".")]


def test_the_wheel_holds_what_is_no_code(names):
    assert {f"kg/languages/{code}/model/{part}" for code in codes() for part in ("config.cfg", "ner/model")} <= names
    for folder, ending, least in [
        ("kg/examples/", (".txt", ".md", ".html", ".jsonl"), 5),
        ("kg/query/questions/", ".rq", 10),
        ("kg/ontologies/", ".ttl", 10),
        ("kg/ontologies/gazetteer/", ".ttl", 5),
        ("kg/export/", ".html", 1),
        ("kg/export/bundle/", ("standalone.js", "standalone.css"), 2),
        (MADE, ("index.html", "licences.json"), 2),
        (MADE, (".js", ".css"), 5),
        ("kg/languages/", ".toml", 30),
    ]:
        assert len([name for name in names if name.startswith(folder) and name.endswith(ending)]) >= least


def test_the_wheel_is_small_enough_to_be_downloaded(wheel):
    assert wheel.stat().st_size < 60_000_000


def test_the_main_job_runs_from_the_wheel(installed, example_store, one_thread, tmp_path):
    environment = {name: value for name, value in one_thread.items() if not name.startswith("PYTHON")}
    place = run(installed / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path, env=environment).stdout
    assert Path(place).is_relative_to(installed.parent)
    ended = run(installed / "kg", "demo", cwd=tmp_path, env=environment)
    assert "Marco Rubio" in ended.stdout
    assert "6 articles read, 0 failed. .kg-demo now holds 6 articles" in ended.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == [".kg-demo", "exports"]
    written = {file.name for file in (tmp_path / "exports").iterdir()}
    wanted = [file.name for ending in ENDINGS if not missing(ending) for file in targets(Path(f"news{ending}"))]
    assert len(wanted) > len(ENDINGS)
    assert written >= set(wanted)
    # Nothing in the graph tells where the program is installed.
    with open_store(example_store, create=False, read_only=True) as store:
        export(store, tmp_path / "here.nq")
    assert (tmp_path / "exports" / "news.nq").read_bytes() == (tmp_path / "here.nq").read_bytes()
