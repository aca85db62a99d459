"""What all records of the model share: they are frozen, name every key they know, and leave `x-` keys alone."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator

FREE_PREFIX = "x-"


class Record(BaseModel):
    """A part of an issue, a publication or the outlets register as its author wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_free_keys(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the author wrote
        if isinstance(value, dict):
            return {key: item for key, item in value.items() if not str(key).startswith(FREE_PREFIX)}
        return value

    def replace(self, **changes: object) -> Self:
        """Return the record with some fields changed, none of them validated."""
        return self.model_copy(update=changes)
