"""`kg stats`: tables, JSON, a plot."""

import json


def test_tables_and_a_plot(kg, example_store, tmp_path):
    ended = kg("stats", "--store", example_store, "--top", "3", "--plot", tmp_path / "a.png")
    assert ended.status == 0
    assert ended.out.startswith("6 articles, ")
    assert all(title in ended.out for title in ("Most active", "Most frequent pairs", "Events per class and month"))
    assert "Syria" in ended.out
    assert ended.err == f"Wrote {tmp_path / 'a.png'}\n"
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_json_has_all(kg, example_store):
    found = json.loads(kg("stats", "--store", example_store, "--format", "json", "--view", "actors").out)
    assert set(found) == {"totals", "actors", "pairs", "months"}
    assert found["pairs"][0]["events"] >= found["pairs"][-1]["events"] >= 1
    assert sum(each["events"] for each in found["months"]) <= found["totals"]["events"]


def test_nothing_left_is_no_error(kg, example_store):
    ended = kg("stats", "--store", example_store, "--from", "2040-01-01")
    assert ended.status == 0
    assert ended.out.count("(none)") == 3


def test_a_plot_without_a_folder_is_said_before_the_tables(kg, example_store, tmp_path):
    folder = tmp_path / "none"
    ended = kg("stats", "--store", example_store, "--plot", folder / "a.png")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == f"kg: {folder / 'a.png'}: cannot be written: there is no folder {folder}\n"
