"""Japanese.

The labels were checked against:

- Debian news, webwml/japanese/News/weekly (362 issues, 1999 to 2016): `contents` (2010/02).
- https://www.php.co.jp/magazine/the21/editorial.php?unique_issue_id=14294, a monthly: `number`, `corrections`.
- https://uonome.jp/editors-note/294, a web magazine: `number`.
- CSL, locales-ja-JP.xml of 2026-01-10: `notes`, `undated`, `table`, `quote_open`, `quote_close` (another character
  for the notes).
- references copied from Wikipedia into public files: `archived_copy`, `archived_copy_of`, `archived_on`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, ja.yaml: `table`.
- Quarto, _language-ja.yml: `table`, `draft`, `draft_mark`.
- Congo, ja.yaml: `draft`, `draft_mark`, `skip`.
- WordPress, ja: `draft`, `draft_mark`, `skip`.
- MediaWiki, ja.json: `skip`, `back_to_note`.

Nothing was found for `feature`, `briefs`, `sources`, `byline`, `state_media`, `social`, `accessed_on`,
`citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `read_on_web`, `read_on`, `unsubscribe`,
`issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`,
`previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`,
`search`, `search_issues`, `year`, `section`, `outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`,
`search_needs_script`, `search_needs_server`, `search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="第{number}号",
    contents="今号の内容",
    feature="特集",
    briefs="短信",
    notes="注",
    corrections="訂正",
    sources="出典",
    byline="文・{authors}",
    undated="日付なし",
    state_media="国営メディア",
    social="{author}（{outlet}）",
    archived_copy="アーカイブ",
    archived_copy_of="アーカイブ、{date}",
    archived_on="{date}にアーカイブ。",
    accessed_on="{date}閲覧。",
    citation_needed="〔要出典：{key}〕",
    document_title="{name}第{number}号：{title}",
    set_in="書体：{faces}。",
    compiled="briefgenで組版。",
    draft="下書き。公開しないでください。",
    draft_mark="下書き",
    draft_state="この号の状態",
    skip="特集へスキップ",
    table="表",
    back_to_note="本文の注{number}に戻る",
    read_on_web="ウェブで読む",
    read_on="続きを読む",
    unsubscribe="配信停止",
    issues="各号",
    all_issues="すべての号",
    authors="著者",
    outlets="媒体",
    citations="引用数",
    first_cited="最初の引用",
    last_cited="最近の引用",
    cited_in="引用している号",
    most_cited="よく引用される資料",
    previous_issue="前の号",
    next_issue="次の号",
    not_found="ページが見つかりません",
    not_found_help="このアドレスには何もありません。すべての号はトップページにあります。",
    moved="このページは移動しました",
    skip_to_content="本文へ移動",
    site_pages="サイト内のページ",
    more_pages="ほかのページ",
    search="検索",
    search_issues="すべての号を検索",
    year="年",
    section="欄",
    outlet="媒体",
    any_value="すべて",
    results_found="検索結果：{count}",
    nothing_found="見つかりませんでした。",
    more_results="さらに表示",
    search_needs_script="検索には JavaScript が必要ですが、このブラウザーでは無効になっています。",
    search_needs_server="検索はウェブサイト上で動作します。ファイルとして開いたページでは動作しません。",
    search_failed="検索を読み込めませんでした。",
    search_instead="すべての号はこちらからも見つかります：",
    group_open="（",
    group_close="）",
    between_parts="；",
    comma="、",
    colon="：",
    stop="。",
    aside="（{words}）",
    quote_open="「",
    quote_close="」",
)
