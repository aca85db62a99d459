"""Checks every import and side effect of the package against the layers in `docs/architecture.md`.

Each check is a function from one parsed module to what is wrong in it, run over the whole package, and
below it over a few lines that break it: a check that cannot fail would hold nothing.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "briefgen"

# From low to high: a room imports itself and what stands on the lines above its own. Rooms that share a
# line do not see each other.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"yamltext", "diagnostics", "fonts", "worker"}),
    frozenset({"model"}),
    frozenset({"markdown", "languages"}),
    frozenset({"prose", "citations"}),
    frozenset({"manuscript"}),
    frozenset({"rules", "reports"}),
    frozenset({"edition"}),
    frozenset({"render"}),
    frozenset({"archive"}),
    frozenset({"compile", "editor", "importers", "online"}),
    frozenset({"cli"}),
)
ROOMS = frozenset[str]().union(*LAYERS)
# Modules outside the rooms, which all rooms may import.
EVERYWHERE = ("briefgen.__version__", "briefgen.expressions")
# Folders of data and fonts without code, which are imported as resources.
DATA = "data"
PURE = frozenset(
    {"yamltext", "diagnostics", "model", "markdown", "prose", "citations", "manuscript", "rules", "edition"}
)
# `diagnostics` points at places in a text: it knows the spans of `yamltext`, and nothing else beside it.
NEIGHBOURS = frozenset({("diagnostics", "yamltext")})

# Disk, network, clock, chance, processes and the environment, all of which a pure room must be handed.
IMPURE_MODULES = frozenset(
    {
        "os",
        "shutil",
        "tempfile",
        "glob",
        "fileinput",
        "importlib",
        "pkgutil",
        "sqlite3",
        "pickle",
        "mmap",
        "socket",
        "ssl",
        "select",
        "selectors",
        "asyncio",
        "http",
        "urllib.request",
        "urllib.robotparser",
        "ftplib",
        "smtplib",
        "webbrowser",
        "time",
        "sched",
        "timeit",
        "random",
        "secrets",
        "uuid",
        "subprocess",
        "multiprocessing",
        "threading",
        "concurrent",
        "signal",
        "ctypes",
        "sys",
        "platform",
        "getpass",
        "locale",
        "logging",
        "warnings",
        "atexit",
        "httpx",
        "requests",
        "rich",
        "typer",
        "jinja2",
        "weasyprint",
        "PIL",
        "watchfiles",
    }
)
IMPURE_CALLS = frozenset({"open", "print", "input", "breakpoint", "exec", "eval", "__import__", "compile"})
CLOCK_CALLS = frozenset({"now", "today", "utcnow"})
DISK_METHODS = frozenset(
    {
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "exists",
        "is_file",
        "is_dir",
        "iterdir",
        "glob",
        "rglob",
        "stat",
        "mkdir",
        "unlink",
        "rename",
        "touch",
        "cwd",
        "home",
        "expanduser",
        "absolute",
        "open",
    }
)
VAGUE_NAMES = frozenset({"utils", "util", "common", "helpers", "helper", "base", "manager", "misc"})


@dataclass(frozen=True, slots=True)
class Module:
    """One parsed module; `name` is dotted and starts with `briefgen`."""

    name: str
    tree: ast.Module
    is_package: bool = False

    @property
    def room(self) -> str:
        """The room of the module; "" for the package's top-level modules."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 and parts[1] in ROOMS | {DATA} else ""

    def imports(self, *, top_level: bool = False) -> Iterator[str]:
        """The dotted names it imports, relative ones resolved; of `from a import b` both `a` and `a.b`."""
        for node in _running(self.tree) if top_level else ast.walk(self.tree):
            match node:
                case ast.Import(names=names):
                    yield from (alias.name for alias in names)
                case ast.ImportFrom(names=names):
                    source = self.source_of(node)
                    yield source
                    yield from (f"{source}.{alias.name}" for alias in names)
                case _:
                    pass

    def running(self) -> Iterator[ast.AST]:
        """The nodes that ever run: those for the type checker are left out."""
        return _running(self.tree, with_functions=True)

    def source_of(self, node: ast.ImportFrom) -> str:
        """The dotted name of the module that `from a import b` names, resolved when it is relative."""
        if not node.level:
            return node.module or ""
        parts = self.name.split(".")
        package = parts[: len(parts) - node.level + self.is_package]
        return ".".join([*package, *filter(None, [node.module])])


