"""Words that stand twice in a row only by mistake, and those that may be doubled, in languages other than English."""

from msgspec import Struct


class Doubling(Struct, frozen=True):
    """The words of a language."""

    never: frozenset[str]
    """Function words that no sentence has twice in a row."""
    may: frozenset[str] | None = None
    """Longer words that may be doubled, for emphasis or with two meanings; None if too many may to tell."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Not in the lists, because they are right: “in der der Hafen”, “ab und zu zu viel”, “nach wie vor vor Gericht”, “besser
# als als Kind”; “en en parlant”, “nous nous”, “à la une une photo”; “lo que es es”; “se se considerar”; “het het”.
DOUBLINGS = {
    "de": Doubling(
        _words(
            "aber am an auf aus bei beim bis dass ein eine für gegen im in ins mit ob oder ohne sondern und unter vom "
            "von wegen weil zum zur zwischen"
        ),
        _words(
            "andere anderen anderer anderes diese diesem diesen dieser dieses einem einen einer eines einige haben "
            "hatten ihnen immer jenem jenen jener jenes keine können langsam lange lassen manche müssen nichts sollen "
            "solche viele vielen waren weiter welche werden wieder wurden würden zwanzig dreißig hundert tausend "
            "sieben"
        ),
    ),
    "es": Doubling(
        _words("al con de del el en la las los o para por que se sin sobre su sus un una y"),
        _words(
            "ahora ahorita bueno buenos claro igual luego malo mejor mucha mucho muchas muchos nunca pasito poquito "
            "pronto siempre todos verdad"
        ),
    ),
    "fr": Doubling(
        _words("au aux avec ce ces cette dans de des du et la le les ou par pour que sa ses son sur un à"),
        _words(
            "beaucoup belle celle comme elles encore faire grand grande jamais laisser longtemps petit petite "
            "toujours vraiment"
        ),
    ),
    "it": Doubling(_words("al alla con da dei del della delle di e gli il in la le lo nel nella per un una")),
    "nl": Doubling(_words("de door een en met of")),
    "pt": Doubling(
        _words("ao aos as com da das de do dos e em na nas no o os para pela pelo por que sem um uma"),
        _words("agora calma claro igual muita muito nunca quase sempre todos verdade"),
    ),
}  # fmt: skip
