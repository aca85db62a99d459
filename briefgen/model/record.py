"""What all records of the model share: they are frozen and name every key they know.

Dataclasses would do; but defining the seventeen records of the model as such takes 12 ms in every run of
briefgen, and here it takes less than one.
"""

from typing import ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """A part of an issue, a publication or the outlets register as its author wrote it.

    Its fields are its annotations; the annotations of `fields.py` also say how each is read from a file.
    """

    fields: ClassVar[dict[str, object]] = {}
    """Names of the fields, in order, with their annotations."""
    defaults: ClassVar[dict[str, object]] = {}
    """Values of the fields that may be left out."""

    def __init_subclass__(cls) -> None:
        """Take note of the fields."""
        own = cls.__annotations__
        cls.fields = {**cls.fields, **own}
        cls.defaults = {**cls.defaults, **{name: getattr(cls, name) for name in own if name in vars(cls)}}

    def __init__(self, **values: object) -> None:
        """Take values as they are; `parse_issue` and its like hold them to their kinds.

        Raises:
            TypeError: a value is missing, or belongs to no field.
        """
        held = vars(self)
        held.update(self.defaults)
        held.update(values)
        if held.keys() != self.fields.keys():
            message = f"{type(self).__name__} takes {', '.join(self.fields)}; given were {', '.join(values) or 'none'}"
            raise TypeError(message)

    def check(self) -> None:
        """Hold the fields against each other; what no single field can say stands here.

        Raises:
            Misfit: they do not go together.
        """

    def replace(self, **changes: object) -> Self:
        """Return the record with some fields changed."""
        return type(self)(**{**self.values(), **changes})

    def values(self) -> dict[str, object]:
        """Return what the fields hold."""
        return {name: getattr(self, name) for name in self.fields}

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record does not change."""
        message = f"{type(self).__name__} is frozen: use replace({name}=…)"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        """Say whether another record holds the same."""
        return isinstance(other, Record) and type(self) is type(other) and self.values() == other.values()

    def __hash__(self) -> int:
        """Return the hash of what the fields hold."""
        return hash((type(self), *self.values().values()))

    def __repr__(self) -> str:
        """Return what was written, without the defaults."""
        own = (f"{name}={value!r}" for name, value in self.values().items() if value != self.defaults.get(name, ...))
        return f"{type(self).__name__}({', '.join(own)})"
