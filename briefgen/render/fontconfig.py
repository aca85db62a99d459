"""Configures fontconfig to use the bundled Latin fonts, and system fonts only if a publication asks for them."""

from html import escape
from pathlib import Path
from typing import Final

from briefgen.fonts import FONTS

_TEMPLATE: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>{others}
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>serif</family><prefer><family>Source Serif 4</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Source Sans 3</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Source Code Pro</family></prefer></alias>
  <selectfont><rejectfont><glob>{fonts}/Noto*</glob><glob>{fonts}/Amiri*</glob></rejectfont></selectfont>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""
_INCLUDE: Final = '\n  <include ignore_missing="yes">{file}</include>'


def write_fontconfig(folder: Path, system: str | None = None) -> Path:
    """Write a configuration to a folder, which also holds fontconfig's cache, and return its path.

    `system` is the path of the system's configuration, if system fonts are wanted.
    """
    path = folder / "fonts.conf"
    others = _INCLUDE.format(file=escape(system)) if system else ""
    text = _TEMPLATE.format(fonts=escape(str(FONTS / "pdf")), cache=escape(str(folder)), others=others)
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    return path
