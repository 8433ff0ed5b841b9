"""What a feature looks at, in words.

In: the name of a feature. Out: the first sentence of its docstring.
"""

from types import ModuleType

from kg.resolve import agreement, groups, score


def feature_meaning(name: str) -> str:
    """The explanation of a feature of a judgement; empty for a name that is none of today's."""
    for module in (score, agreement, groups):
        if (said := _documented(module, name)) is not None:
            return said
    return ""


def _documented(module: ModuleType, name: str) -> str | None:
    found = (getattr(module, spelled, None) for spelled in (name, f"{name}_", f"_{name}"))
    return next((each.__doc__.strip().split("\n")[0] for each in found if callable(each) and each.__doc__), None)
