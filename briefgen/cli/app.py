"""The definitions of all commands: arguments and help texts.

Each command is implemented in its own module, imported when the command runs, so that `--help` does not load the
libraries for building.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from briefgen import __version__

app = typer.Typer(
    name="briefgen",
    help="Compile cited newsletters: one YAML file in; web page, Markdown and PDF out.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _examples(*lines: str) -> str:
    # Typer re-wraps paragraphs, except those that start with this character.
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


class ReportFormat(StrEnum):
    """Ways of showing diagnostics."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


class SourcesFormat(StrEnum):
    """Ways of listing sources."""

    TABLE = "table"
    CSV = "csv"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"


class MissingField(StrEnum):
    """What a source can lack."""

    URL = "url"
    DATE = "date"
    TITLE = "title"
    AUTHOR = "author"
    ARCHIVE = "archive"
    LANGUAGE = "language"
    ACCESSED = "accessed"


class SchemaOf(StrEnum):
    """The files that people write, and the report that programs read."""

    ISSUE = "issue"
    PUBLICATION = "publication"
    OUTLETS = "outlets"
    TERMS = "terms"
    REPORT = "report"


class CiHost(StrEnum):
    """Where a publication is checked and published."""

    ALL = "all"
    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


_HOSTS: tuple[Literal["github", "gitlab"], ...] = ("github", "gitlab")

# Hidden, because Typer would show the Python type; each command's help text describes the argument.
Issues = Annotated[list[str] | None, typer.Argument(metavar="ISSUE...", hidden=True)]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")]


@app.command(
    epilog=_examples(
        "briefgen build                      build every issue, into dist/",
        "briefgen build 133                  build issue 133",
        "briefgen build -f html,pdf 133      build only its web page and PDF",
        "briefgen build --draft --watch 134  build a draft, and again on every save",
        "briefgen build newsletters/harbor   build every issue of the publication in that folder",
        "briefgen build --publish            build every issue, and record what readers will have",
        "briefgen build --merge parts/*      put together what --shard has built into several folders",
    )
)
def build(
    issues: Issues = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="html, markdown, pdf, email, text or all; for several, repeat the option or use commas.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to; dist/ by default.")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Build in spite of errors, and mark the result as a draft.")
    ] = False,
    strict: Strict = False,
    force: Annotated[bool, typer.Option("--force", help="Ignore the cache.")] = False,
    clean: Annotated[bool, typer.Option("--clean", help="Remove the outputs of issues that are gone.")] = False,
    publish: Annotated[
        bool,
        typer.Option(
            "--publish", help="Record in issues/published.lock what readers get; stop at changes without a correction."
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Build N issues at a time; by default, one a processor."),
    ] = None,
    shard: Annotated[
        str, typer.Option("--shard", metavar="I/N", help="Build only part I of N, for several machines; see --merge.")
    ] = "1/1",
    merge: Annotated[
        bool, typer.Option("--merge", help="Build nothing: put the outputs of all parts, one folder each, together.")
    ] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="Build nothing: compare the outputs with manifest.json and the issues.")
    ] = False,
    standalone: Annotated[
        bool,
        typer.Option("--standalone", help="Make web pages that need nothing from elsewhere, even as part of a site."),
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Build again whenever a file changes.")] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the web page in the browser.")] = False,
) -> None:
    """Check issues and write their web page, Markdown and PDF.

    ISSUE is a number (133), a file, or the folder of a publication, which means all its issues. Without one, every
    issue of this publication is built, and its site: the index, and the pages of authors, outlets and sources.

    The PDF needs Pango and HarfBuzz's subsetter. On Debian 12+ and Ubuntu 24.04+, install the packages
    libpangoft2-1.0-0 and libharfbuzz-subset0.
    """
    from briefgen.cli.build import BuildOptions, parse_shard, run_build  # noqa: PLC0415
    from briefgen.cli.environment import count_processors  # noqa: PLC0415

    options = BuildOptions(
        issues=() if merge else tuple(issues or ()),
        formats=_split(formats),
        output=output,
        is_draft=draft,
        is_strict=strict,
        is_fresh=force,
        is_clean=clean,
        is_standalone=standalone,
        publishes=publish,
        watches=watch,
        opens=open_page,
        jobs=jobs or count_processors(),
        shard=parse_shard(shard),
        parts=tuple(map(Path, issues or ())) if merge else None,
        verifies=verify,
    )
    raise typer.Exit(run_build(options))


