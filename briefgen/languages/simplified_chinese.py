"""Simplified Chinese.

The labels were checked against:

- ruanyf/weekly at cf5e367, docs (407 files): `number`, `contents`, `sources`.
- Debian pages, webwml/chinese/po/newsevents.zh.po: `contents`, `back_to_note`.
- CSL, locales-zh-CN.xml of 2025-10-16: `undated`, `table`, `quote_open`, `quote_close`.
- a public copy of the citation module of the Chinese Wikipedia: `archived_copy`, `archived_copy_of`, `archived_on`.
- Quarto, _language-zh.yml: `draft`, `draft_mark`.
- Congo, zh-Hans.yaml: `draft`, `draft_mark`.
- WordPress, zh_CN: `table`, `draft`, `draft_mark`, `skip`.

Titles stand in 《》, as in CSL and in that weekly; the CLDR has “ ” for quotations.

Nothing was found for `feature`, `briefs`, `notes`, `corrections`, `byline`, `state_media`, `social`, `accessed_on`,
`citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`, `unsubscribe`,
`issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`,
`previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`,
`search`, `search_issues`, `year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`,
`search_needs_script`, `search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="第{number}期",
    contents="本期内容",
    feature="专题",
    briefs="简讯",
    notes="注释",
    corrections="更正",
    sources="来源",
    byline="文｜{authors}",
    undated="日期不详",
    state_media="官方媒体",
    social="{author}（{outlet}）",
    archived_copy="存档页面",
    archived_copy_of="存档页面，{date}",
    archived_on="存档于{date}。",
    accessed_on="{date}查阅。",
    citation_needed="〔缺来源：{key}〕",
    document_title="{name}第{number}期：{title}",
    set_in="字体：{faces}。",
    compiled="由briefgen排版。",
    draft="草稿，请勿发布。",
    draft_mark="草稿",
    draft_state="本期状态",
    skip="跳至专题",
    table="表格",
    back_to_note="返回正文中的注释{number}",
    read_on_web="在网页上阅读",
    read_on="继续阅读",
    unsubscribe="退订",
    issues="各期",
    all_issues="全部各期",
    authors="作者",
    outlets="媒体",
    citations="引用次数",
    first_cited="首次引用",
    last_cited="最近引用",
    cited_in="引用于",
    most_cited="引用最多",
    previous_issue="上一期",
    next_issue="下一期",
    not_found="找不到网页",
    not_found_help="此网址没有内容。首页列有全部各期。",
    moved="此网页已移动",
    skip_to_content="跳到正文",
    site_pages="本站网页",
    more_pages="更多网页",
    search="搜索",
    search_issues="搜索全部各期",
    year="年份",
    section="栏目",
    outlet="媒体",
    any_value="全部",
    results_found="搜索结果：{count}",
    nothing_found="没有找到相关内容。",
    more_results="显示更多结果",
    search_needs_script="搜索需要 JavaScript，而此浏览器已将其关闭。",
    search_needs_server="搜索只能在网站上使用，以文件形式打开的网页无法搜索。",
    search_failed="无法加载搜索功能。",
    search_instead="也可以在这里查看全部各期：",
    group_open="（",
    group_close="）",
    between_parts="；",
    comma="，",
    colon="：",
    stop="。",
    aside="（{words}）",
    quote_open="《",
    quote_close="》",
)
