"""Pictures from anyone: judged before they are decoded, decoded where they can be stopped, and published as pixels."""

import base64
import re
import subprocess
import sys
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefgen.compile.images import PictureDesk, measure_image
from briefgen.compile.measuring import has_only_pixels, measure
from briefgen.compile.safe_read import UnreadableFileError
from briefgen.manuscript import facts
from briefgen.worker import child
from tests.cli.conftest import ISSUE
from tests.compile.test_images import WIDE
from tests.hostile.conftest import COMMAND, Start, environment
from tests.hostile.pictures import LIARS, MARK, encode, plant
from tests.shared import SHARED, shared_file

PLANTED = list(plant(WIDE))
GROUP = 1024**3
"""The memory that all processes of a command may take together, in bytes."""
# Runs the command and says what it and the largest of its children took; together at least what they took at once.
MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True)
sys.stderr.buffer.write(done.stdout + done.stderr)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def judge(folder: Path, content: bytes) -> str:
    """Return why a picture is not used, or "" if it is encoded; nothing else may happen."""
    (folder / "a.png").write_bytes(content)
    problem = measure_image(folder, "a.png").problem
    found = ""
    try:
        with PictureDesk() as desk:
            desk.encode(folder, "a.png")
    except UnreadableFileError as error:
        found = str(error)
    assert found == (problem or found)
    return found


@pytest.mark.parametrize("name", LIARS)
def test_a_picture_that_lies_is_refused(tmp_path: Path, name: str) -> None:
    assert judge(tmp_path, LIARS[name]())


