"""The commands, put together."""

import typer

from kg.cli.build import build, read
from kg.cli.demo import demo
from kg.cli.export import export
from kg.cli.integrity import check, repair
from kg.cli.judge import explain, merge, remove, rulings, split, undo
from kg.cli.knowledge import knowledge
from kg.cli.learn import evaluate, train
from kg.cli.query import query, validate
from kg.cli.serve import serve
from kg.cli.stats import stats

app = typer.Typer(
    name="kg",
    help="News in German, French and English in, knowledge graph out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(build)
app.command()(demo)
app.command()(read)
app.command()(query)
app.command()(export)
app.command()(serve)
app.command()(stats)
app.command()(validate)
app.command()(check)
app.command()(repair)
app.command()(explain)
app.command()(merge)
app.command()(split)
app.command()(undo)
app.command()(rulings)
app.command()(remove)
app.command()(train)
app.command(name="eval")(evaluate)
app.add_typer(knowledge, name="knowledge")
