"""What all records of the model share: they name every key they know."""

from typing import dataclass_transform

from briefgen.frozen import Frozen


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(Frozen):
    """A part of an issue, a publication or the outlets register as its author wrote it.

    The annotations of its fields, which stand in `fields.py`, also say how each is read from a file. A record
    takes values as they are: `parse_issue` and its like hold them to their kinds.
    """

    def check(self) -> None:
        """Hold the fields against each other; what no single field can say stands here.

        Raises:
            Misfit: they do not go together.
        """
