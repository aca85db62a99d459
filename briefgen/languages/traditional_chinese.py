"""Traditional Chinese.

Titles stand in the marks of articles, 〈〉. Neither words nor marks were checked against a published newsletter.
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
    byline="文｜{authors}",
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
    group_open="（",
    group_close="）",
    between_parts="；",
    comma="，",
    stop="。",
    aside="（{words}）",
    quote_open="〈",
    quote_close="〉",
)
