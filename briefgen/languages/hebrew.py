"""Hebrew.

The labels were checked against:

- https://hofesh.org.il/articles/tanach/prophets.html, an article of a periodical: `number`, `byline`.
- http://presspectiva.org.il, “corrections of the world”, a monthly column: `corrections`.
- https://etzion.org.il/he, the top of a page: `skip`.
- Debian pages, webwml/hebrew/po/templates.he.po: `back_to_note`.
- CSL, locales-he-IL.xml of 2026-01-10: `notes`.
- how the Ben-Yehuda Project cites its own pages, in two public files: `accessed_on`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, he.yaml: `sources`, `table`.
- Quarto, _language-he.yml: `sources`, `table`, `draft`, `draft_mark`.
- Congo, he.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, he_IL: `byline`, `notes`, `draft`, `draft_mark`.

CSL says “unknown” where a date is missing.

Nothing was found for `contents`, `feature`, `briefs`, `undated`, `state_media`, `social`, `archived_copy`,
`archived_copy_of`, `archived_on`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`,
`read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`,
`last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`,
`skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`, `any_value`,
`results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`, `search_failed`,
`search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="גיליון {number}",
    contents="בגיליון זה",
    feature="כתבה מרכזית",
    briefs="בקצרה",
    notes="הערות",
    corrections="תיקונים",
    sources="מקורות",
    byline="מאת {authors}",
    undated="ללא תאריך",
    state_media="תקשורת ממשלתית",
    social="{author} ב־{outlet}",
    archived_copy="עותק בארכיון",
    archived_copy_of="עותק בארכיון, {date}",
    archived_on="נשמר בארכיון: {date}.",
    accessed_on="אוחזר בתאריך {date}.",
    citation_needed="[חסר מקור: {key}]",
    document_title="{name} {number}: {title}",
    set_in="הטקסט סודר בגופנים {faces}.",
    compiled="הופק באמצעות briefgen.",
    draft="טיוטה. לא לפרסום.",
    draft_mark="טיוטה",
    draft_state="מצב הגיליון",
    skip="דילוג לכתבה המרכזית",
    table="טבלה",
    back_to_note="חזרה להערה {number} בטקסט",
    read_on_web="קריאה באתר",
    read_on="להמשך קריאה",
    unsubscribe="הסרה מרשימת התפוצה",
    issues="גיליונות",
    all_issues="כל הגיליונות",
    authors="כותבים",
    outlets="כלי תקשורת",
    citations="ציטוטים",
    first_cited="צוטט לראשונה",
    last_cited="צוטט לאחרונה",
    cited_in="צוטט ב",
    most_cited="המצוטטים ביותר",
    previous_issue="הגיליון הקודם",
    next_issue="הגיליון הבא",
    not_found="הדף לא נמצא",
    not_found_help="אין דבר בכתובת זו. כל הגיליונות מופיעים בדף הבית.",
    moved="הדף הזה עבר",
    skip_to_content="דילוג לתוכן",
    site_pages="דפי האתר",
    more_pages="דפים נוספים",
    search="חיפוש",
    search_issues="חיפוש בכל הגיליונות",
    year="שנה",
    section="מדור",
    outlet="כלי תקשורת",
    any_value="הכול",
    results_found="תוצאות: {count}",
    nothing_found="לא נמצא דבר.",
    more_results="הצגת תוצאות נוספות",
    search_needs_script="החיפוש דורש JavaScript, והוא כבוי בדפדפן זה.",
    search_needs_server="החיפוש פועל באתר אינטרנט, אך לא בדף שנפתח כקובץ.",
    search_failed="לא ניתן היה לטעון את החיפוש.",
    search_instead="כל הגיליונות נמצאים גם כאן:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="”",
    quote_close="”",
)
