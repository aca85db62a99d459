"""A program in the place of Pagefind's service: as quick as a test needs it, and failing on demand."""

import sys
from pathlib import Path

from briefgen.compile.search_index import SearchProgram

_BEGIN = f"""#!{sys.executable} -S
import base64, gzip, json, os, sys, time
from hashlib import sha256
from pathlib import Path
log = Path(__file__).with_suffix(".log")

def receive():
    message = b""
    while (byte := sys.stdin.buffer.read(1)) not in (b",", b""):
        message += byte
    return json.loads(base64.b64decode(message))["payload"]

def answer(**payload):
    message = json.dumps({{"message_id": 0, "payload": payload}}).encode()
    sys.stdout.buffer.write(base64.b64encode(message) + b",")
    sys.stdout.flush()

settings = receive()["config"]
answer(type="NewIndex", index_id=0)
pages = {{}}
while (asked := receive())["type"] == "AddFile":
    pages[asked["file_path"]] = asked["file_contents"]
    answer(type="IndexedFile", page_word_count=1, page_url="/" + asked["file_path"], page_meta={{}})
with log.open("a") as file:
    print(json.dumps([sys.argv[1:], dict(os.environ), os.getcwd(), settings, list(pages)]), file=file)

def give(files):
    files = [{{"path": path, "content": base64.b64encode(files[path]).decode()}} for path in files]
    answer(type="GetFiles", files=files)
"""
INDEX = """
digest = sha256("".join(pages.values()).encode()).hexdigest()[:7]
give({
    "pagefind-entry.json": json.dumps({"version": "1", "digest": digest}).encode(),
    "pagefind.js": b"// js",
    "pagefind-ui.js": b"// ui",
    f"fragment/en_{digest}.pf_fragment": gzip.compress(b"words", mtime=0),
})
"""
FAULT = """
answer(type="Error", message="out of order")
"""


def write_program(folder: Path, code: str = INDEX) -> SearchProgram:
    """Write a program that takes documents, logs how it was called, and runs `code` when it is asked for the files."""
    path = folder / "pagefind"
    path.write_text(_BEGIN + code, encoding="utf-8")
    path.chmod(0o755)
    return SearchProgram(path, "pagefind_bin-1")
