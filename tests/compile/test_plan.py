"""What an issue's neighbours can change about its reports."""

from datetime import date

from briefgen.manuscript import ListedSource, Sibling, shingle, view_neighbour
from briefgen.manuscript.shingles import FAINT
from briefgen.model import PartialDate
from briefgen.rules.structure.issue_sequence import ALIKE
from briefgen.yamltext import Position

OWN = Sibling("7.yaml", 7, date(2024, 1, 5), (("Silt", shingle("The basin fills within a season, the crews say.")),))
BODY = shingle("Quite another text about ferries and the people who take them to work.")
OTHER = Sibling(
    "6.yaml",
    6,
    date(2023, 12, 29),
    (("Ferries", BODY),),
    (ListedSource(Position(9, 3), "BBC", PartialDate(2023, 12, 1), "On ferries"),),
    frozenset({"IMO"}),
)


def _with(**changes: object) -> Sibling:
    fields = {name: getattr(OTHER, name) for name in OTHER.__struct_fields__}
    return Sibling(**(fields | changes))


def test_what_rules_look_at_is_seen() -> None:
    seen = view_neighbour(OWN, OTHER)
    for changed in (
        _with(number=5),
        _with(date=date(2024, 1, 5)),
        _with(acronyms=frozenset[str]()),
        _with(explained=frozenset({"IMO"})),
        _with(sources=()),
        _with(sources=(OTHER.sources[0]._replace(url="https://example.org/"),)),
        _with(bodies=(("Silt", BODY),)),
        _with(bodies=OWN.bodies),
    ):
        assert view_neighbour(OWN, changed) != seen


def test_other_words_and_moved_lines_are_not() -> None:
    moved = OTHER.sources[0]._replace(position=Position(12, 3))
    reworded = (("Ferries", BODY | shingle("One more sentence about the ferries that nobody else has.")),)
    assert view_neighbour(OWN, _with(sources=(moved,), bodies=reworded)) == view_neighbour(OWN, OTHER)


def test_what_texts_share_is_seen_before_any_rule_speaks_of_it() -> None:
    assert FAINT < ALIKE
