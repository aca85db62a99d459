"""Where the templates are that come with briefgen."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = next(path for path in (_PACKAGE / "_templates", _PACKAGE.parent / "templates") if path.is_dir())
"""In a wheel, the templates are inside the package; in a checkout, next to it."""
