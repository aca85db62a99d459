"""Checks names against the terminology of docs/architecture.md, as far as possible."""

import ast
import builtins
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.architecture.test_layers import Module, find_modules, parse_module

# Modules that print PDFs, on both sides of the process boundary.
PRINTERS = (
    "briefgen.worker",
    "briefgen.render.pdf",
    "briefgen.render.page",
    "briefgen.render.webfonts",
    "briefgen.compile.emit",
)
EXCEPTIONS = {
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, Exception)
}


def defined_names(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name


def misnamed_exceptions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            is_exception = bases & EXCEPTIONS or any(base.endswith("Error") for base in bases)
            if is_exception and not node.name.endswith("Error"):
                yield node.name


def names_that_print(module: Module) -> Iterator[str]:
    if not module.name.startswith(PRINTERS):
        # A fingerprint prints nothing.
        names = (name.lower().replace("fingerprint", "") for name in defined_names(module))
        yield from (name for name in names if "print" in name)


def test_exceptions_end_in_error() -> None:
    assert [name for module in find_modules() for name in misnamed_exceptions(module)] == []


def test_only_a_pdf_is_printed() -> None:
    assert [f"{module.name}.{name}" for module in find_modules() for name in names_that_print(module)] == []


def test_no_two_rooms_have_a_module_of_the_same_name() -> None:
    names = Counter(module.name.rpartition(".")[2] for module in find_modules() if not module.is_package)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "found"), [("class Broken(ValueError): ...", ["Broken"]), ("class BrokenError(ValueError): ...", [])]
)
def test_a_misnamed_exception_is_seen(text: str, found: list[str]) -> None:
    assert list(misnamed_exceptions(parse_module("briefgen.model.x", text))) == found


def test_a_name_that_prints_is_seen() -> None:
    text = "def print_it(): ..."
    assert list(names_that_print(parse_module("briefgen.edition.x", text))) == ["print_it"]
    assert list(names_that_print(parse_module("briefgen.worker.x", text))) == []