def _running(tree: ast.Module, *, with_functions: bool = False) -> Iterator[ast.AST]:
    """The nodes that run when the module is imported, or also when its functions are called."""
    pending: list[ast.AST] = list(tree.body)
    while pending:
        node = pending.pop()
        yield node
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda() if not with_functions:
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=orelse):
                pending.extend(orelse)
            case _:
                pending.extend(ast.iter_child_nodes(node))


def parse_module(name: str, text: str, *, is_package: bool = False) -> Module:
    return Module(name, ast.parse(text), is_package)


@cache
def find_modules() -> tuple[Module, ...]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found.append(parse_module(name, path.read_text(encoding="utf-8"), is_package=is_package))
    return tuple(found)


def _is_within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def _room_of(name: str) -> str:
    parts = name.split(".")
    return parts[1] if parts[0] == "briefgen" and len(parts) > 1 and parts[1] in ROOMS else ""


def _floor(room: str) -> int:
    return next(floor for floor, rooms in enumerate(LAYERS) if room in rooms)


def _ours(module: Module) -> Iterator[str]:
    return (name for name in module.imports() if _room_of(name))


def upward_imports(module: Module) -> Iterator[str]:
    """Find imports of a room on a higher layer or on the same one."""
    if module.room not in ROOMS:
        yield from (f"imports {name}" for name in _ours(module) if module.name != "briefgen.__main__")
        return
    for name in _ours(module):
        room = _room_of(name)
        is_lower = _floor(room) < _floor(module.room)
        if room != module.room and not is_lower and (module.room, room) not in NEIGHBOURS:
            yield f"imports {name}"


def side_effects(module: Module) -> Iterator[str]:
    """Find side effects, which pure rooms must not have: disk, network, clock, randomness, environment, printing."""
    if module.room not in PURE:
        return
    for name in module.imports():
        if any(_is_within(name, impure) for impure in IMPURE_MODULES):
            yield f"imports {name}"
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id=called)) if called in IMPURE_CALLS:
                yield f"line {node.lineno}: calls {called}()"
            case ast.Call(func=ast.Attribute(attr=called)) if called in CLOCK_CALLS | DISK_METHODS:
                yield f"line {node.lineno}: calls .{called}()"
            case _:
                pass


def render_sees_more_than_the_edition(module: Module) -> Iterator[str]:
    """Find imports in `render` other than edition, Markdown, diagnostics, colours, fonts, spaces and widths of text."""
    if module.room != "render":
        return
    for name in module.imports():
        if _is_within(name, "briefgen") and name != "briefgen":
            allowed = (
                "briefgen.render",
                "briefgen.edition",
                "briefgen.markdown",
                "briefgen.diagnostics",
                "briefgen.fonts",
                "briefgen.model.contrast",
                "briefgen.model.spaces",
                "briefgen.model.theme_keys",
                "briefgen.reports.terminal_width",
                WORKER,
            )
            if not any(_is_within(name, one) for one in (*allowed, *EVERYWHERE)):
                yield f"imports {name}"


def talks_outside_cli(module: Module) -> Iterator[str]:
    """Finds printing, exiting and reading the environment anywhere but in `cli`."""
    if module.room in {"cli", ""}:
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="print" | "exit" | "quit" | "input" as called)):
                yield f"line {node.lineno}: calls {called}()"
            case ast.Attribute(value=ast.Name(id="sys"), attr="exit" | "argv" as used):
                yield f"line {node.lineno}: uses sys.{used}"
            case ast.Attribute(value=ast.Name(id="os"), attr="environ" | "getenv" | "environb" as used):
                yield f"line {node.lineno}: uses os.{used}"
            case ast.ImportFrom(module="os", names=names) if {"environ", "getenv"} & {n.name for n in names}:
                yield f"line {node.lineno}: imports the environment"
            case ast.ImportFrom(module="sys", names=names) if {"exit", "argv"} & {n.name for n in names}:
                yield f"line {node.lineno}: imports from sys"
            case ast.Raise(exc=ast.Name(id="SystemExit") | ast.Call(func=ast.Name(id="SystemExit"))):
                yield f"line {node.lineno}: raises SystemExit"
            case _:
                pass


