"""What values are made of here: they hold named fields, compare by them, and never change.

They are what `dataclass(frozen=True)` makes. But that decorator writes and compiles six functions for every
class, 0.7 ms each time briefgen starts, and there are some seventy such classes: they took longer than
checking an issue. Here a class costs a fiftieth of that, and an instance half a microsecond more.
"""

from typing import ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Frozen:
    """A value; its fields are its annotations, in order, and what stands behind `=` may be left out.

    Defaults are shared between instances and must not change either. What values can do beside holding fields
    is named as in `NamedTuple`: no field is called so, and no template reaches what begins with an underscore.
    """

    _fields: ClassVar[dict[str, object]] = {}
    """Names of the fields, in order, with their annotations."""
    _field_defaults: ClassVar[dict[str, object]] = {}
    """Values of the fields that may be left out."""

    def __init_subclass__(cls) -> None:
        """Take note of the fields."""
        super().__init_subclass__()
        own = cls.__annotations__
        cls._fields = {**cls._fields, **own}
        cls._field_defaults = {**cls._field_defaults, **{name: vars(cls)[name] for name in own if name in vars(cls)}}

    def __init__(self, *positional: object, **named: object) -> None:
        """Take the values of the fields as they are.

        Raises:
            TypeError: a value is missing, or belongs to no field.
        """
        fields, held = self._fields, self.__dict__
        held.update(zip(fields, positional, strict=False))
        held.update(named)
        if len(held) < len(fields):
            held.update({name: value for name, value in self._field_defaults.items() if name not in held})
        if held.keys() != fields.keys() or len(positional) > len(fields):
            message = f"{type(self).__name__} takes {', '.join(fields)}; given were {positional} and {named}"
            raise TypeError(message)

    def _replace(self, **changes: object) -> Self:
        """Return the value with some fields changed."""
        return type(self)(**{**self._asdict(), **changes})

    def _asdict(self) -> dict[str, object]:
        """Return what the fields hold."""
        held = self.__dict__
        return {name: held[name] for name in self._fields}

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a value does not change."""
        message = f"{type(self).__name__} is frozen: use _replace({name}=…)"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: a value does not change."""
        message = f"{type(self).__name__} is frozen: {name} stays"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        """Say whether another value is of the same class and holds the same."""
        return isinstance(other, Frozen) and type(self) is type(other) and self._asdict() == other._asdict()

    def __hash__(self) -> int:
        """Return the hash of what the fields hold."""
        return hash((type(self), *self._asdict().values()))

    def __repr__(self) -> str:
        """Return what was given, without the defaults."""
        defaults = self._field_defaults
        given = (f"{name}={value!r}" for name, value in self._asdict().items() if value != defaults.get(name, ...))
        return f"{type(self).__name__}({', '.join(given)})"
