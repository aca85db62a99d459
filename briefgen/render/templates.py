"""Finds, sandboxes and runs templates; besides `template_checks.py`, the only module that imports Jinja."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

import jinja2
from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from briefgen.render.escaping import (
    finalize_markdown,
    finalize_text,
    literal_address,
    literal_label,
    literal_markdown,
    literal_text,
)
from briefgen.render.shipped import SHIPPED

Format = Literal["html", "markdown", "text"]

PREFIX = "briefgen/"
_KIND = "templates"


class BrokenTemplateError(Exception):
    """A template that cannot be found, parsed or run; `line` is 0 if Jinja gives none."""

    def __init__(self, template: str, line: int, message: str, hint: str = "") -> None:
        """Store location and message separately, so that the command line can format them."""
        super().__init__(f"{template}:{line}: {message}" if line else f"{template}: {message}")
        self.template = template
        self.line = line
        self.message = message
        self.hint = hint


class _Folder(FileSystemLoader):
    """A template loader that refuses symbolic links out of its folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, followlinks=False)
        self._root = folder.resolve()

    def holds(self, name: str) -> bool:
        """Return whether the folder contains a file of that name."""
        return (self._root / name).is_file()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source of a template, its path, and a function that tells whether it is up to date."""
        try:
            source, filename, is_current = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = f"not UTF-8: byte 0x{error.object[error.start]:02X} stands here"
            raise BrokenTemplateError(template, line, message, "save the file as UTF-8 in your editor") from error
        if not Path(filename).resolve().is_relative_to(self._root):
            message = "a link that leads out of the templates folder"
            raise BrokenTemplateError(template, 0, message, "put a plain file in its place")
        return source, filename, is_current


class Library(BaseLoader):
    """The publication's own templates, then those that briefgen ships; `briefgen/` before a name means the latter."""

    def __init__(self, own: Path | None) -> None:
        """`own` need not exist."""
        self._own = _Folder(own) if own is not None and own.is_dir() else None
        self._shipped = _Folder(SHIPPED)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source of a template, its path, and a function that tells whether it is up to date."""
        folder, name = self._find(template)
        source, filename, is_current = folder.get_source(environment, name)
        # During `build --watch`, the publication may add a template that overrides a shipped one.
        return source, filename, lambda: self._find(template)[0] is folder and is_current()

    def _find(self, template: str) -> tuple[_Folder, str]:
        if template.startswith(PREFIX):
            return self._shipped, template.removeprefix(PREFIX)
        is_own = self._own is not None and self._own.holds(template)
        return (self._own if is_own and self._own else self._shipped), template


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a fast path for the most frequent access: fields of an edition's records."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, Struct):
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


class Keeper(Protocol):
    """Keeps bytes from one run to the next; `compile.cache.Cache` does."""

    def read(self, kind: str, key: str, /) -> bytes | None:
        """Return what was kept, exactly; None if nothing was, or it cannot be trusted."""

    def write(self, kind: str, key: str, content: bytes, /) -> None:
        """Keep something, if possible."""


class _Compiled(BytecodeCache):
    """Keeps compiled templates. Jinja would load whatever lies in a folder, and a compiled template is code."""

    def __init__(self, keeper: Keeper, output_format: Format) -> None:
        self._keeper = keeper
        self._made_by = f"{output_format} {jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template, if there is one."""
        kept = self._keeper.read(_KIND, self._key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self._keeper.write(_KIND, self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return f"{self._made_by} {bucket.key}"


class Templates(Struct, frozen=True):
    """The template search path: the publication's own folder, then briefgen's templates.

    A publication's template can extend the default one of the same name with the prefix `briefgen/`.
    """

    folder: Path | None = None
    """The publication's `templates/` folder; it need not exist."""
    cache: "Keeper | None" = None
    """Keeps compiled templates."""

    @property
    def has_own(self) -> bool:
        """Whether the publication has templates of its own."""
        return self.folder is not None and self.folder != SHIPPED and any(self.folder.glob("*.j2"))

    def render(self, name: str, output_format: Format, **context: object) -> str:
        """Render a template.

        Raises:
            BrokenTemplateError: the template is missing, cannot be parsed, or fails.
        """
        try:
            return self._environment(output_format).get_template(name).render(context)
        except TemplateSyntaxError as error:
            raise BrokenTemplateError(error.name or name, error.lineno, error.message or "cannot be parsed") from error
        except TemplateNotFound as error:
            raise BrokenTemplateError(str(error.name), 0, "no such template") from error
        except TemplateError as error:
            raise BrokenTemplateError(*_find_location(error, name), _plain(error.message or "cannot be run")) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError, MemoryError) as error:
            # Templates are code, so an exception inside an expression is the template's fault. Exceptions in
            # briefgen itself have no template frame and are re-raised.
            location = _find_location(error, "")
            if not location[0] and isinstance(error, RecursionError) and _is_parsing(error):
                raise BrokenTemplateError(name, 0, "it, or one that it includes, is nested too deep") from error
            if not location[0]:
                raise
            raise BrokenTemplateError(*location, _explain(error)) from error

    def read(self, name: str) -> str:
        """Return the source of a style sheet, which is found like a template but not rendered.

        Raises:
            BrokenTemplateError: there is no such style sheet.
        """
        environment = self._environment("html")
        try:
            return Library(self.folder).get_source(environment, name)[0]
        except TemplateNotFound as error:
            raise BrokenTemplateError(str(error.name), 0, "no such template") from error

    def _environment(self, output_format: Format) -> Environment:
        key = (self.folder, self.cache, output_format)
        if key not in _ENVIRONMENTS:
            _ENVIRONMENTS[key] = _build_environment(self.folder, self.cache, output_format)
        return _ENVIRONMENTS[key]


_ENVIRONMENTS: dict[tuple[Path | None, Keeper | None, Format], Environment] = {}
"""Environments by folder and format; a new one would compile every template again."""


_FINALIZERS = {"html": None, "markdown": finalize_markdown, "text": finalize_text}


def _build_environment(folder: Path | None, cache: Keeper | None, output_format: Format) -> Environment:
    """Create the sandbox; escaping depends on the output format, not on the file name."""
    environment = _Sandbox(
        loader=Library(folder),
        autoescape=output_format == "html",
        finalize=_FINALIZERS[output_format],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_Compiled(cache, output_format) if cache else None,
    )
    if output_format == "markdown":
        environment.filters |= {"literal": literal_markdown, "address": literal_address, "label": literal_label}
    if output_format == "text":
        environment.filters["literal"] = literal_text
    return environment


def _is_parsing(error: Exception) -> bool:
    """Return whether an exception comes from Jinja's parser or compiler."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__name__") in {"jinja2.parser", "jinja2.compiler"}:
            return True
        trace = trace.tb_next
    return False


def _explain(error: Exception) -> str:
    match error:
        case RecursionError():
            return "it includes itself without end"
        case MemoryError():
            return "it needs more memory than there is"
    return str(error) or type(error).__name__


def _plain(message: str) -> str:
    """Shorten Jinja's names of objects to their class: `Edition`."""
    return re.sub(r"'briefgen\.[\w.]+\.(\w+) object'", r"`\1`", message)


def _find_location(error: Exception, default: str) -> tuple[str, int]:
    """Return file name and line of the innermost template frame in a traceback, which Jinja has rewritten."""
    location, trace = (default, 0), error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__jinja_template__") or trace.tb_frame.f_code.co_filename
        if str(name).endswith(".j2"):
            location = (Path(str(name)).name, trace.tb_lineno)
        trace = trace.tb_next
    return location
