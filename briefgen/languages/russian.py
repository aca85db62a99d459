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
`back_to_note`, `read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`,
`first_cited`, `last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`,
`moved`, `skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`,
`any_value`, `results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`,
`search_failed`, `search_instead`.
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
    issues="Выпуски",
    all_issues="Все выпуски",
    authors="Авторы",
    outlets="Издания",
    citations="Ссылки",
    first_cited="Первая ссылка",
    last_cited="Последняя ссылка",
    cited_in="Цитируется в",
    most_cited="Чаще всего цитируются",
    previous_issue="Предыдущий выпуск",
    next_issue="Следующий выпуск",
    not_found="Страница не найдена",
    not_found_help="По этому адресу ничего нет. Все выпуски перечислены на главной странице.",
    moved="Эта страница переехала",
    skip_to_content="Перейти к содержанию",
    site_pages="Страницы сайта",
    more_pages="Другие страницы",
    search="Поиск",
    search_issues="Искать во всех выпусках",
    year="Год",
    section="Рубрика",
    outlet="Издание",
    any_value="Все",
    results_found="Найдено: {count}",
    nothing_found="Ничего не найдено.",
    more_results="Показать ещё",
    search_needs_script="Для поиска нужен JavaScript, а в этом браузере он отключён.",
    search_needs_server="Поиск работает на сайте, но не на странице, открытой как файл.",
    search_failed="Не удалось загрузить поиск.",
    search_instead="Все выпуски можно также найти здесь:",
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
