"""What is left in German, Spanish and French texts: words for what is missing, and the phrases of chat assistants."""

from briefgen.prose import Pattern

# Each in brackets, which no text has around them; those of a link are none.
_GERMAN = (
    r"(?:Quellen?|Belege?|Zahl(?:en)?|Namen?|Datum|Titel|Ort|Link|Bild|Foto|Zitat|Text|Betrag|Preis|Angabe)"
    r"(?: noch)? (?:fehl(?:t|en)|einsetzen|einfügen|ergänzen|nachtragen|prüfen|eintragen|folgt|noch offen)"
    r"|(?:bitte )?(?:noch )?(?:einsetzen|einfügen|ergänzen|nachtragen|nachprüfen|überprüfen)|fehlt noch|Platzhalter"
    r"|hier (?:Text|Bild|Zitat|Link|Zahl|Name)n? (?:einsetzen|einfügen|ergänzen)|Blindtext"
)
_SPANISH = (
    r"pendientes?|por (?:confirmar|completar|definir|verificar|revisar)|(?:a|para) completar|completar|rellenar"
    r"|falta(?:n)? (?:la |el |los |las )?(?:fuente|cita|dato|cifra|nombre|fecha|enlace|foto|título)s?"
    r"|(?:insertar|añadir|agregar|poner|verificar|comprobar|revisar|confirmar) [^\[\]\n]{1,40}"
    r"|cita requerida|(?:fuente|cifra|dato|fecha|nombre)s? ?\?+|dato|cifra|nombre"
)
_FRENCH = (
    r"à (?:compléter|vérifier|confirmer|préciser|insérer|remplir|venir)|référence nécessaire"
    r"|(?:source|chiffre|citation|nom|date|lien|photo|titre)s? "
    r"(?:manquante?s?|à (?:compléter|vérifier|ajouter|insérer))"
    r"|(?:insérer|ajouter|vérifier|compléter|préciser) [^\[\]\n]{1,40}"
)
FOREIGN_MISSING = {
    language: Pattern(rf"\[(?:{words})(?: ?[!?:.…]*)\](?![(\[:])", literals=("[",), reach=80, ignores_case=True)
    for language, words in (("de", _GERMAN), ("es", _SPANISH), ("fr", _FRENCH))
}
"""In square brackets, where the text is in that language."""

FOREIGN_REMARKS = {
    "de": Pattern(
        rf"\((?:{_GERMAN})\)|\b(?:Hier steht|Dies ist|Das ist) (?:ein )?(?:Typob|B)lindtext\b",
        literals=("(", "blindtext"), reach=80, ignores_case=True,
    ),
    "es": Pattern(
        r"\((?:pendiente|por (?:confirmar|completar|verificar|revisar)|completar|falta (?:la |el )?"
        r"(?:fuente|cita|dato|cifra|nombre|fecha))\)",
        literals=("(",), reach=60, ignores_case=True,
    ),
    "fr": Pattern(
        r"\((?:à (?:compléter|vérifier|préciser|insérer)|source (?:manquante|à vérifier))\)",
        literals=("(à", "(source"), reach=60, ignores_case=True,
    ),
}  # fmt: skip
"""In parentheses, where an announced thing may be open."""

_REVISED_DE = r"(?:überarbeitete|umformulierte|verbesserte|korrigierte|optimierte|gekürzte)[nrs]?"
_TEXT_DE = r"(?:Text|Fassung|Version|Absatz|Entwurf|Artikel|Abschnitt|Zusammenfassung|Übersetzung)"
_TEXT_ES = r"(?:texto|versión|borrador|resumen|artículo|párrafo|traducción|boletín)"
_TEXT_FR = r"(?:texte|version|résumé|article|paragraphe|traduction|brouillon)"
FOREIGN_ASSISTANTS = Pattern(
    r"\bAls (?:eine? )?(?:KI|großes Sprachmodell|Sprachmodell)(?:[- ](?:Sprachmodell|Modell|Assistent|basiert\w+ \w+))?"
    r",? (?:kann|habe|bin|darf|besitze) ich\b"
    rf"|\bHier ist (?:der|die|das|dein|deine|Ihr|Ihre|eine?) {_REVISED_DE} {_TEXT_DE}:"
    rf"|\b(?:Gerne?|Natürlich|Klar|Selbstverständlich)[!,] [Hh]ier ist (?:der|die|das|dein|deine|Ihr|Ihre|eine?) "
    rf"(?:\w+ ){{0,2}}{_TEXT_DE}\b"
    r"|\bComo (?:un )?(?:modelo de (?:lenguaje|IA)|modelo de lenguaje de IA|inteligencia artificial|asistente de IA), "
    r"(?:no|yo|mi)\b"
    r"|¡(?:Claro|Claro que sí|Por supuesto|Con gusto|Desde luego)! Aquí (?:tienes|tiene|está|va) "
    rf"(?:\w+ ){{0,3}}{_TEXT_ES}"
    r"(?: (?:revisad|corregid|mejorad|reescrit|abreviad)[oa])?\b"
    rf"|\bAquí (?:tienes|tiene) (?:el|la|una?) {_TEXT_ES} (?:revisad|corregid|mejorad|reescrit|abreviad)[oa]\b"
    r"|\bEn tant qu(?:e |’|')(?:modèle de langage|grand modèle de langage|intelligence artificielle|IA|assistant IA)"
    r",? j(?:e\b|’|')"
    rf"|\b(?:Bien sûr|Certainement|Avec plaisir|Absolument)\s?[!,] [Vv]oici (?:\w+ ){{1,3}}{_TEXT_FR}"
    r"(?: (?:révisé|corrigé|amélioré|reformulé|retravaillé)e?)?\b"
    rf"|\bVoici (?:le|la|une?|votre) {_TEXT_FR} (?:révisé|corrigé|amélioré|reformulé|retravaillé)e?\b",
    literals=(
        "als ki", "als eine ki", "als ein ki", "sprachmodell", "hier ist ", "como modelo", "como un modelo",
        "como inteligencia", "como asistente", "! aquí ", "aquí tiene", "en tant qu", "voici ",
    ),
    reach=150,
    ignores_case=True,
)  # fmt: skip
"""What assistants say to the person who asked, in any newsletter; a text may quote it."""
