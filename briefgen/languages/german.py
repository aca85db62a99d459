"""German.

The labels were checked against:

- Debian news, webwml/german/News/weekly (315 issues, 1999 to 2014): `contents`, `corrections` (2008/04 and 2001/17).
- Debian pages, webwml/german/po/newsevents.de.po: `back_to_note`.
- CSL, locales-de-DE.xml of 2025-10-16: `number`, `notes`, `byline`, `undated`, `accessed_on`, `quote_open`,
  `quote_close`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, de.yaml: `table`.
- Quarto, _language-de.yml: `table`, `draft`, `draft_mark`.
- Congo, de.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, de_DE: `byline`, `draft`, `draft_mark`, `skip`.
- MediaWiki, de.json: `skip`.

Nothing was found for `feature`, `briefs`, `sources`, `state_media`, `social`, `archived_copy`, `archived_copy_of`,
`archived_on`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`,
`unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`,
`most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`,
`more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`,
`more_results`, `search_needs_script`, `search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="Nr. {number}",
    contents="In dieser Ausgabe",
    feature="Hauptbeitrag",
    briefs="Kurz berichtet",
    notes="Anmerkungen",
    corrections="Korrekturen",
    sources="Quellen",
    byline="Von {authors}",
    undated="ohne Datum",
    state_media="staatlich kontrolliert",
    social="{author} auf {outlet}",
    archived_copy="Archivkopie",
    archived_copy_of="Archivkopie vom {date}",
    archived_on="Archiviert am {date}.",
    accessed_on="Abgerufen am {date}.",
    citation_needed="[Beleg fehlt: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Gesetzt aus {faces}.",
    compiled="Erstellt mit briefgen.",
    draft="Entwurf. Nicht zur Veröffentlichung.",
    draft_mark="Entwurf",
    draft_state="Stand dieser Ausgabe",
    skip="Zum Hauptbeitrag springen",
    table="Tabelle",
    back_to_note="Zurück zu Anmerkung {number} im Text",
    read_on_web="Im Web lesen",
    read_on="Weiterlesen",
    unsubscribe="Abbestellen",
    issues="Ausgaben",
    all_issues="Alle Ausgaben",
    authors="Autoren",
    outlets="Medien",
    citations="Verweise",
    first_cited="Zuerst zitiert",
    last_cited="Zuletzt zitiert",
    cited_in="Zitiert in",
    most_cited="Am häufigsten zitiert",
    previous_issue="Vorige Ausgabe",
    next_issue="Nächste Ausgabe",
    not_found="Seite nicht gefunden",
    not_found_help="Unter dieser Adresse gibt es nichts. Die Startseite führt alle Ausgaben auf.",
    moved="Diese Seite ist umgezogen",
    skip_to_content="Zum Inhalt springen",
    site_pages="Seiten dieser Website",
    more_pages="Weitere Seiten",
    search="Suche",
    search_issues="Alle Ausgaben durchsuchen",
    year="Jahr",
    section="Rubrik",
    outlet="Medium",
    any_value="Alle",
    results_found="Treffer: {count}",
    nothing_found="Nichts gefunden.",
    more_results="Weitere Treffer zeigen",
    search_needs_script="Die Suche braucht JavaScript, das in diesem Browser ausgeschaltet ist.",
    search_needs_server="Die Suche funktioniert auf einer Website, aber nicht in einer als Datei geöffneten Seite.",
    search_failed="Die Suche konnte nicht geladen werden.",
    search_instead="Alle Ausgaben sind auch hier zu finden:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="„",
    quote_close="“",
)
