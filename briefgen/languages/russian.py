"""Russian.

The labels were checked against:

- Debian news, webwml/russian/News/weekly (59 issues, 2002 to 2011): `contents` (the word for an issue; 2011/07 says
  “number” for it).
- CSL, locales-ru-RU.xml of 2026-01-10: `notes`, `undated`, `quote_open`, `quote_close`.
- references copied from Wikipedia into public files: `archived_on`, `accessed_on`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, ru.yaml: `table`.
- Quarto, _language-ru.yml: `table`, `draft`, `draft_mark`.
- Congo, ru.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, ru_RU: `table`, `draft`, `draft_mark`, `skip`.
- MediaWiki, ru.json: `skip`.

WordPress writes “Author:” before a name, which does not do for two.

Nothing was found for `number`, `feature`, `briefs`, `corrections`, `sources`, `byline`, `state_media`, `social`,
`archived_copy`, `archived_copy_of`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`,
`back_to_note`, `read_on_web`, `read_on`, `unsubscribe`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="№\u00a0{number}",
    contents="В этом выпуске",
    feature="Главная тема",
    briefs="Коротко",
    notes="Примечания",
    corrections="Исправления",
    sources="Источники",
    byline="Текст: {authors}",
    undated="без даты",
    state_media="государственное СМИ",
    social="{author}, {outlet}",
    archived_copy="Архивная копия",
    archived_copy_of="Архивная копия, {date}",
    archived_on="Архивировано {date}",
    accessed_on="Дата обращения: {date}",
    citation_needed="[нет источника: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Набрано шрифтами {faces}.",
    compiled="Собрано в briefgen.",
    draft="Черновик. Не для публикации.",
    draft_mark="Черновик",
    draft_state="Состояние этого выпуска",
    skip="Перейти к главной теме",
    table="Таблица",
    back_to_note="Вернуться к примечанию {number} в тексте",
    read_on_web="Читать на сайте",
    read_on="Читать далее",
    unsubscribe="Отписаться",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    stop=".",
    aside=" ({words})",
    quote_open="«",
    quote_close="»",
)
