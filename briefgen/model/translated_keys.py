"""Our keys in German, French, Spanish, Italian and Swedish."""

# In lower case and without accents. A word may stand for keys of different groups.
_WORDS = {
    "number": "nummer numero nro ausgabe ausgabennummer",
    "date": "datum fecha data jour",
    "summary": "zusammenfassung resume resumen riassunto sammanfattning kurzfassung",
    "subject": "betreff objet asunto oggetto amne",
    "feature": "artikel hauptartikel articulo articolo leitartikel reportaje dossier hauptbeitrag",
    "briefs": "kurznachrichten breves kurz meldungen kurzmeldungen notizen notiser",
    "sources": "quellen quelle fuentes fuente fonti fonte kallor",
    "corrections": "korrekturen korrektur correcciones berichtigungen berichtigung correzioni rattelser",
    "draft": "entwurf brouillon borrador bozza utkast",
    "title": "titel titre titulo uberschrift titolo rubrik schlagzeile titular encabezado intitule",
    "deck": "untertitel unterzeile vorspann chapeau chapo subtitulo sous_titre sottotitolo entradilla bajada copete",
    "author": "autor autorin auteur autrice verfasser verfasserin autore forfattare",
    "authors": "autoren autorinnen auteurs autores autori",
    "image": "bild foto imagen immagine",
    "images": "bilder fotos imagenes immagini",
    "body": "inhalt texte texto corps cuerpo testo fliesstext haupttext",
    "language": "sprache langue idioma lengua lingua sprak",
    "section": "rubrik rubrique ressort seccion sezione abschnitt",
    "name": "nom nombre nome namn",
    "bio": "biografie biografia",
    "file": "datei fichier archivo",
    "alt": "alttext alternativtext texte_alternatif texto_alternativo bildbeschreibung",
    "caption": "bildunterschrift bildtext legende leyenda didascalia pie pie_de_foto",
    "credit": "bildnachweis fotograf fotografin credito bildquelle urheber",
    "outlet": "medium medio quelle zeitung verlag journal_name periodico tidning herausgeber",
    "url": "adresse lien enlace link_url direccion indirizzo webadresse",
    "accessed": "abgerufen abgerufen_am consulte consultado zugriff hamtad",
    "note": "notiz anmerkung bemerkung nota kommentar commentaire",
    "archived": "archiviert archive_am archivado",
    "text": "korrektur korrekturtext texte texto",
    "item": "beitrag element elemento",
    "rule": "regel regle regla regola",
    "reason": "grund raison motivo begrundung",
    "publisher": "herausgeber editeur editor editore",
}


def find_translated(folded: str, known: tuple[str, ...]) -> str | None:
    """Return the known key that a word of another language stands for, or None; see `aliases.fold_key`."""
    return next((ours for ours, words in _WORDS.items() if ours in known and folded in words.split()), None)
