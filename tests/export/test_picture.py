"""Pictures: PNG, SVG and PDF that open, with the names on them."""

import io

import pytest
from lxml import etree
from matplotlib import image

from kg.export import Options, export
from kg.export.gather import gather
from kg.export.layout import arrange
from kg.export.model import Network
from kg.export.picture import picture
from kg.export.picture.labels import short
from kg.export.picture.shapes import curves, mutual
from kg.ontology import load_ontology

SVG = "{http://www.w3.org/2000/svg}"


def texts(content):
    return ["".join(each.itertext()).strip() for each in etree.fromstring(content).iter(f"{SVG}text")]


def test_png_shows_the_colours_of_what_there_is(store, network, tmp_path):
    (file,) = export(store, tmp_path / "a.png")
    pixels = image.imread(io.BytesIO(file.read_bytes()))
    assert pixels.shape[0] > 300 < pixels.shape[1]
    seen = {tuple(colour) for colour in (pixels[:, :, :3].reshape(-1, 3) * 255).round().astype(int)[::3].tolist()}
    for kind in {node.kind for node in network.nodes}:
        colour = load_ontology().entity_types[kind].colour
        assert tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) in seen


def test_svg_says_names_relations_and_classes_as_text(store, network, tmp_path):
    (file,) = export(store, tmp_path / "a.svg")
    found = texts(file.read_bytes())
    assert set(found) >= {short(node.label) for node in network.nodes}
    assert {"spoke with", "Person", "cooperation"} <= set(found)
    assert b"paint-order:stroke" in file.read_bytes()


def test_every_view_can_be_drawn(store, tmp_path):
    for view in ("events", "actors", "mentions"):
        (file,) = export(store, tmp_path / f"{view}.svg", Options(view, layout=False))
        assert len(texts(file.read_bytes())) > 2


def test_pdf_and_the_empty_graph(odd):
    assert picture(arrange(odd), ".pdf").startswith(b"%PDF")
    assert picture(arrange(Network()), ".png").startswith(b"\x89PNG")
    assert "AT&T" in texts(picture(arrange(odd), ".svg"))


def test_lines_end_at_the_rims_and_do_not_lie_on_each_other(store):
    drawing = arrange(gather(store)[0])
    looks = {node.identifier: look for node, look in zip(drawing.network.nodes, drawing.looks, strict=True)}
    lines = curves(drawing)
    for edge, line in zip(drawing.network.edges, lines, strict=True):
        for end, (x, y) in ((looks[edge.source], line[0]), (looks[edge.target], line[-1])):
            assert ((end.x - x) ** 2 + (end.y - y) ** 2) ** 0.5 == pytest.approx(end.size)
    assert len({line[len(line) // 2] for line in lines}) == len(lines)
    assert {edge.relation for edge in drawing.network.edges if mutual(drawing, edge)} == {"spokeWith"}


@pytest.mark.parametrize(("label", "drawn"), [("a\n b", "a b"), ("x" * 60, "x" * 39 + "…")])
def test_labels_are_short(label, drawn):
    assert short(label) == drawn
