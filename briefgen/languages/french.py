"""French.

The labels were checked against:

- Debian news, webwml/french/News/weekly (462 issues, 1999 to 2018): `number`, `briefs` (n° is eight times as frequent
  there as nº; 2017/01 to 03 head items with the word).
- https://fr.wikipedia.org/wiki/Wikipédia:RAW/2016-01-01, a monthly newsletter: `briefs`.
- https://www.20minutes.fr/medias/4029516-20230328-20-minutes-engage-information-fiable-corrections-articles-2022-2023:
  `corrections`.
- https://observatoriodaimprensa.com.br/voz-dos-ouvidores/robert-sole-31572, on Le Monde: `corrections`.
- Debian pages, webwml/french/po/newsevents.fr.po: `back_to_note`.
- CSL, locales-fr-FR.xml of 2025-10-18: `notes`, `byline`, `undated`, `accessed_on`, `table`, `quote_open`,
  `quote_close`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, fr.yaml: `table`.
- Quarto, _language-fr.yml: `draft`, `draft_mark`.
- Congo, fr.yaml: `contents`, `draft`, `draft_mark`, `skip`.
- WordPress, fr_FR: `byline`, `draft`, `draft_mark`, `skip`.
- MediaWiki, fr.json: `skip`.

Nothing was found for `feature`, `sources`, `state_media`, `social`, `archived_copy`, `archived_copy_of`, `archived_on`,
`citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`, `unsubscribe`,
`issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`,
`previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`,
`search`, `search_issues`, `year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`,
`search_needs_script`, `search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="Nº\u00a0{number}",
    contents="Au sommaire",
    feature="À la une",
    briefs="Brèves",
    notes="Notes",
    corrections="Rectificatifs",
    sources="Sources",
    byline="Par {authors}",
    undated="sans date",
    state_media="média d’État",
    social="{author} sur {outlet}",
    archived_copy="Copie archivée",
    archived_copy_of="Copie archivée, {date}",
    archived_on="Archivé le {date}.",
    accessed_on="Consulté le {date}.",
    citation_needed="[source manquante\u00a0: {key}]",
    document_title="{name} {number}\u00a0: {title}",
    set_in="Composé en {faces}.",
    compiled="Réalisé avec briefgen.",
    draft="Brouillon. Ne pas publier.",
    draft_mark="Brouillon",
    draft_state="État de ce numéro",
    skip="Aller à l’article principal",
    table="Tableau",
    back_to_note="Retour à l’appel de note {number} dans le texte",
    read_on_web="Lire sur le Web",
    read_on="Lire la suite",
    unsubscribe="Se désabonner",
    issues="Numéros",
    all_issues="Tous les numéros",
    authors="Auteurs",
    outlets="Médias",
    citations="Citations",
    first_cited="Première citation",
    last_cited="Dernière citation",
    cited_in="Cité dans",
    most_cited="Les plus cités",
    previous_issue="Numéro précédent",
    next_issue="Numéro suivant",
    not_found="Page introuvable",
    not_found_help="Il n’y a rien à cette adresse. La page d’accueil présente tous les numéros.",
    moved="Cette page a été déplacée",
    skip_to_content="Aller au contenu",
    site_pages="Pages de ce site",
    more_pages="Autres pages",
    search="Recherche",
    search_issues="Rechercher dans tous les numéros",
    year="Année",
    section="Rubrique",
    outlet="Média",
    any_value="Tout",
    results_found="Résultats\u00a0: {count}",
    nothing_found="Aucun résultat.",
    more_results="Afficher plus de résultats",
    search_needs_script="La recherche nécessite JavaScript, qui est désactivé dans ce navigateur.",
    search_needs_server="La recherche fonctionne sur un site web, mais pas dans une page ouverte comme fichier.",
    search_failed="La recherche n’a pas pu être chargée.",
    search_instead="Tous les numéros se trouvent aussi ici\u00a0:",
    group_open="(",
    group_close=")",
    between_parts="\u202f; ",
    comma=", ",
    colon="\u00a0: ",
    stop=".",
    aside=" ({words})",
    quote_open="«\u00a0",
    quote_close="\u00a0»",
)
