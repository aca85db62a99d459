"""Pictures from anyone: judged before they are decoded, decoded where they can be stopped, and published as pixels."""

import base64
import re
import signal
import subprocess
import sys
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from briefgen.compile import pictures
from briefgen.compile.images import PictureDesk, measure_image
from briefgen.compile.loading import load_manuscript
from briefgen.compile.measuring import has_only_pixels, measure
from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.pictures import Gallery, load_gallery
from briefgen.compile.safe_read import UnreadableFileError
from briefgen.manuscript import facts
from briefgen.worker import child
from briefgen.worker.picture_encoder import PictureError, encode_picture
from tests.cli.conftest import ISSUE
from tests.compile.test_images import WIDE
from tests.hostile.conftest import COMMAND, Start, environment
from tests.hostile.pictures import LIARS, MARK, chunk, encode, header, plant, png
from tests.shared import SHARED, shared_file

PLANTED = list(plant(WIDE))
GROUP = 1024**3
"""The memory that all processes of a command may take together, in bytes."""
# Runs the command and says what the largest of it and its children took of memory, and all together of the processor.
MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True)
sys.stderr.buffer.write(done.stdout + done.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_maxrss, used.ru_utime + used.ru_stime)
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


@pytest.mark.parametrize("name", [name for name in LIARS if re.search(r"second|two|canvas|scans|larger", name)])
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


NEEDED = re.compile("profile|Exif|pixels’ data|density|Adobe")
"""Where a decoder looks for the colours and the orientation of pixels."""


@pytest.mark.parametrize("planted", [each for each in PLANTED if not NEEDED.search(each[0])], ids=lambda each: each[0])
def test_what_no_pixel_needs_does_not_reach_the_decoder(planted: tuple[str, str, bytes]) -> None:
    _, _, content = planted
    needed = measure(content, "").needed(content)
    assert MARK not in needed + b"".join(map(unpack, needed.split(b"\0\0")))


@pytest.mark.parametrize("size", [(7_000, 7_000), (8_001, 2)])
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "a.png").write_bytes(png(header(*size), chunk(b"IDAT", zlib.compress(b""))))
    assert measure_image(tmp_path, "a.png").problem == f"`a.png` has {size[0]:,} by {size[1]:,} pixels"


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
    done = start("build", "--format", "html,markdown,pdf", BRIEFGEN_CACHE=str(newsroom.parent / "cache"))
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
    code, peak = map(int, done.stdout.split()[:2])
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


@pytest.mark.attacks
def test_a_decoder_that_nobody_waits_for_ends_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The command that started it may be stopped, and then counts no seconds.
    (tmp_path / "PIL").mkdir()
    (tmp_path / "PIL/__init__.py").write_text(FAKE.format(does="while True: pass"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    job = {"size": (64, 48), "width": 64, "is_photo": False}
    process = child.start_child("pictures", memory=GROUP, seconds=0.1)
    with pytest.raises(child.ChildError) as end:
        child.ask(process, job, {"picture": encode()}, seconds=60)
    child.end_child(process)
    assert (end.value.is_late, process.returncode) == (True, -signal.SIGXCPU)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_the_process_gets_nothing_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", MARK.decode())
    (tmp_path / "a.png").write_bytes(encode())
    with PictureDesk() as desk:
        desk.encode(tmp_path, "a.png")
        assert desk._process is not None
        given = Path(f"/proc/{desk._process.pid}/environ").read_bytes()
    assert b"BRIEFGEN_TASK=pictures" in given
    assert MARK not in given


JOB: dict[str, object] = {"size": [48, 64], "width": 64, "is_photo": False, "crop": None, "turned_crop": None}


@pytest.fixture
def pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give Pillow back the settings that the encoder changes, which otherwise has a process of its own."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", ImageFile.LOAD_TRUNCATED_IMAGES)


@pytest.mark.usefixtures("pillow")
def test_a_picture_of_another_size_than_stated_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was loaded"))
    with pytest.raises(PictureError, match="its headers say 48 by 64 pixels, and it has 64 by 48"):
        encode_picture(JOB, {"picture": encode()})


@pytest.mark.usefixtures("pillow")
def test_a_picture_whose_size_changes_as_it_is_loaded_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(picture: ImageFile.ImageFile) -> None:
        picture._size = (64, 48)

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)
    with pytest.raises(PictureError, match="its headers say 48 by 64 pixels, and it has 64 by 48"):
        encode_picture(JOB, {"picture": encode(size=(48, 64))})


@pytest.mark.usefixtures("pillow")
def test_the_decoder_is_told_how_many_pixels_there_may_be() -> None:
    with pytest.raises(Image.DecompressionBombError):
        encode_picture({**JOB, "size": [8, 8]}, {"picture": encode()})


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


def show_two_pictures(newsroom: Path) -> Path:
    """Put two pictures into an issue, and return its path."""
    (newsroom / "issues/images").mkdir()
    for name in "ab":
        (newsroom / f"issues/images/{name}.png").write_bytes(encode())
    text = ISSUE + "image: {file: images/a.png, alt: a, credit: b}\n"
    text = text.replace("      The basin fills", "      ![a](images/b.png)\n\n      The basin fills")
    path = newsroom / "issues/7-two-ports.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def load_two_pictures(newsroom: Path) -> Gallery:
    path = show_two_pictures(newsroom)
    return load_gallery(path.parent, load_manuscript(load_newsroom(newsroom), path), cache=None)


def test_pictures_over_the_budget_are_not_encoded(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "MAX_IMAGE_PIXELS", 64 * 48 + 1)
    gallery = load_two_pictures(newsroom)
    assert (list(gallery.content), list(gallery.faults)) == (["images/a.png"], [])


def test_pictures_have_one_budget_as_they_are_printed(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_IMAGE_BYTES", len(encode()) + 100)
    gallery = load_two_pictures(newsroom)
    assert list(gallery.content) == ["images/a.png"]
    assert gallery.faults["images/b.png"].problem.startswith("with `images/b.png`, the images of one issue have more")


def test_what_is_over_the_budget_is_reported(newsroom: Path) -> None:
    show_two_pictures(newsroom)
    script = (
        "import sys, briefgen.manuscript.facts as f; f.MAX_IMAGE_PIXELS = 64 * 48 + 1\n"
        "from briefgen.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "build", "--format", "html"]
    done = subprocess.run(command, cwd=newsroom, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 1
    assert f"unusable-image: {LIMITS['MAX_IMAGE_PIXELS']}" in done.stdout, done.stdout
