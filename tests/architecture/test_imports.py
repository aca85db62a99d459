"""There are no circular imports in the package, and no package resolves its names lazily."""

import ast
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.architecture.test_layers import Module, find_modules, parse_module


def imports_of(module: Module, names: Collection[str]) -> Iterator[str]:
    """Yield the modules that this one imports, at once or late; of `from a import b` it is `a.b`, if that is one."""
    for node in module.running():
        match node:
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases if alias.name in names)
            case ast.ImportFrom(names=aliases):
                source = module.source_of(node)
                whole = (f"{source}.{alias.name}" for alias in aliases)
                yield from (name for each in whole if (name := each if each in names else source) in names)
            case _:
                pass


def find_circle(graph: Mapping[str, Collection[str]]) -> list[str]:
    """Return the modules of one circle in order, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def looks_up_late(module: Module) -> bool:
    return any(isinstance(node, ast.FunctionDef) and node.name == "__getattr__" for node in module.tree.body)


def test_no_module_takes_part_in_a_circle() -> None:
    modules = {module.name: module for module in find_modules()}
    assert find_circle({name: set(imports_of(module, modules)) for name, module in modules.items()}) == []


def test_no_package_looks_its_names_up_late() -> None:
    packages = [module for module in find_modules() if module.is_package]
    assert [module.name for module in packages if looks_up_late(module)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import briefgen.b", ["briefgen.b"]),
        ("from briefgen import b", ["briefgen.b"]),
        ("from briefgen.b import name", ["briefgen.b"]),
        ("from .b import name", ["briefgen.b"]),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from briefgen import b", []),
        ("def late():\n    import briefgen.b", ["briefgen.b"]),
    ],
)
def test_imports_of_a_module_are_found(text: str, found: list[str]) -> None:
    assert list(imports_of(parse_module("briefgen.a", text), {"briefgen.a", "briefgen.b"})) == found


def test_a_circle_is_seen() -> None:
    assert set(find_circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}
    assert find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_a_late_name_is_seen() -> None:
    assert looks_up_late(parse_module("briefgen.a", "def __getattr__(name): ...", is_package=True))