@app.command(
    epilog=_examples(
        "briefgen validate                        check every issue",
        "briefgen validate --fix 133              make the safe fixes",
        "briefgen validate --select C,E101 133    run only E101 and the rules on citations",
        "briefgen validate newsletters/*          check every issue of several publications",
        "briefgen validate --output-format github print annotations for a pull request",
    )
)
def validate(
    issues: Issues = None,
    *,
    output_format: Annotated[
        ReportFormat, typer.Option("--output-format", help="The format of the reports.")
    ] = ReportFormat.FULL,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="RULE", help="Run only these rules, by code, name or prefix: C102, unused-source, C1."
        ),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", help="Skip these rules.")] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Make the safe fixes, marked [*]. They change no words, except terms marked as safe."
        ),
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Make the fixes marked [~] too, which may change the meaning.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what the fixes would change; write nothing.")] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", help="The file of accepted reports; `issues/baseline.json` by default."
        ),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Show accepted reports too.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the reports of each rule.")] = False,
    strict: Strict = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0, whatever was found.")] = False,
    stdin_filename: Annotated[
        Path | None,
        typer.Option("--stdin-filename", metavar="FILE", help="The file name to show for standard input."),
    ] = None,
) -> None:
    """Report what is wrong, at the exact line and column.

    ISSUE is a number (133), a file, the folder of a publication, or `-` for standard input. Without one, every issue
    of this publication is checked.
    """
    from briefgen.cli.validate import ValidateOptions, run_validate  # noqa: PLC0415

    options = ValidateOptions(
        issues=tuple(issues or ()),
        output_format=output_format.value,
        select=_split(select),
        ignore=_split(ignore),
        fixes=fix,
        fixes_unsafely=unsafe_fixes,
        shows_diff=diff,
        baseline=baseline,
        uses_baseline=not no_baseline,
        shows_statistics=statistics,
        is_strict=strict,
        exits_zero=exit_zero,
        stdin_filename=stdin_filename,
    )
    raise typer.Exit(run_validate(options))


@app.command(
    epilog=_examples(
        "briefgen baseline          accept all reports, or drop those that were fixed",
        "briefgen baseline --add    accept new reports as well",
    )
)
def baseline(
    issues: Issues = None,
    *,
    add: Annotated[bool, typer.Option("--add", help="Accept new reports as well.")] = False,
) -> None:
    """Accept today's reports as the baseline, for an old archive.

    The accepted reports go into `issues/baseline.json`. From then on, `validate` shows only new reports and those
    in sentences that have changed. If you run the command again, it drops reports that no longer occur, and adds
    new ones only with `--add`.
    """
    from briefgen.cli.write_baseline import run_baseline  # noqa: PLC0415

    run_baseline(issues or [], adds=add)


@app.command(
    epilog=_examples(
        "briefgen init harbor-notes && cd harbor-notes && briefgen build",
        "briefgen init --ci github             write the workflow for GitHub only",
        "briefgen init netzbrief --language de",
    )
)
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", hidden=True)] = Path(),
    *,
    ci: Annotated[
        CiHost, typer.Option("--ci", help="Whose workflows to write, to check contributions and to publish.")
    ] = CiHost.ALL,
    language: Annotated[
        str, typer.Option("--language", metavar="TAG", help="The language of the newsletter, such as de or pt-BR.")
    ] = "en",
) -> None:
    """Start a publication that builds at once.

    DIR is the folder to start it in; by default the current one. The command writes settings, a first issue and
    workflows, and changes no existing file.
    """
    from briefgen.cli.init import run_init  # noqa: PLC0415

    run_init(folder, [host for host in _HOSTS if ci in {CiHost.ALL, host}], language)


