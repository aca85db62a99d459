"""A program in the place of Pagefind: as quick as a test needs it, and failing on demand."""

import sys
from pathlib import Path

from briefgen.compile.search_index import SearchProgram

_BEGIN = f"""#!{sys.executable} -S
import gzip, json, os, sys, time
from pathlib import Path
log = Path(__file__).with_suffix(".log")
pages = sorted(path.as_posix() for path in Path("site").rglob("*.html"))
with log.open("a") as file:
    print(json.dumps([sys.argv[1:], dict(os.environ), pages]), file=file)
"""
INDEX = """
from hashlib import sha256
digest = sha256("".join(Path(page).read_text() for page in pages).encode()).hexdigest()[:7]
Path("search/fragment").mkdir(parents=True)
Path("search/pagefind.js").write_text("// js")
Path("search/pagefind-ui.js").write_text("// ui")
Path(f"search/fragment/en_{digest}.pf_fragment").write_bytes(gzip.compress(b"words", mtime=0))
Path("search/pagefind-entry.json").write_text(json.dumps({"version": "1", "digest": digest}))
"""


def write_program(folder: Path, code: str = INDEX) -> SearchProgram:
    """Write a program that runs `code`, and logs its arguments, its environment and the pages that it sees."""
    path = folder / "pagefind"
    path.write_text(_BEGIN + code, encoding="utf-8")
    path.chmod(0o755)
    return SearchProgram(path, "pagefind_bin-1")
