"""Spanish.

The labels were checked against:

- Debian news, webwml/spanish/News/weekly (213 issues, 1999 to 2015): `number`, `contents`, `corrections` (2002/18 and
  1999/14 for the last two).
- Debian pages, webwml/spanish/po/newsevents.es.po: `contents`, `back_to_note`.
- CSL, locales-es-ES.xml of 2026-01-10: `number`, `undated`, `quote_open`, `quote_close`.
- references copied from Wikipedia into public files: `archived_on`, `accessed_on`.
- Quarto, _language-es.yml: `notes`, `table`, `draft`, `draft_mark`.
- Congo, es.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, es_ES: `byline`, `notes`, `table`, `draft`, `draft_mark`.
- MediaWiki, es.json: `skip`.

El País heads its own corrections «Fe de errores»
(https://elpais.com/diario/2005/12/05/cvalenciana/1133813903_850215.html); the CLDR has “ ” for quotations; Pandoc has
«Cuadro» for a table.

Nothing was found for `feature`, `briefs`, `sources`, `state_media`, `social`, `archived_copy`, `archived_copy_of`,
`citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`, `unsubscribe`,
`issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`,
`previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`,
`search`, `search_issues`, `year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`,
`search_needs_script`, `search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="N.º {number}",
    contents="En esta edición",
    feature="A fondo",
    briefs="Breves",
    notes="Notas",
    corrections="Correcciones",
    sources="Fuentes",
    byline="Por {authors}",
    undated="sin fecha",
    state_media="medio estatal",
    social="{author} en {outlet}",
    archived_copy="Copia archivada",
    archived_copy_of="Copia archivada, {date}",
    archived_on="Archivado el {date}.",
    accessed_on="Consultado el {date}.",
    citation_needed="[falta la fuente: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Compuesto en {faces}.",
    compiled="Hecho con briefgen.",
    draft="Borrador. No publicar.",
    draft_mark="Borrador",
    draft_state="Estado de esta edición",
    skip="Ir al artículo principal",
    table="Tabla",
    back_to_note="Volver a la llamada de la nota {number}",
    read_on_web="Leer en la web",
    read_on="Seguir leyendo",
    unsubscribe="Darse de baja",
    issues="Números",
    all_issues="Todos los números",
    authors="Autores",
    outlets="Medios",
    citations="Citas",
    first_cited="Citado por primera vez",
    last_cited="Citado por última vez",
    cited_in="Citado en",
    most_cited="Más citados",
    previous_issue="Número anterior",
    next_issue="Número siguiente",
    not_found="Página no encontrada",
    not_found_help="No hay nada en esta dirección. La página de inicio muestra todos los números.",
    moved="Esta página se ha movido",
    skip_to_content="Saltar al contenido",
    site_pages="Páginas de este sitio",
    more_pages="Más páginas",
    search="Buscar",
    search_issues="Buscar en todos los números",
    year="Año",
    section="Sección",
    outlet="Medio",
    any_value="Cualquiera",
    results_found="Resultados: {count}",
    nothing_found="No se ha encontrado nada.",
    more_results="Mostrar más resultados",
    search_needs_script="La búsqueda necesita JavaScript, que está desactivado en este navegador.",
    search_needs_server="La búsqueda funciona en un sitio web, pero no en una página abierta como archivo.",
    search_failed="No se ha podido cargar la búsqueda.",
    search_instead="Todos los números también se encuentran aquí:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="«",
    quote_close="»",
)