@app.command(
    epilog=_examples(
        'briefgen new "Rivers at Low Water"',
    )
)
def new(title: Annotated[str, typer.Argument(metavar="TITLE", hidden=True)]) -> None:
    """Start the next issue, with its number and date filled in.

    TITLE is the title of the feature, in quotation marks. Blanks to fill in are marked TK; `briefgen validate` lists
    them.
    """
    from briefgen.cli.new import run_new  # noqa: PLC0415

    run_new(title)


@app.command(
    epilog=_examples(
        "briefgen sources 133                        list the sources of issue 133",
        "briefgen sources -o sources.bib             write those of all issues for BibTeX",
        "briefgen sources --missing url              show which have no address, and where",
        "briefgen sources --outlets --since 2023     count what was cited of each outlet since 2023",
        "briefgen sources --cited-by welt-kiel       show where a source is cited",
    )
)
def sources(
    issues: Issues = None,
    *,
    output_format: Annotated[
        SourcesFormat | None,
        typer.Option("--format", "-f", help="The format of the list; by default a table, or as FILE ends."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write instead of printing.")
    ] = None,
    missing: Annotated[
        MissingField | None,
        typer.Option("--missing", help="Only sources without this, with their places in the files."),
    ] = None,
    outlets: Annotated[
        bool,
        typer.Option("--outlets", help="List the outlets instead: how many sources, citations and issues each has."),
    ] = False,
    cited_by: Annotated[
        str | None,
        typer.Option("--cited-by", metavar="KEY|URL", help="List the places that cite this source instead."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only sources published then or later: 2023-05-12, 2023."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only sources published then or earlier.")
    ] = None,
) -> None:
    """List the sources of issues, or write them for other programs.

    ISSUE is a number (133), a file, or the folder of a publication, which means all its issues. Without one, the
    sources of all issues of this publication are listed, except drafts. What several issues cite is listed once.
    """
    from briefgen.cli.sources import SourcesOptions, run_sources  # noqa: PLC0415

    options = SourcesOptions(
        issues=tuple(issues or ()),
        output_format=output_format.value if output_format else None,
        output=output,
        missing=missing.value if missing else None,
        outlets=outlets,
        cited_by=cited_by,
        since=since,
        until=until,
    )
    raise typer.Exit(run_sources(options))


@app.command(
    epilog=_examples(
        "briefgen rule                   list all rules",
        "briefgen rule C104              explain a rule, with examples",
        "briefgen rule unused-source     explain the same rule, by its name",
    )
)
def rule(name: Annotated[str | None, typer.Argument(metavar="CODE|NAME", hidden=True)] = None) -> None:
    """Explain a rule, or list all rules.

    CODE|NAME is the code or name of the rule, as reports show it.
    """
    from briefgen.cli.show_rule import run_rule  # noqa: PLC0415

    run_rule(name)


@app.command(
    epilog=_examples(
        "briefgen schema issue > issue.schema.json",
    )
)
def schema(
    of: Annotated[SchemaOf, typer.Argument(metavar="issue|publication|outlets|terms|report", hidden=True)],
) -> None:
    """Print a JSON Schema, for completion in your text editor.

    There is a schema for each kind of file that people write (issue, publication, outlets, terms), and one for the
    JSON report of `validate`.
    """
    from briefgen.cli.show_schema import run_schema  # noqa: PLC0415

    run_schema(of.value)


def _split(words: list[str] | None) -> tuple[str, ...]:
    """Split option values at commas: `--format html,pdf` equals `--format html --format pdf`."""
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())


def _show_version(*, value: bool) -> None:
    if value:
        from briefgen.cli.terminal import report  # noqa: PLC0415

        report(f"briefgen {__version__}\n")
        raise typer.Exit


@app.callback()
def _global(
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    del version
