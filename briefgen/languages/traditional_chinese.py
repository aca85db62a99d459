"""Traditional Chinese.

The labels were checked against:

- http://mychannel.pchome.com.tw/channel/class/show_preview.php3/?d=2005-06-06&enname=sgi_daily&t=.htm&fn=main&view=1,
  a daily by mail: `number`, `byline`.
- Debian news, webwml/chinese/News/weekly (49 issues, 2000 to 2017): `contents` (2000/4 and 2002/51, in these
  characters).
- Debian pages, webwml/chinese/po/newsevents.zh.po: `back_to_note`.
- CSL, locales-zh-TW.xml of 2026-01-10: `undated`.
- references copied from Wikipedia into public files: `archived_on`.
- Quarto, _language-zh-TW.yml: `draft`, `draft_mark`.
- Congo, zh-Hant.yaml: `draft`, `draft_mark`.
- WordPress, zh_TW: `table`, `draft`, `draft_mark`.
- MediaWiki, zh-hant.json: `skip`.

Titles of articles stand in 〈〉; CSL and the CLDR have 「」 for titles and quotations.

Nothing was found for `feature`, `briefs`, `notes`, `corrections`, `sources`, `state_media`, `social`, `archived_copy`,
`archived_copy_of`, `accessed_on`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`,
`quote_open`, `quote_close`, `read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`,
`citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`,
`not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`,
`outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`,
`search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="第{number}期",
    contents="本期內容",
    feature="專題",
    briefs="簡訊",
    notes="註釋",
    corrections="更正",
    sources="來源",
    byline="文／{authors}",
    undated="日期不詳",
    state_media="官方媒體",
    social="{author}（{outlet}）",
    archived_copy="存檔頁面",
    archived_copy_of="存檔頁面，{date}",
    archived_on="存檔於{date}。",
    accessed_on="{date}查閱。",
    citation_needed="〔缺來源：{key}〕",
    document_title="{name}第{number}期：{title}",
    set_in="字體：{faces}。",
    compiled="由briefgen排版。",
    draft="草稿，請勿發布。",
    draft_mark="草稿",
    draft_state="本期狀態",
    skip="跳至專題",
    table="表格",
    back_to_note="返回正文中的註釋{number}",
    read_on_web="在網頁上閱讀",
    read_on="繼續閱讀",
    unsubscribe="取消訂閱",
    issues="各期",
    all_issues="全部各期",
    authors="作者",
    outlets="媒體",
    citations="引用次數",
    first_cited="首次引用",
    last_cited="最近引用",
    cited_in="引用於",
    most_cited="引用最多",
    previous_issue="上一期",
    next_issue="下一期",
    not_found="找不到網頁",
    not_found_help="此網址沒有內容。首頁列有全部各期。",
    moved="此網頁已移動",
    skip_to_content="跳到正文",
    site_pages="本站網頁",
    more_pages="更多網頁",
    search="搜尋",
    search_issues="搜尋全部各期",
    year="年份",
    section="欄目",
    outlet="媒體",
    any_value="全部",
    results_found="搜尋結果：{count}",
    nothing_found="找不到相關內容。",
    more_results="顯示更多結果",
    search_needs_script="搜尋需要 JavaScript，而此瀏覽器已將其關閉。",
    search_needs_server="搜尋只能在網站上使用，以檔案形式開啟的網頁無法搜尋。",
    search_failed="無法載入搜尋功能。",
    search_instead="也可以在這裡查看全部各期：",
    group_open="（",
    group_close="）",
    between_parts="；",
    comma="，",
    colon="：",
    stop="。",
    aside="（{words}）",
    quote_open="〈",
    quote_close="〉",
)