DOOR = "briefgen.cli.terminal"
STREAMS = frozenset({"stdout", "stderr", "__stdout__", "__stderr__"})
PRINTING_CALLS = frozenset({"print", "pprint", "input", "breakpoint"})
PRINTING_METHODS = frozenset({"echo", "secho", "print_exc", "print_exception", "warn", "warning", "basicConfig"})


def prints_past_the_door(module: Module) -> Iterator[str]:
    """Find whatever prints without going through `cli/terminal.py`, which escapes what a terminal would obey."""
    if module.name == DOOR or module.room == "":
        return
    # To ask whether a stream is a terminal is not to print.
    asked = {
        id(node)
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and _name_of(call.func) in {"wants_colour", "plain_stream", "isatty"}
        for node in (*ast.walk(call.func), *(inner for each in call.args for inner in ast.walk(each)))
    }
    asked |= {id(node.left) for node in ast.walk(module.tree) if isinstance(node, ast.Compare)}
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id=called)) if called in PRINTING_CALLS:
                yield f"line {node.lineno}: calls {called}()"
            case ast.Call(func=ast.Attribute(attr=called)) if called in PRINTING_METHODS:
                yield f"line {node.lineno}: calls .{called}()"
            case ast.Attribute(value=ast.Name(id="sys"), attr=used) if used in STREAMS and id(node) not in asked:
                yield f"line {node.lineno}: uses sys.{used}"
            case ast.ImportFrom(module="sys", names=names) if STREAMS & {each.name for each in names}:
                yield f"line {node.lineno}: imports a stream"
            case ast.Call(func=ast.Name(id="Console"), keywords=keywords) if "file" not in {k.arg for k in keywords}:
                yield f"line {node.lineno}: draws on a stream of its own"
            case _:
                pass


def _name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


# Few modules may know these libraries.
SOLE_USERS = {
    "jinja2": ("briefgen.render.templates", "briefgen.render.template_checks"),
    "babel": ("briefgen.languages.cldr",),
}


def library_out_of_place(module: Module) -> Iterator[str]:
    """Finds Jinja outside its two modules, Babel outside `languages/cldr.py`, WeasyPrint and Pillow outside theirs."""
    for library, owners in SOLE_USERS.items():
        if module.name not in owners and any(_is_within(name, library) for name in module.imports()):
            yield f"imports {library}, which only {' and '.join(owners)} know"
    if _is_within(module.name, WORKER):
        return
    for name in module.imports():
        if (
            _is_within(name, "weasyprint")
            or _is_within(name, "PIL")
            or (name.startswith(f"{WORKER}.") and not _is_shared(name))
        ):
            yield f"imports {name}"


# What runs in the processes that print PDFs and decode pictures. The rest of the package imports only how to start
# them and talk to them, and which libraries they need.
WORKER = "briefgen.worker"
SHARED = (f"{WORKER}.child", f"{WORKER}.protocol", f"{WORKER}.libraries")


def _is_shared(name: str) -> bool:
    return any(_is_within(name, one) for one in SHARED)


def rule_imports_a_rule(module: Module) -> Iterator[str]:
    """Finds a rule (a module in a family's folder, `rules/FAMILY/NAME.py`) that imports another one."""
    parts = module.name.split(".")
    if module.room != "rules" or len(parts) != RULE_DEPTH or module.is_package:
        return
    for name in _ours(module):
        other = name.split(".")
        if other[1] == "rules" and len(other) == RULE_DEPTH and other != parts and _is_rule(tuple(other), parts[2]):
            yield f"imports {name}"


# briefgen, rules, a family, a rule.
RULE_DEPTH = 4


@cache
def _is_rule(parts: tuple[str, ...], family: str) -> bool:
    """Return whether a module is a rule, not a helper of its family: it creates a `Rule` at its top level."""
    path = PACKAGE.joinpath(*parts[1:]).with_suffix(".py")
    if not path.exists():
        return parts[2] == family and not path.parent.exists()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule"
        for node in _running(tree)
    )


def vague_name(module: Module) -> Iterator[str]:
    """Find meaningless names."""
    yield from (f"is named {part}" for part in module.name.split(".") if part.strip("_") in VAGUE_NAMES)


