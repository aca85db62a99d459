"""What all records of the model share: they are frozen and name every key they know.

Names are imported from pydantic's own modules: `from pydantic import Field` would load a fifth of the
library (20 ms) for types that no record has. Schemas are built when a record is first read.
"""

from typing import Self

from pydantic.config import ConfigDict
from pydantic.main import BaseModel


class Record(BaseModel):
    """A part of an issue, a publication or the outlets register as its author wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, defer_build=True)

    def replace(self, **changes: object) -> Self:
        """Return the record with some fields changed, none of them validated."""
        return self.model_copy(update=changes)
