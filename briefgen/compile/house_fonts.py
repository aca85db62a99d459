"""Loads and validates a publication's own fonts."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.compile.setting_reports import report_setting
from briefgen.diagnostics import Diagnostic
from briefgen.fonts import MAX_BYTES, HouseFace, RefusedFontError, validate_font

FONTS = "fonts"


def load_fonts(
    root: Path, names: Sequence[str], settings: Path
) -> tuple[tuple[HouseFace, ...], tuple[Diagnostic, ...]]:
    """Load the files in `fonts/` that the settings name; refused fonts are reported at their setting."""
    faces: dict[tuple[str, int, str], HouseFace] = {}
    faults = []
    for index, name in enumerate(names):
        try:
            face = validate_font(read_beneath(root, f"{FONTS}/{name.removeprefix('fonts/')}", limit=MAX_BYTES))
        except UnreadableFileError as error:
            faults.append(_refuse(settings, index, str(error), error.hint))
        except RefusedFontError as error:
            faults.append(_refuse(settings, index, f"`{name}` {error}", error.hint))
        else:
            if faces.setdefault((face.family, face.weight, face.style), face) is not face:
                message = f"`{name}` is a second {face.family} {face.weight} {face.style}"
                faults.append(_refuse(settings, index, message, "name one file for each face"))
    return tuple(faces.values()), tuple(faults)


def _refuse(settings: Path, index: int, message: str, hint: str) -> Diagnostic:
    return report_setting(settings, ("build", "fonts", index), message, hint)
