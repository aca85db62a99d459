"""Measures images from their headers, and has them re-encoded without metadata in a process of their own."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefgen.compile.measuring import PNG, Measured, damaged, has_only_pixels, measure
from briefgen.compile.near_files import advise_near
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.manuscript import ImageFact

if TYPE_CHECKING:
    from briefgen.model import Crop
    from briefgen.worker.child import Process

MAX_BYTES = 5_000_000
MAX_PIXELS = 20_000_000
MAX_SIDE = 8_000
# Two pixels for each of the page's 800 CSS pixels, and 230 dpi across the text in the PDF.
PRINTED_WIDTH = 1_600

# Two pixels for each CSS pixel across a phone, and the size of pictures in lists of issues.
SMALL_WIDTH = 800

Box = tuple[int, int, int, int]


def measure_image(folder: Path, name: str) -> ImageFact:
    """Return the size of an image in pixels and bytes, or why it cannot be used; the image is not decoded."""
    try:
        content, measured = _read(folder, name)
    except UnreadableFileError as error:
        hint, meant = advise_near(folder, name) if error.is_missing else (error.hint, "")
        return ImageFact(problem=str(error), help=hint, meant=meant)
    return ImageFact(measured.width, measured.height, len(content))


def _read(folder: Path, name: str) -> tuple[bytes, Measured]:
    """Read and measure an image.

    Raises:
        UnreadableFileError: it cannot be used.
    """
    content = read_beneath(folder, name, limit=MAX_BYTES)
    measured = measure(content, name)
    if max(measured.width, measured.height) > MAX_SIDE or measured.width * measured.height > MAX_PIXELS:
        problem = f"`{name}` has {measured.width:,} by {measured.height:,} pixels"
        raise UnreadableFileError(problem, f"scale it to {PRINTED_WIDTH} pixels wide")
    return content, measured


class PictureDesk:
    """Re-encodes the pictures of one issue, one after another.

    A picture is decoded in a process that can be killed and whose memory is limited. It starts with the first picture;
    if it dies, the next picture gets a new one. Use it as a context manager, which ends the process. Not thread-safe.
    """

    def __init__(self, *, seconds: float = 60.0, memory: int = 640 * 1024**2) -> None:
        """Set the limits of a picture: seconds, and bytes of address space.

        They are a safety net: pixels and bytes are counted first. The limit of seconds also applies to all pictures
        together that end in an error.
        """
        self._seconds = seconds
        self._memory = memory
        self._process: Process | None = None

    def encode(
        self, folder: Path, name: str, crop: "Crop | None" = None, *, width: int = PRINTED_WIDTH
    ) -> tuple[bytes, int, int]:
        """Re-encode an image, at most `width` pixels wide, without metadata; return it with its size in pixels.

        Raises:
            UnreadableFileError: `measure_image` reports a problem, or the file cannot be decoded.
        """
        content, measured = _read(folder, name)
        size = measured.width, measured.height
        head = {
            "size": size,
            "width": width,
            "is_photo": not content.startswith(PNG),
            "crop": crop.cut(*size) if crop else None,
            "turned_crop": crop.cut(*size[::-1]) if crop else None,
        }
        answer, files = self._ask(head, measured.needed(content), name)
        match answer:
            case {"size": [int(across), int(down)]} if self._is_sound(files.get("picture", b""), across, down):
                return files["picture"], across, down
            case {"fault": str(fault)} if fault.startswith("MemoryError"):
                raise self._too_much(name)
            case _:
                raise damaged(name)

    def _ask(self, head: dict[str, object], content: bytes, name: str) -> tuple[dict[str, object], dict[str, bytes]]:
        from briefgen.worker.child import ChildError, ask, start_child  # noqa: PLC0415 - only pictures need it

        if self._process is None:
            self._process = start_child("pictures", memory=self._memory, seconds=self._seconds)
        try:
            return ask(self._process, head, {"picture": content}, seconds=self._seconds)
        except ChildError as end:
            self.close()
            if end.is_late:
                # So that fifty such pictures together do not take fifty times as long.
                taken, self._seconds = self._seconds, min(self._seconds, 1.0)
                message = f"`{name}` cannot be decoded within {taken:g} seconds"
                raise UnreadableFileError(message, "save it again, at a smaller size") from end
            raise self._too_much(name) if end.is_killed else damaged(name) from end

    @staticmethod
    def _is_sound(picture: bytes, width: int, height: int) -> bool:
        """Return whether a picture has the stated size, and holds nothing else: the process is not trusted."""
        if not has_only_pixels(picture):
            return False
        measured = measure(picture, "")
        return (measured.width, measured.height) == (width, height)

    @staticmethod
    def _too_much(name: str) -> UnreadableFileError:
        return UnreadableFileError(
            f"`{name}` needs too much memory to decode", f"scale it to {PRINTED_WIDTH} pixels wide, or save it again"
        )

    def close(self) -> None:
        """End the process; the next picture starts another."""
        process, self._process = self._process, None
        if process is not None:
            from briefgen.worker.child import end_child  # noqa: PLC0415 - it is loaded already

            end_child(process)

    def __enter__(self) -> Self:
        """Return itself; the process starts with the first picture."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()