@pytest.mark.parametrize("name", [name for name in LIARS if "second" in name or "canvas" in name or "scans" in name])
def test_a_picture_with_two_sizes_is_refused_before_it_is_decoded(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.png").write_bytes(LIARS[name]())
    assert measure_image(tmp_path, "a.png").problem == "`a.png` is damaged"


def test_the_files_of_the_attack_are_refused_or_encoded_within_the_limits(tmp_path: Path) -> None:
    files = [*shared_file("hostile/images").iterdir(), *shared_file("cases/hostile/images").iterdir()]
    usable = {path.name for path in sorted(files) if path.is_file() and not judge(tmp_path, path.read_bytes())}
    # Pictures with something beside their pixels, which stays behind; everything else is refused.
    assert usable == {"exif.jpg", "tail.jpg", "png_ztxt_bomb.png"}
    print(f"G6: {len(files)} hostile pictures, {len(files) - len(usable)} refused")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_of_several_frames_the_first_is_shown(tmp_path: Path, kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("blue", "red")]
    content = BytesIO()
    several = {} if kind == "JPEG" else {"save_all": True, "append_images": frames[1:]}
    frames[0].save(content, kind, **several)
    (tmp_path / "a.png").write_bytes(content.getvalue())
    with PictureDesk() as desk:
        shown = Image.open(BytesIO(desk.encode(tmp_path, "a.png")[0])).convert("RGB").getpixel((9, 9))
    assert isinstance(shown, tuple)
    assert shown[2] - shown[0] > 200


@pytest.mark.attacks
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_what_is_needed_of_a_picture_is_a_picture(kind: str) -> None:
    for profile in (None, WIDE):
        content = encode(kind, icc_profile=profile)
        needed = measure(content, "").needed(content)
        assert Image.open(BytesIO(needed)).tobytes() == Image.open(BytesIO(content)).tobytes()
        assert measure(needed, "").needed(needed) == needed


def everything_in(folder: Path) -> bytes:
    """Return the bytes of all files, and of what is encoded or compressed in them."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            coded = [base64.b64decode(each) for each in re.findall(rb"base64,([A-Za-z0-9+/=]+)", content)]
            for each in (content, *coded):
                found.append(each)
                found += map(unpack, re.findall(rb"stream\r?\n(.*?)endstream", each, re.DOTALL))
                found += map(unpack, re.findall(rb"(?:IDAT|iCCP[^\0]*\0\0|zTXt[^\0]*\0\0)(.*)", each, re.DOTALL))
    return b"\0".join(found)


def unpack(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content)
    except zlib.error:
        return b""


def test_nothing_but_pixels_leaves(newsroom: Path, start: Start) -> None:
    (newsroom / "issues/images").mkdir()
    lines = []
    for number, (_, suffix, content) in enumerate(PLANTED):
        assert MARK in content + b"".join(map(unpack, content.split(b"\0\0")))
        (newsroom / f"issues/images/{number}.{suffix}").write_bytes(content)
        lines.append(f"      ![a](images/{number}.{suffix})\n\n")
    text = ISSUE.replace("      The basin fills", "".join(lines) + "      The basin fills")
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    done = start("build", "--format", "html,markdown,pdf")
    assert done.returncode == 0, done.stderr
    assert len(list((newsroom / "dist/7-two-ports/images").iterdir())) >= 1
    assert everything_in(newsroom / "issues").count(MARK) >= len(PLANTED)
    assert MARK not in everything_in(newsroom / "dist")
    for path in (newsroom / "dist/7-two-ports/images").iterdir():
        assert has_only_pixels(path.read_bytes())


def test_a_bomb_is_an_error_at_its_line_and_the_outputs_stay(newsroom: Path, start: Start) -> None:
    assert start("build", "--format", "html,markdown").returncode == 0
    before = {path: path.read_bytes() for path in (newsroom / "dist").rglob("*") if path.is_file()}
    (newsroom / "issues/images").mkdir()
    bombs = ["PNG, second header behind the pixels", "JPEG, second frame header", "PNG, fewer rows than stated"]
    for number, name in enumerate(bombs):
        (newsroom / f"issues/images/{number}.png").write_bytes(LIARS[name]())
    others = [path for path in (SHARED / "cases/hostile/images", SHARED / "cases/hostile/damaged") if path.exists()]
    for path in (each for folder in others for each in sorted(folder.iterdir())):
        (newsroom / f"issues/images/{len(bombs)}.png").write_bytes(path.read_bytes())
        bombs.append(path.name)
    shown = "".join(f"      ![a](images/{number}.png)\n\n" for number in range(len(bombs)))
    text = ISSUE.replace("      The basin fills", shown + "      The basin fills")
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    measured = [sys.executable, "-c", MEASURE, *COMMAND, "build", "--format", "html,markdown"]
    done = subprocess.run(measured, cwd=newsroom, capture_output=True, check=False, env=environment())
    code, peak = map(int, done.stdout.split())
    assert code == 1
    said = done.stderr.decode()
    assert "Traceback" not in said
    for number in range(len(bombs)):
        assert re.search(rf"images/{number}\.png` is damaged\n +--> \S+:{12 + 2 * number}:7\n", said), said
    assert {path: path.read_bytes() for path in before} == before
    assert 2 * peak * 1024 < GROUP


FAKE = """
import time
class Image:
    Image = object
    DecompressionBombWarning = UserWarning
    @staticmethod
    def open(*a, **k):
        {does}
class ImageFile: pass
class ImageOps: pass
"""


@pytest.mark.attacks
@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("while True: pass", "`a.png` cannot be decoded within 1 seconds"),
        pytest.param("time.sleep(99)", "`a.png` cannot be decoded within 1 seconds", marks=pytest.mark.nightly),
        ("x = [bytes(10**7) for _ in range(10**4)]", "`a.png` needs too much memory to decode"),
        ("import os; os.kill(os.getpid(), 11)", "`a.png` needs too much memory to decode"),
        ("import os; os._exit(0)", "`a.png` is damaged"),
        ("raise RuntimeError", "`a.png` is damaged"),
    ],
)
def test_a_decoder_that_hangs_eats_or_dies_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    (tmp_path / "PIL").mkdir()
    (tmp_path / "PIL/__init__.py").write_text(FAKE.format(does=does), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "a.png").write_bytes(encode())
    begun = time.monotonic()
    seconds = 1 if "seconds" in said else 60
    with PictureDesk(seconds=seconds) as desk, pytest.raises(UnreadableFileError, match=re.escape(said)):
        desk.encode(tmp_path, "a.png")
    assert time.monotonic() - begun < 30
    assert desk._process is None


@pytest.mark.nightly
def test_after_a_picture_that_hung_others_get_less_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "PIL").mkdir()
    (tmp_path / "PIL/__init__.py").write_text(FAKE.format(does="time.sleep(99)"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "a.png").write_bytes(encode())
    with PictureDesk(seconds=1.2) as desk:
        for expected in ("1.2", "1"):
            with pytest.raises(UnreadableFileError, match=f"within {expected} seconds"):
                desk.encode(tmp_path, "a.png")


@pytest.mark.attacks
@pytest.mark.parametrize(
    "answer",
    [
        encode() + MARK,
        encode("JPEG", comment=MARK),
        encode("JPEG", exif=b"Exif\0\0" + MARK),
        encode("PNG", icc_profile=WIDE),
        encode("PNG", (63, 48)),
        b"<svg>",
        b"",
    ],
)
def test_an_answer_that_is_more_than_pixels_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    # A decoder that was taken over could answer anything.
    (tmp_path / "a.png").write_bytes(encode())
    monkeypatch.setattr("briefgen.worker.child.ask", lambda *_, **__: ({"size": [64, 48]}, {"picture": answer}))
    with PictureDesk() as desk, pytest.raises(UnreadableFileError, match="damaged"):
        desk.encode(tmp_path, "a.png")


def test_one_process_decodes_all_pictures_and_none_starts_without_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[child.Process] = []
    start = child.start_child

    def count(*words: object, **limits: object) -> child.Process:
        started.append(start(*words, **limits))  # type: ignore[arg-type]
        return started[-1]

    monkeypatch.setattr(child, "start_child", count)
    (tmp_path / "a.png").write_bytes(encode())
    with PictureDesk() as desk:
        assert not started
        desk.encode(tmp_path, "a.png")
        desk.encode(tmp_path, "a.png")
        assert [process.poll() for process in started] == [None]
    assert started[0].poll() is not None


LIMITS = {
    "MAX_IMAGE_PIXELS": "more than 0 million pixels in the images of one issue",
    "MAX_IMAGE_BYTES": "more than 0 MB in the images of one issue",
    "MAX_IMAGES": "more than 1 images in one issue",
}


@pytest.mark.parametrize("limit", LIMITS)
def test_all_pictures_of_an_issue_have_one_budget(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(facts, limit, 1 if limit == "MAX_IMAGES" else 101)
    totals = facts.ImageTotals()
    each = facts.ImageFact(10, 10, 100)
    assert [totals.add(each), totals.add(each), totals.add(each)] == ["", LIMITS[limit], ""]
    assert totals.is_full


def test_what_is_over_the_budget_is_reported_and_not_decoded(newsroom: Path) -> None:
    (newsroom / "issues/images").mkdir()
    for name in "ab":
        (newsroom / f"issues/images/{name}.png").write_bytes(encode())
    text = ISSUE + "image: {file: images/a.png, alt: a, credit: b}\n"
    text = text.replace("      The basin fills", "      ![a](images/b.png)\n\n      The basin fills")
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    script = (
        "import sys, briefgen.manuscript.facts as f; f.MAX_IMAGE_PIXELS = 64 * 48 + 1\n"
        "from briefgen.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "build", "--format", "html"]
    done = subprocess.run(command, cwd=newsroom, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 1
    assert f"unusable-image: {LIMITS['MAX_IMAGE_PIXELS']}" in done.stdout, done.stdout
