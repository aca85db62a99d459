"""Lists of hosts: shorteners, proxies, archives, and paths that hide an article."""

SHORTENERS = frozenset({
    "bit.ly", "bitly.com", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "v.gd", "t.cn", "url.cn",
    "dwz.cn",
    "lnkd.in", "fb.me", "rb.gy", "cutt.ly", "shorturl.at", "tiny.cc", "trib.al", "dlvr.it", "ift.tt", "j.mp", "flip.it",
    "soo.gd", "t.ly", "snip.ly", "wp.me", "amzn.to", "shar.es", "po.st", "reut.rs", "nyti.ms", "wapo.st",
    "on.wsj.com", "on.ft.com", "bbc.in", "cnn.it", "econ.st", "bloom.bg", "politi.co", "apple.news", "aje.io", "a.co",
})  # fmt: skip

# Hosts that redirect to, or show a copy of, the publisher's page.
PROXIES = (
    "ampproject.org", "translate.goog", "translate.google.com", "webcache.googleusercontent.com", "12ft.io",
    "l.facebook.com", "lm.facebook.com", "l.instagram.com", "out.reddit.com", "safelinks.protection.outlook.com",
    "urldefense.com", "urldefense.proofpoint.com", "linkprotect.cudasvc.com", "list-manage.com", "news.google.com",
    "mail.google.com", "outlook.office.com", "outlook.live.com",
)  # fmt: skip

# Path prefixes of searches, redirects and private documents, on hosts that are not proxies otherwise.
HIDING_PATHS: dict[str, tuple[str, ...]] = {
    "google.com": ("/amp", "/search", "/url"),
    "bing.com": ("/search", "/ck/", "/news/apiclick"),
    "duckduckgo.com": ("/",),
    "yahoo.com": ("/search", "/url"),
    "baidu.com": ("/s", "/link"),
    "yandex.ru": ("/search",),
    "facebook.com": ("/l.php",),
    "docs.google.com": ("/document/d/", "/spreadsheets/d/", "/forms/d/"),
    "drive.google.com": ("/file/", "/drive/"),
    "dropbox.com": ("/home", "/work"),
    "onedrive.live.com": ("/",),
}

# Hosts of archives, which differ from the publisher's host.
ARCHIVES = (
    "archive.org", "archive.today", "archive.ph", "archive.is", "archive.md", "archive.li", "archive.fo", "archive.vn",
    "perma.cc", "ghostarchive.org", "megalodon.jp", "webcitation.org", "arquivo.pt",
    "webarchive.org.uk", "webarchive.loc.gov", "webarchive.nationalarchives.gov.uk", "freezepage.com",
)  # fmt: skip
# Hosts that republish others' articles with permission.
SYNDICATES = (
    "yahoo.com", "msn.com", "pressreader.com", "proquest.com", "factiva.com", "lexisnexis.com", "jstor.org",
    "nexis.com",
    "doi.org", "youtube.com", "youtu.be", "github.com", "substack.com", "issuu.com",
    "documentcloud.org", "facebook.com", "twitter.com", "x.com", "mp.weixin.qq.com", "weibo.com",
)  # fmt: skip

# Hosts where anybody publishes; none of them belongs to one outlet.
PLATFORMS = (
    "medium.com", "docs.google.com", "drive.google.com", "sites.google.com", "dropbox.com", "scribd.com",
    "academia.edu", "researchgate.net", "ssrn.com", "arxiv.org", "zenodo.org", "notion.site",
)  # fmt: skip

# Path segments of front pages and sections, if nothing follows.
SECTIONS = frozenset({
    "en", "eng", "english", "zh", "cn", "fr", "de", "es", "ru", "ar", "ja", "ko", "home", "index", "default",
    "main", "news",
    "world", "china", "politics", "business", "opinion", "international", "asia", "us", "uk", "europe", "latest",
    "search",
    "video", "videos", "sport", "sports", "tech", "technology", "science", "health", "culture", "economy",
})  # fmt: skip
