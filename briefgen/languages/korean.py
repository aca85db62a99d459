"""Korean.

The labels were checked against:

- https://stib.ee/yfS, the newsletter of the weekly SisaIN: `contents`.
- https://h21next-demo.vercel.app/arti/reader/together/39665.html, the weekly Hankyoreh 21: `number`, `contents`.
- https://www.seoul.co.kr/news/plan/2006/09/01/20060901002006,
  http://www.cctimes.kr/news/articleViewAmp.html?idxno=93216 and, on the Chosun Ilbo,
  http://www.mediatoday.co.kr/news/articleView.html?idxno=210178: `corrections`.
- CSL, locales-ko-KR.xml of 2026-01-10: `undated`, `quote_open`, `quote_close`.
- references copied from Wikipedia into public files: `notes`, `archived_on`, `accessed_on`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, ko.yaml: `table`.
- Quarto, _language-ko.yml: `notes`, `table`, `draft`, `draft_mark`.
- Congo, ko.yaml: `draft`, `draft_mark`, `skip`.
- MediaWiki, ko.json: `skip`.

Nothing was found for `feature`, `briefs`, `sources`, `byline`, `state_media`, `social`, `archived_copy`,
`archived_copy_of`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`, `back_to_note`,
`read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`,
`last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`,
`skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`, `any_value`,
`results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`, `search_failed`,
`search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="제{number}호",
    contents="이번 호",
    feature="특집",
    briefs="단신",
    notes="각주",
    corrections="바로잡습니다",
    sources="출처",
    byline="글 {authors}",
    undated="일자 없음",
    state_media="관영 매체",
    social="{author}({outlet})",
    archived_copy="보존본",
    archived_copy_of="보존본, {date}",
    archived_on="{date}에 보존함.",
    accessed_on="{date}에 확인함.",
    citation_needed="[출처 필요: {key}]",
    document_title="{name} 제{number}호: {title}",
    set_in="서체: {faces}.",
    compiled="briefgen으로 조판.",
    draft="초안. 배포 금지.",
    draft_mark="초안",
    draft_state="이번 호의 상태",
    skip="특집으로 이동",
    table="표",
    back_to_note="본문의 각주 {number}(으)로 돌아가기",
    read_on_web="웹에서 읽기",
    read_on="계속 읽기",
    unsubscribe="구독 취소",
    issues="호별 보기",
    all_issues="모든 호",
    authors="필자",
    outlets="매체",
    citations="인용 수",
    first_cited="처음 인용",
    last_cited="최근 인용",
    cited_in="인용한 호",
    most_cited="가장 많이 인용된 자료",
    previous_issue="이전 호",
    next_issue="다음 호",
    not_found="페이지를 찾을 수 없습니다",
    not_found_help="이 주소에는 아무것도 없습니다. 첫 페이지에 모든 호가 있습니다.",
    moved="페이지가 옮겨졌습니다",
    skip_to_content="본문으로 건너뛰기",
    site_pages="사이트의 페이지",
    more_pages="다른 페이지",
    search="검색",
    search_issues="모든 호에서 검색",
    year="연도",
    section="꼭지",
    outlet="매체",
    any_value="전체",
    results_found="검색 결과: {count}",
    nothing_found="찾은 것이 없습니다.",
    more_results="결과 더 보기",
    search_needs_script="검색에는 자바스크립트가 필요한데, 이 브라우저에서는 꺼져 있습니다.",
    search_needs_server="검색은 웹사이트에서 작동하며, 파일로 연 페이지에서는 작동하지 않습니다.",
    search_failed="검색을 불러오지 못했습니다.",
    search_instead="모든 호는 여기에서도 찾을 수 있습니다:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="“",
    quote_close="”",
)
