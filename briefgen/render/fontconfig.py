"""Tells fontconfig to see the bundled Latin faces and nothing else, so that no machine's own fonts matter."""

import os
from html import escape
from pathlib import Path
from typing import Final

from briefgen.fonts import FONTS

_TEMPLATE: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>serif</family><prefer><family>Source Serif 4</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Source Sans 3</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Source Code Pro</family></prefer></alias>
  <selectfont><rejectfont><glob>*/Noto*</glob><glob>*/Amiri*</glob></rejectfont></selectfont>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


def write_fontconfig(folder: Path) -> Path:
    """Write `fonts.conf` into a folder, which also keeps fontconfig's cache, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "fonts.conf"
    text = _TEMPLATE.format(fonts=escape(str(FONTS / "pdf")), cache=escape(str(folder)))
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        # Another briefgen may read the file at this moment, so it is put in place whole.
        fresh = folder / f"fonts.conf.{os.getpid()}"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    return path
