"""Portuguese, in words that Brazil and Portugal share where there are such.

Neither the words nor the marks were checked against a published newsletter.
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
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    stop=".",
    aside=" ({words})",
    quote_open="“",
    quote_close="”",
)
