"""What is wrong with a publication's templates before any is run: what Jinja would pass over without a word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from briefgen.render.shipped import SHIPPED
from briefgen.render.templates import PREFIX, BrokenTemplateError, Library

Suggest = Callable[[str, Sequence[str]], str | None]
"""Returns which of some names is meant by a misspelt one, if one is near enough."""


def check_templates(own: Path, suggest: Suggest, *, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a remark for each file in a publication's `templates/` that nothing uses.

    `known` are names of files in it that something else uses. A template that cannot be parsed is left alone: it is
    reported when it is run.

    Raises:
        BrokenTemplateError: a template extends itself, names one that is not there, replaces a block that is not
            there, or is not UTF-8.
    """
    names = sorted(path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file())
    shipped = frozenset(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.*"))
    library = _Parsed(own, shipped.union(names))
    used = {*known}
    for name in names:
        if name in shipped or name.endswith(".j2"):
            _check_parents(library, name)
            _check_blocks(library, name, suggest)
            used |= {*_check_references(library, name, suggest)}
    unused = (name for name in names if name not in shipped | used and not _is_aside(name))
    return tuple(_say_unused(name, suggest(name, sorted(shipped))) for name in unused)


class _Parsed:
    """Templates as trees, each parsed once."""

    def __init__(self, own: Path, names: frozenset[str]) -> None:
        self.names = names
        self._library = Library(own)
        self._trees: dict[str, nodes.Template] = {}

    @cached_property
    def _environment(self) -> Environment:
        # Nothing is run in it: what it parses is looked at.
        return Environment(autoescape=True)

    def tree(self, name: str) -> nodes.Template:
        """Return a template; an empty one where it is not there or cannot be parsed."""
        if name not in self._trees:
            try:
                text = self._library.get_source(self._environment, name)[0]
                self._trees[name] = self._environment.parse(text if name.endswith(".j2") else "")
            except (TemplateNotFound, TemplateSyntaxError, RecursionError):
                self._trees[name] = nodes.Template([], lineno=1)
        return self._trees[name]

    def parent(self, name: str) -> tuple[str, int] | None:
        """Return what a template extends, and in which line; None where that is nothing, or worked out later."""
        found = self.tree(name).find(nodes.Extends)
        return (found.template.value, found.lineno) if found and isinstance(found.template, nodes.Const) else None

    def ancestors(self, name: str) -> Iterator[str]:
        """Yield the templates that a template extends, directly or indirectly."""
        seen = {name}
        while (parent := self.parent(name)) and parent[0] not in seen:
            name = parent[0]
            seen.add(name)
            yield name

    def blocks(self, name: str) -> Mapping[str, nodes.Block]:
        """Return the blocks of a template by their names."""
        return {block.name: block for block in self.tree(name).find_all(nodes.Block)}


def _check_references(library: _Parsed, name: str, suggest: Suggest) -> Iterator[str]:
    """Yield the names of the templates that one names."""
    tree = library.tree(name)
    references: tuple[nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport, ...] = (
        *tree.find_all(nodes.Extends),
        *tree.find_all(nodes.Include),
        *tree.find_all(nodes.Import),
        *tree.find_all(nodes.FromImport),
    )
    for node in references:
        target = node.template
        if not isinstance(target, nodes.Const):
            # Worked out when it is run, or a list of which one need be there.
            yield from (each.value for each in target.find_all(nodes.Const) if isinstance(each.value, str))
            continue
        meant = str(target.value).removeprefix(PREFIX)
        if meant not in library.names and not getattr(node, "ignore_missing", False):
            close = suggest(meant, sorted(library.names))
            message = f"there is no template `{target.value}`"
            raise BrokenTemplateError(name, node.lineno, message, f"did you mean `{close}`?" if close else "")
        yield meant


def _check_parents(library: _Parsed, name: str) -> None:
    start = library.parent(name)
    if start is None:
        return
    last = [name, *library.ancestors(name)][-1]
    closing = library.parent(last)
    if closing is None or closing[0] != name:
        # A circle that this one only leads to is reported at those that make it.
        return
    message = "extends itself" if last == name else f"extends `{start[0]}`, which extends it again"
    shipped = SHIPPED / name
    way_out = f'write `{{% extends "{PREFIX}{name}" %}}`' if shipped.is_file() else "let one of them extend nothing"
    raise BrokenTemplateError(name, start[1], message, way_out)


def _check_blocks(library: _Parsed, name: str, suggest: Suggest) -> None:
    """Look for blocks outside of everything that is printed, which Jinja silently leaves out."""
    ancestors = list(library.ancestors(name))
    if not ancestors or library.tree(ancestors[-1]).find(nodes.Extends):
        # It extends nothing, or a template whose name is computed at run time.
        return
    known = [block for each in reversed(ancestors) for block in library.blocks(each)]
    tree = library.tree(name)
    inner = {block.name for outer in tree.find_all(nodes.Block) for block in outer.find_all(nodes.Block)}
    called = {node.attr for node in tree.find_all(nodes.Getattr) if getattr(node.node, "name", "") == "self"}
    for block in library.blocks(name).values():
        if block.name not in {*known, *inner, *called}:
            close = suggest(block.name, known)
            listed = ", ".join(dict.fromkeys(known))
            hint = f"did you mean `{close}`?" if close else f"it has {listed}" if listed else "it has no blocks"
            message = f"there is no block `{block.name}` in `{ancestors[0]}`"
            raise BrokenTemplateError(name, block.lineno, message, hint)


def _is_aside(name: str) -> bool:
    """Return whether a file is not meant as a template: a hidden file, an editor's backup, or a README."""
    last = name.rpartition("/")[2]
    return any(part.startswith(".") for part in name.split("/")) or last.endswith("~") or last.startswith("README")


def _say_unused(name: str, close: str | None) -> str:
    return f"templates/{name} is used by nothing" + (f"; did you mean `{close}`?" if close else "")
