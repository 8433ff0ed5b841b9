"""A picture of the graph for a report: PNG, SVG or PDF.

In: a drawing with positions. Out: bytes, the same for the same drawing. Nodes carry their labels where there is room,
the largest first; lines are green for cooperation, red for conflict, grey for what lasts, and have their relation
written on them as long as there are few.
"""

import io
import warnings
from typing import TYPE_CHECKING

from kg.export.model import Drawing
from kg.export.picture.canvas import HASH_SALT, PAPER, extent, figure
from kg.export.picture.labels import labels
from kg.export.picture.legend import legend
from kg.export.picture.shapes import edges, nodes

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["picture", "saved"]

DOTS_PER_INCH = 110
# The rims of text in SVG.
STYLE = f'<style type="text/css">text{{paint-order:stroke;stroke:{PAPER};stroke-width:2px}}'.encode()


def picture(drawing: Drawing, ending: str) -> bytes:
    """The picture in the format of a file name's ending: .png, .svg, .pdf."""
    frame = extent(drawing)
    canvas, axes = figure(frame)
    edges(axes, drawing)
    nodes(axes, drawing)
    labels(axes, drawing, frame)
    legend(canvas, drawing)
    return saved(canvas, ending)


def saved(canvas: "Figure", ending: str) -> bytes:
    """A figure as bytes without a date."""
    import matplotlib

    buffer = io.BytesIO()
    form = ending.removeprefix(".")
    nothing = {"png": {"Software": None}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[form]
    if form == "svg":
        _bare(canvas)
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": HASH_SALT}), warnings.catch_warnings():
        # A name may have characters that the font lacks.
        warnings.simplefilter("ignore", UserWarning)
        canvas.savefig(buffer, format=form, dpi=DOTS_PER_INCH, metadata=nothing)
    return buffer.getvalue().replace(b'<style type="text/css">', STYLE)


def _bare(canvas: "Figure") -> None:
    """Take the rims of text away: with them it would be drawn as curves, which nobody can search or select."""
    from matplotlib.text import Text

    for text in canvas.findobj(Text):
        text.set_path_effects([])
