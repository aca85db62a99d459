"""Arabic.

The labels were checked against:

- http://feps.edu.eg/images/elite/29/ar/files/basic-html/page21.html, a magazine of students: `number`.
- headlines of https://www.masress.com/shorouk/356138 and https://sauress.com/okaz/2013417: `quote_open`,
  `quote_close`.
- Debian pages, webwml/arabic/po/newsevents.ar.po: `back_to_note`.
- CSL, locales-ar.xml of 2026-03-09: `undated`.
- reference lists in public files: `accessed_on`.
- references copied from Wikipedia into public files: `archived_on`.
- Pandoc, ar.yaml: `sources`, `table`.
- Congo, ar.yaml: `draft`, `draft_mark`.
- WordPress, ar: `draft`, `draft_mark`.
- MediaWiki, ar.json: `skip`.

The CLDR has ” “ for quotations.

Nothing was found for `contents`, `feature`, `briefs`, `notes`, `corrections`, `byline`, `state_media`, `social`,
`archived_copy`, `archived_copy_of`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`,
`read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`,
`last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`,
`skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`, `any_value`,
`results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`, `search_failed`,
`search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="العدد {number}",
    contents="في هذا العدد",
    feature="موضوع العدد",
    briefs="باختصار",
    notes="هوامش",
    corrections="تصويبات",
    sources="المصادر",
    byline="بقلم {authors}",
    undated="دون تاريخ",
    state_media="إعلام رسمي",
    social="{author} على {outlet}",
    archived_copy="نسخة مؤرشفة",
    archived_copy_of="نسخة مؤرشفة، {date}",
    archived_on="مؤرشف في {date}.",
    accessed_on="تاريخ الاطلاع: {date}.",
    citation_needed="[المصدر مفقود: {key}]",
    document_title="{name} {number}: {title}",
    set_in="صُفّ النص بخطوط {faces}.",
    compiled="أُعدّ ببرنامج briefgen.",
    draft="مسودة. ليست للنشر.",
    draft_mark="مسودة",
    draft_state="حالة هذا العدد",
    skip="انتقل إلى موضوع العدد",
    table="جدول",
    back_to_note="العودة إلى موضع الهامش {number} في النص",
    read_on_web="اقرأ على الويب",
    read_on="تابع القراءة",
    unsubscribe="إلغاء الاشتراك",
    issues="الأعداد",
    all_issues="كل الأعداد",
    authors="الكتّاب",
    outlets="وسائل الإعلام",
    citations="الاستشهادات",
    first_cited="أول استشهاد",
    last_cited="آخر استشهاد",
    cited_in="استُشهد به في",
    most_cited="الأكثر استشهادًا",
    previous_issue="العدد السابق",
    next_issue="العدد التالي",
    not_found="الصفحة غير موجودة",
    not_found_help="لا شيء في هذا العنوان. تجد كل الأعداد في الصفحة الرئيسية.",
    moved="انتقلت هذه الصفحة",
    skip_to_content="انتقل إلى المحتوى",
    site_pages="صفحات الموقع",
    more_pages="صفحات أخرى",
    search="البحث",
    search_issues="ابحث في كل الأعداد",
    year="السنة",
    section="القسم",
    outlet="وسيلة الإعلام",
    any_value="الكل",
    results_found="النتائج: {count}",
    nothing_found="لم يُعثر على شيء.",
    more_results="عرض المزيد من النتائج",
    search_needs_script="يحتاج البحث إلى جافاسكريبت، وهي معطلة في هذا المتصفح.",
    search_needs_server="يعمل البحث على موقع إلكتروني، لا في صفحة مفتوحة كملف.",
    search_failed="تعذر تحميل البحث.",
    search_instead="تجد كل الأعداد هنا أيضًا:",
    group_open="(",
    group_close=")",
    between_parts="؛ ",
    comma="، ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="«",
    quote_close="»",
)
