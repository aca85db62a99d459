"""Names that other tools, citation styles and newsrooms use for our keys."""

import re
import unicodedata
from collections.abc import Mapping

_ITEM = {
    "title": "headline heading head name header",
    "deck": "subtitle standfirst subhead subheading subheadline dek lede lead intro teaser kicker strapline summary",
    "author": "byline by writer reporter",
    "authors": "writers bylines reporters contributors",
    "image": "picture photo img cover thumbnail figure",
    "images": "pictures photos gallery figures",
    "body": "text content contents copy article story markdown paragraphs",
    "language": "lang locale",
    "analysis": "opinion",
}
_ALIASES: Mapping[str, Mapping[str, str]] = {
    "Issue": {
        "number": "no num nr issue issue_number issue_no edition volume",
        "date": "day published publication_date pub_date pubdate publish_date published_at date_published issued",
        "summary": "description abstract preheader preview excerpt teaser intro introduction lede standfirst",
        "subject": "email_subject subject_line mail_subject",
        "image": "picture photo img cover lead_image hero",
        "feature": "article main lead story main_story features lead_story essay",
        "briefs": "news items articles stories shorts in_brief news_briefs notes brief nibs",
        "sources": "references refs bibliography citations works_cited links source footnotes",
        "corrections": "errata erratum updates",
        "ignore": "noqa disable suppress",
    },
    "Feature": _ITEM,
    "Brief": {**_ITEM, "section": "category topic rubric column group heading_above"},
    "Person": {
        "name": "full_name fullname author byline",
        "bio": "biography about description note blurb affiliation",
        "url": "link website web homepage site href",
    },
    "Image": {
        "file": "path src filename image url source",
        "alt": "alt_text alternative_text alternative description text",
        "caption": "title legend cutline",
        "credit": "photographer photo_credit copyright attribution courtesy photo by",
    },
    "Source": {
        "outlet": "publisher publication journal newspaper magazine site website_name container_title source paper "
        "organization organisation org institution medium name_of_site press media",
        "date": "published year issued publication_date pub_date pubdate date_published day published_at",
        "title": "headline heading name article",
        "translated_title": "english_title title_en trans_title title_translated translation",
        "language": "lang langid",
        "author": "authors by byline writer creator",
        "url": "link href uri web website web_address address permalink",
        "archived": "archive archive_url archived_url wayback snapshot",
        "accessed": "access access_date accessed_on date_accessed retrieved retrieved_on urldate visited last_accessed",
        "note": "notes comment comments annotation memo remark",
        "dead": "broken gone dead_link",
    },
    "Crop": {"ratio": "aspect aspect_ratio", "focus": "position gravity center centre"},
    "Mail": {"from": "sender from_address", "reply_to": "reply replyto answer_to"},
    "Style": {
        "citations": "citation cite citation_style references",
        "year": "years",
        "months": "month month_names",
        "quotes": "quotation_marks quotation quote",
        "dash": "dashes",
        "title_case": "titlecase case headline_case capitalization capitalisation capitals",
        "order": "sort sorting",
    },
    "Feeds": {
        "entries": "items limit count size length max most number",
        "first_url": "old_url former_url previous_url original_url base id",
    },
    "Logo": {"file": "src path image url source", "dark": "dark_mode dark_file", "place": "position placement"},
    "Validation": {
        "select": "enable include only rules extend_select",
        "ignore": "exclude disable skip suppress extend_ignore",
        "severity": "severities level levels",
        "fail_on": "fail fail_level failon",
        "per_file": "overrides per_file_ignores files",
    },
    "PerFile": {"files": "file path paths pattern patterns glob globs name", "reason": "why because note comment"},
    "BuildOptions": {
        "formats": "format output outputs targets",
        "theme": "colors colours palette",
        "paper": "size page_size pagesize paper_size format_size",
        "stylesheet": "css style stylesheets styles",
        "fonts": "font",
    },
    "Archived": {"url": "link href address", "date": "day saved saved_on archived_on"},
    "Correction": {"text": "note correction body description message", "date": "day corrected"},
    "Ignore": {"rule": "code name", "match": "text words", "reason": "why because note comment"},
    "Publication": {
        "name": "title newsletter masthead",
        "tagline": "subtitle slogan motto description strapline",
        "publisher": "editor owner organization organisation org",
        "url": "website homepage link base_url baseurl site site_url",
        "language": "lang locale",
        "email": "mail",
        "logo": "image icon",
        "style": "house_style",
        "validate": "rules lint validation checks",
        "build": "output outputs",
    },
    "Outlet": {
        "id": "key slug",
        "name": "title outlet",
        "aliases": "alias names other_names aka also",
        "domains": "domain hosts host website websites url urls",
        "languages": "language lang",
        "kind": "type category",
        "ownership": "owner owned_by",
        "since": "founded",
        "sources": "source references",
        "reviewed": "checked",
    },
    "Term": {
        "expected": "to preferred use write correct right",
        "patterns": "from wrong avoid pattern not instead_of",
        "except": "exception exceptions unless",
        "specs": "tests examples spec",
        "reason": "why note comment",
    },
}
# Keys that belong elsewhere in the same file, by where they belong.
_MISPLACED: Mapping[str, Mapping[str, str]] = {
    "Issue": {
        "below `feature:`": "title deck body author authors headline byline analysis",
        "below `image:`": "alt caption credit file",
        "below the `author:` of an item": "bio",
        "below a key of its own under `sources:`": "outlet accessed archived url",
        "in `publication.yaml`": "name tagline publisher style labels email logo acronyms names validate build",
    },
    "Item": {
        "below `image:`": "alt caption credit file",
        "below `author:`": "bio",
        "at the left margin, with `feature:`": "sources briefs corrections number cutoff subject feature date",
        "below a key of its own under `sources:`": "outlet accessed archived url link",
    },
    "Source": {"at the left margin, with `sources:`": "briefs feature corrections number summary"},
    "Image": {"on the item, as far left as `image:`": "body deck author authors language"},
    "Publication": {
        "below `style:`": "citations year order position months quotes dash title_case state_media",
        "below `validate:`": "select ignore severity fail_on require_reason per_file",
        "below `build:`": "formats theme colors colours format",
        "below `series:`": "gaps",
        "below `email:`": "from reply_to",
        "in `outlets.yaml`": "outlets",
        "in `terms.yaml`": "terms",
        "in an issue": "sources feature briefs number date summary",
    },
}
# Keys of other tools that have no place in ours, and what to do instead.
_INSTEAD: Mapping[str, Mapping[str, str]] = {
    "Issue": {
        "write `draft: true`, or delete it": "status state published_status",
        "delete it: the address comes from the file name": "slug permalink url aliases alias path",
        "delete it: templates in `templates/` change the look": "layout template theme type css toc format output",
        "delete it, or keep it as `x-…`: nothing prints it": "tags tag categories category keywords topics "
        "section weight pin featured comments hidden audience segment id uuid guid authors_note series",
        "say what changed under `corrections:`": "updated modified lastmod last_modified last_updated changed revised",
        "write it in the feature or the last brief: nothing is printed around them": "footer closing outro signoff "
        "intro_text greeting ps",
        "delete it: sources go under `sources:`": "csl nocite link_citations citation_style reference_section_title",
    },
    "Item": {
        "delete it, or keep it as `x-…`: nothing prints it": "tags tag categories keywords topics "
        "section slug id draft weight status type kind",
        "cite it in the body: `[@key]`": "source source_key sources_cited cite citation",
    },
    "Source": {
        "set `print: true`, and keep it in `note:`": "isbn issn edition",
        "write the page where the source is cited: `[@key, p. 12]`": "page pages pp locator",
        "keep it in `note:`": "volume issue number place city location editor editors translator series pmid "
        "genre medium abstract keywords tags collection_title event publisher_place",
        "delete it: briefgen needs no types": "type kind item_type entry_type",
        "delete it: the key of a source is the word above it": "id key citekey citation_key",
    },
    "Person": {
        "say it in `bio:`": "email mail e_mail phone role title position job orcid location affiliations",
        "write the address of the page as `url:`": "twitter x mastodon bluesky linkedin instagram facebook "
        "threads handle social",
        "delete it: bylines have no pictures": "image photo picture avatar",
    },
}


def fold_key(key: str) -> str:
    """Normalize a key to our spelling: `translatedTitle` and `Translated-Titlé` become `translated_title`."""
    decomposed = unicodedata.normalize("NFKD", key)
    plain = "".join(each for each in decomposed if each.isalnum() or each in "_- ")
    return re.sub(r"[\s-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", plain.strip())).casefold()


def resolve_alias(record: str, key: str) -> str | None:
    """Return our key for another tool's name, or None."""
    folded = fold_key(key)
    return next((ours for ours, names in _ALIASES.get(record, {}).items() if folded in names.split()), None)


def find_correct_place(record: str, key: str) -> str:
    """Return where in the file a key of another record belongs, or ""."""
    places = _MISPLACED.get("Item" if record in {"Feature", "Brief"} else record, {})
    return next((place for place, keys in places.items() if fold_key(key) in keys.split()), "")


def find_instead(record: str, key: str) -> str:
    """Return what to do in the place of a key that other tools have and we do not; empty where that is not known."""
    advice = _INSTEAD.get("Item" if record in {"Feature", "Brief"} else record, {})
    return next((words for words, keys in advice.items() if fold_key(key) in keys.split()), "").replace(
        "x-…", f"x-{key}"
    )
