"""The names of folders for authors and outlets."""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from briefgen.model import make_slug, spell_slug

_DIGITS = 8


def name_folders(names: Mapping[str, str], tag: str) -> dict[str, str]:
    """Return a folder name for each key, made from its name; those that would share one get a digest as well.

    `tag` is that of the newsletter's language.
    """
    spelled = {key: spell_slug(name, tag) for key, name in names.items()}
    uses = Counter(spelled.values())
    return {
        key: slug if slug and uses[slug] == 1 and not slug.startswith("page-") else f"{slug}-{_digest(key)}".strip("-")
        for key, slug in spelled.items()
    }


def name_in_order(names: Mapping[str, str], tag: str) -> dict[str, str]:
    """Return a folder name for each key, as `name_folders` does; of those that would share one, the first keeps it.

    With the oldest first, a name never changes because of one that is added.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in names.items():
        slug = spell_slug(name, tag)
        is_own = slug and slug not in taken and not slug.startswith("page-")
        found[key] = slug if is_own else f"{slug}-{_digest(key)}".strip("-")
        taken.add(found[key])
    return found


def find_usual_names(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the name by which each key is called most often; of names that are as frequent, the first."""
    uses: dict[str, Counter[str]] = {}
    for key, name in names:
        uses.setdefault(key, Counter())[name] += 1
    return {key: counted.most_common(1)[0][0] for key, counted in uses.items()}


def name_outlets(names: Mapping[str, str], tag: str) -> dict[str, str]:
    """Return a folder name for each outlet by its key; a key of the register is one already."""
    known = {key: key for key in names if make_slug(key) == key and not key.startswith("page-")}
    taken = frozenset(known)
    others = name_folders({key: name for key, name in names.items() if key not in known}, tag)
    return known | {key: slug if slug not in taken else f"{slug}-{_digest(key)}" for key, slug in others.items()}


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:_DIGITS]
