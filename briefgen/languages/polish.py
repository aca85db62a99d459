"""Polish.

The labels were checked against:

- Debian news, webwml/polish/News/weekly (104 issues, 2001 to 2008): `contents`, `corrections` (2008/14 and 2001/23).
- https://doradcawpomocyspolecznej.pl/artykul/pomoc-spoleczna-i-wsparcie-instytucji-pomocowych-dla-uciekinierow-wojennych-z-ukrainy-wybrane-aspekty-ustawy-o-pomocy-obywatelom-ukrainy-w-zwiazku-z-konfliktem-zbrojnym-na-terytorium-tego-panstwa,
  an article of a magazine: `number`, `feature`.
- Debian pages, webwml/polish/po/newsevents.pl.po: `back_to_note`.
- CSL, locales-pl-PL.xml of 2026-01-10: `number`, `undated`, `accessed_on`, `table`, `quote_open`, `quote_close`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, pl.yaml: `table`.
- Quarto, _language-pl.yml: `notes`, `table`.
- Congo, pl.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, pl_PL: `draft`, `draft_mark`.
- MediaWiki, pl.json: `skip`.

WordPress writes “Autor:” before a name, which does not do for two.

Nothing was found for `briefs`, `sources`, `byline`, `state_media`, `social`, `archived_copy`, `archived_copy_of`,
`archived_on`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`,
`unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`,
`most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`,
`more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`,
`more_results`, `search_needs_script`, `search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="Nr {number}",
    contents="W tym numerze",
    feature="Temat numeru",
    briefs="W skrócie",
    notes="Przypisy",
    corrections="Sprostowania",
    sources="Źródła",
    byline="Tekst: {authors}",
    undated="brak daty",
    state_media="medium państwowe",
    social="{author}, {outlet}",
    archived_copy="Kopia archiwalna",
    archived_copy_of="Kopia archiwalna, {date}",
    archived_on="Zarchiwizowano {date}.",
    accessed_on="Dostęp {date}.",
    citation_needed="[brak źródła: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Złożono krojami {faces}.",
    compiled="Przygotowano w programie briefgen.",
    draft="Szkic. Nie do publikacji.",
    draft_mark="Szkic",
    draft_state="Stan tego numeru",
    skip="Przejdź do tematu numeru",
    table="Tabela",
    back_to_note="Wróć do odsyłacza przypisu {number}",
    read_on_web="Czytaj w przeglądarce",
    read_on="Czytaj dalej",
    unsubscribe="Wypisz się",
    issues="Numery",
    all_issues="Wszystkie numery",
    authors="Autorzy",
    outlets="Media",
    citations="Cytowania",
    first_cited="Pierwsze cytowanie",
    last_cited="Ostatnie cytowanie",
    cited_in="Cytowane w",
    most_cited="Najczęściej cytowane",
    previous_issue="Poprzedni numer",
    next_issue="Następny numer",
    not_found="Nie znaleziono strony",
    not_found_help="Pod tym adresem nic nie ma. Strona główna zawiera listę wszystkich numerów.",
    moved="Ta strona została przeniesiona",
    skip_to_content="Przejdź do treści",
    site_pages="Strony tej witryny",
    more_pages="Więcej stron",
    search="Szukaj",
    search_issues="Szukaj we wszystkich numerach",
    year="Rok",
    section="Dział",
    outlet="Medium",
    any_value="Wszystkie",
    results_found="Wyniki: {count}",
    nothing_found="Nic nie znaleziono.",
    more_results="Pokaż więcej wyników",
    search_needs_script="Wyszukiwanie wymaga JavaScriptu, który w tej przeglądarce jest wyłączony.",
    search_needs_server="Wyszukiwanie działa na stronie internetowej, ale nie w pliku otwartym z dysku.",
    search_failed="Nie udało się wczytać wyszukiwania.",
    search_instead="Wszystkie numery można też znaleźć tutaj:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="„",
    quote_close="”",
)