def catches_everything(module: Module) -> Iterator[str]:
    """Finds handlers that would hide a bug."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            for kind in kinds:
                if kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}):
                    yield f"line {node.lineno}: catches everything"


def lacks_docstring(module: Module) -> Iterator[str]:
    """Find modules without a docstring on their first line."""
    if not ast.get_docstring(module.tree):
        yield "has no docstring"


def compiles_on_import(module: Module) -> Iterator[str]:
    """Find regular expressions that every command compiles, whether or not it uses them."""
    if module.room in {"worker", "fonts"}:
        # They import nothing of ours, and are imported when they are used.
        return
    for node in _running(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"re.compile", "compile"}:
            yield f"line {node.lineno}: compiles an expression, which `briefgen.expressions` does on first use"


Check = Callable[[Module], Iterator[str]]
CHECKS: tuple[Check, ...] = (
    upward_imports,
    side_effects,
    render_sees_more_than_the_edition,
    talks_outside_cli,
    prints_past_the_door,
    library_out_of_place,
    rule_imports_a_rule,
    vague_name,
    catches_everything,
    lacks_docstring,
    compiles_on_import,
)


# Exemptions of single modules, with reasons.
LET_OFF: dict[tuple[Check, str], str] = {
    (talks_outside_cli, f"{WORKER}.serve"): "a program of its own; its parent sets its whole environment",
    (catches_everything, f"{WORKER}.serve"): "layout may fail in any way, and then a plain page is printed",
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.__name__))
def test_the_package_keeps_to_the_layers(check: Check) -> None:
    modules = [module for module in find_modules() if (check, module.name) not in LET_OFF]
    found = [f"{module.name} {fault}" for module in modules for fault in check(module)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("check", "name"), LET_OFF)
def test_exemptions_are_still_needed(check: Check, name: str) -> None:
    assert [fault for module in find_modules() if module.name == name for fault in check(module)]


def test_every_folder_of_the_package_is_a_known_room() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    assert folders - {"__pycache__"} <= ROOMS | {DATA, "_templates"}


def test_only_one_room_knows_the_markdown_library_and_one_module_makes_a_converter() -> None:
    users = {module.name for module in find_modules() if _uses(module, "markdown")}
    assert users == {"briefgen.markdown.passage", "briefgen.markdown.stage"}


def _uses(module: Module, library: str) -> bool:
    return any(_is_within(name, library) for name in module.imports())


BROKEN: tuple[tuple[Check, str, str], ...] = (
    (upward_imports, "briefgen.model.issue", "from briefgen.rules import runner"),
    (upward_imports, "briefgen.prose.body", "from ..citations.syntax import scan"),
    (upward_imports, "briefgen.yamltext.span", "import briefgen.diagnostics"),
    (upward_imports, "briefgen.online.links", "from briefgen.compile import plan"),
    (upward_imports, "briefgen.edition.build", "def f():\n    from briefgen import render"),
    (upward_imports, "briefgen.settings", "from briefgen import model"),
    (side_effects, "briefgen.model.issue", "import os.path"),
    (side_effects, "briefgen.model.issue", "from urllib import request"),
    (side_effects, "briefgen.rules.runner", "from datetime import date\nd = date.today()"),
    (side_effects, "briefgen.rules.runner", "import datetime\nd = datetime.datetime.now()"),
    (side_effects, "briefgen.citations.syntax", "text = open('x')"),
    (side_effects, "briefgen.edition.build", "print('x')"),
    (side_effects, "briefgen.prose.body", "import logging"),
    (side_effects, "briefgen.manuscript.read", "path.read_text()"),
    (render_sees_more_than_the_edition, "briefgen.render.page", "from briefgen.model import Issue"),
    (render_sees_more_than_the_edition, "briefgen.render.page", "from briefgen import citations"),
    (talks_outside_cli, "briefgen.compile.plan", "print('done')"),
    (talks_outside_cli, "briefgen.compile.plan", "import sys\nsys.exit(1)"),
    (talks_outside_cli, "briefgen.compile.plan", "import os\nos.environ['CI']"),
    (talks_outside_cli, "briefgen.compile.plan", "from os import environ"),
    (talks_outside_cli, "briefgen.compile.plan", "raise SystemExit(2)"),
    (prints_past_the_door, "briefgen.cli.build", "print('x')"),
    (prints_past_the_door, "briefgen.cli.build", "import typer\ntyper.echo('x')"),
    (prints_past_the_door, "briefgen.cli.build", "import sys\nsys.stderr.write('x')"),
    (prints_past_the_door, "briefgen.cli.build", "import sys\nstream = sys.stdout"),
    (prints_past_the_door, "briefgen.cli.build", "from sys import stdout"),
    (prints_past_the_door, "briefgen.cli.build", "import warnings\nwarnings.warn('x')"),
    (prints_past_the_door, "briefgen.cli.build", "from rich.console import Console\nConsole(stderr=True)"),
    (library_out_of_place, "briefgen.render.page", "import jinja2"),
    (library_out_of_place, "briefgen.archive.feed", "from jinja2 import Environment"),
    (library_out_of_place, "briefgen.render.pdf", "import weasyprint"),
    (library_out_of_place, "briefgen.render.pdf", "if True:\n    from weasyprint import HTML"),
    (library_out_of_place, "briefgen.render.pdf", "from briefgen.worker import printer"),
    (library_out_of_place, "briefgen.render.pdf", "def f():\n    import weasyprint"),
    (library_out_of_place, "briefgen.compile.images", "def f():\n    from PIL import Image"),
    (rule_imports_a_rule, "briefgen.rules.nofamily.one", "from briefgen.rules.nofamily.two import f"),
    (rule_imports_a_rule, "briefgen.rules.nofamily.one", "from .two import f"),
    (vague_name, "briefgen.model.utils", ""),
    (vague_name, "briefgen.common.dates", ""),
    (catches_everything, "briefgen.compile.plan", "try:\n    f()\nexcept Exception:\n    pass"),
    (catches_everything, "briefgen.compile.plan", "try:\n    f()\nexcept (OSError, BaseException):\n    pass"),
    (catches_everything, "briefgen.compile.plan", "try:\n    f()\nexcept:\n    pass"),
    (lacks_docstring, "briefgen.compile.plan", "x = 1"),
    (compiles_on_import, "briefgen.prose.body", "import re\nWORD = re.compile(r'\\w+')"),
    (compiles_on_import, "briefgen.prose.body", "import re\nclass C:\n    words = (re.compile(r'\\w+'),)"),
)


@pytest.mark.parametrize(("check", "name", "text"), BROKEN)
def test_each_check_detects_violations(check: Check, name: str, text: str) -> None:
    assert list(check(parse_module(name, text)))


SOUND: tuple[tuple[Check, str, str], ...] = (
    (upward_imports, "briefgen.diagnostics.diagnostic", "from briefgen.yamltext import Span"),
    (upward_imports, "briefgen.citations.syntax", "from briefgen.markdown import Body"),
    (upward_imports, "briefgen.cli.build", "from briefgen.compile import plan"),
    (side_effects, "briefgen.model.dates", "from datetime import date\nd = date(2023, 5, 12)"),
    (side_effects, "briefgen.compile.plan", "import os\nopen('x')"),
    (library_out_of_place, "briefgen.render.templates", "import jinja2"),
    (library_out_of_place, "briefgen.render.pdf", "from briefgen.worker.protocol import read_frame"),
    (library_out_of_place, "briefgen.worker.printer", "import weasyprint"),
    (rule_imports_a_rule, "briefgen.rules.nofamily.one", "from briefgen.rules.rule import Rule"),
    (talks_outside_cli, "briefgen.cli.build", "import sys\nsys.exit(0)"),
    (prints_past_the_door, "briefgen.cli.build", "import sys\nif sys.stderr is None or sys.stderr.isatty(): pass"),
    (prints_past_the_door, "briefgen.cli.build", "import sys\nreport(x, colour=wants_colour(sys.stdout))"),
    (catches_everything, "briefgen.compile.plan", "try:\n    f()\nexcept OSError:\n    pass"),
    (compiles_on_import, "briefgen.prose.body", "import re\ndef f():\n    return re.compile(r'\\w+')"),
)


@pytest.mark.parametrize(("check", "name", "text"), SOUND)
def test_each_check_accepts_valid_code(check: Check, name: str, text: str) -> None:
    assert not list(check(parse_module(name, text)))
