"""Portuguese, in words that Brazil and Portugal share where there are such.

The labels were checked against:

- Debian news, webwml/portuguese/News/weekly (278 issues, 2001 to 2011): `corrections` (2001/17).
- Debian pages, webwml/portuguese/po/newsevents.pt.po: `contents`, `back_to_note`.
- CSL, locales-pt-PT.xml of 2025-10-16: `number`, `byline`, `undated`, `table`.
- CSL, locales-pt-BR.xml of 2026-01-10: `byline`, `undated`, `table`, `quote_open`, `quote_close`.
- CLDR, pt: `quote_open`, `quote_close`.
- a public copy of the citation module of the Portuguese Wikipedia: `archived_copy`, `archived_copy_of`,
  `archived_on`.
- references copied from Wikipedia into public files: `archived_on`, `accessed_on`.
- Quarto, _language-pt.yml: `notes`, `table`, `draft`, `draft_mark`.
- Congo, pt-PT.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, pt_PT and pt_BR: `byline`, `notes`, `draft`, `draft_mark`.
- MediaWiki, pt.json: `skip`.

Folha de S.Paulo heads its corrections “Erramos” (https://www1.folha.uol.com.br/fsp/opiniao/fz31019812.htm).

Nothing was found for `feature`, `briefs`, `sources`, `state_media`, `social`, `citation_needed`, `document_title`,
`set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`,
`outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`,
`not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`,
`year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`, `search_needs_script`,
`search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="N.º {number}",
    contents="Nesta edição",
    feature="Destaque",
    briefs="Breves",
    notes="Notas",
    corrections="Correções",
    sources="Fontes",
    byline="Por {authors}",
    undated="sem data",
    state_media="meio de comunicação estatal",
    social="{author} no {outlet}",
    archived_copy="Cópia arquivada",
    archived_copy_of="Cópia arquivada, {date}",
    archived_on="Arquivado em {date}.",
    accessed_on="Consultado em {date}.",
    citation_needed="[falta a fonte: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Composto em {faces}.",
    compiled="Feito com briefgen.",
    draft="Rascunho. Não publicar.",
    draft_mark="Rascunho",
    draft_state="Estado desta edição",
    skip="Ir para o destaque",
    table="Tabela",
    back_to_note="Voltar à chamada da nota {number} no texto",
    read_on_web="Ler na web",
    read_on="Continuar lendo",
    unsubscribe="Cancelar inscrição",
    issues="Edições",
    all_issues="Todas as edições",
    authors="Autores",
    outlets="Veículos",
    citations="Citações",
    first_cited="Primeira citação",
    last_cited="Última citação",
    cited_in="Citado em",
    most_cited="Mais citados",
    previous_issue="Edição anterior",
    next_issue="Próxima edição",
    not_found="Página não encontrada",
    not_found_help="Não há nada neste endereço. A página inicial lista todas as edições.",
    moved="Esta página mudou de endereço",
    skip_to_content="Ir para o conteúdo",
    site_pages="Páginas deste site",
    more_pages="Mais páginas",
    search="Pesquisa",
    search_issues="Pesquisar em todas as edições",
    year="Ano",
    section="Seção",
    outlet="Veículo",
    any_value="Tudo",
    results_found="Resultados: {count}",
    nothing_found="Nada foi encontrado.",
    more_results="Mostrar mais resultados",
    search_needs_script="A pesquisa precisa de JavaScript, que está desativado neste navegador.",
    search_needs_server="A pesquisa funciona em um site, mas não em uma página aberta como arquivo.",
    search_failed="Não foi possível carregar a pesquisa.",
    search_instead="Todas as edições também se encontram aqui:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="“",
    quote_close="”",
)
