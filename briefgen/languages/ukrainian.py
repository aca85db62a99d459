"""Ukrainian.

The labels were checked against:

- Debian news, webwml/ukrainian/News/weekly (3 issues, 2005): `contents` (the word for an issue, 2005/31).
- Debian pages, webwml/ukrainian/po/newsevents.uk.po: `back_to_note`.
- CSL, locales-uk-UA.xml of 2026-01-10: `notes`, `undated`, `accessed_on`, `quote_open`, `quote_close`.
- reference lists in public files: `accessed_on`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, uk.yaml: `table` (abbreviated).
- Congo, uk.yaml: `draft`, `draft_mark`.
- WordPress, uk: `draft`, `draft_mark`.
- MediaWiki, uk.json: `skip`.

Nothing was found for `number`, `feature`, `briefs`, `corrections`, `sources`, `byline`, `state_media`, `social`,
`archived_copy`, `archived_copy_of`, `archived_on`, `citation_needed`, `document_title`, `set_in`, `compiled`,
`draft_state`, `read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`,
`first_cited`, `last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`,
`moved`, `skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`,
`any_value`, `results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`,
`search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="№\u00a0{number}",
    contents="У цьому випуску",
    feature="Головна тема",
    briefs="Коротко",
    notes="Примітки",
    corrections="Виправлення",
    sources="Джерела",
    byline="Текст: {authors}",
    undated="без дати",
    state_media="державне ЗМІ",
    social="{author}, {outlet}",
    archived_copy="Архівна копія",
    archived_copy_of="Архівна копія, {date}",
    archived_on="Архівовано {date}",
    accessed_on="Дата звернення: {date}",
    citation_needed="[немає джерела: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Набрано шрифтами {faces}.",
    compiled="Зібрано у briefgen.",
    draft="Чернетка. Не для публікації.",
    draft_mark="Чернетка",
    draft_state="Стан цього випуску",
    skip="Перейти до головної теми",
    table="Таблиця",
    back_to_note="Повернутися до примітки {number} в тексті",
    read_on_web="Читати на сайті",
    read_on="Читати далі",
    unsubscribe="Відписатися",
    issues="Випуски",
    all_issues="Усі випуски",
    authors="Автори",
    outlets="Видання",
    citations="Посилання",
    first_cited="Перше посилання",
    last_cited="Останнє посилання",
    cited_in="Цитується в",
    most_cited="Найчастіше цитовані",
    previous_issue="Попередній випуск",
    next_issue="Наступний випуск",
    not_found="Сторінку не знайдено",
    not_found_help="За цією адресою нічого немає. Усі випуски перелічено на головній сторінці.",
    moved="Цю сторінку переміщено",
    skip_to_content="Перейти до вмісту",
    site_pages="Сторінки сайту",
    more_pages="Інші сторінки",
    search="Пошук",
    search_issues="Шукати в усіх випусках",
    year="Рік",
    section="Рубрика",
    outlet="Видання",
    any_value="Усі",
    results_found="Знайдено: {count}",
    nothing_found="Нічого не знайдено.",
    more_results="Показати ще",
    search_needs_script="Для пошуку потрібен JavaScript, а в цьому браузері його вимкнено.",
    search_needs_server="Пошук працює на сайті, але не на сторінці, відкритій як файл.",
    search_failed="Не вдалося завантажити пошук.",
    search_instead="Усі випуски можна також знайти тут:",
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
