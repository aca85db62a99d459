"""Structured data for search engines: a schema.org NewsArticle with the works it cites."""

from briefgen.model import Issue, Publication, Source


def make_json_ld(  # noqa: PLR0913 - all but three are keyword arguments
    issue: Issue,
    publication: Publication,
    cited: tuple[Source, ...],
    *,
    title: str,
    deck: str,
    corrections: tuple[str, ...],
) -> dict[str, object]:
    """Return the JSON-LD of an issue, without empty fields.

    `title` and `deck` are those of the feature, as plain text; so are `corrections`.
    """
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "alternativeHeadline": deck,
        "description": (issue.summary or "").strip(),
        "datePublished": issue.date.isoformat(),
        "dateModified": issue.modified.isoformat(),
        "inLanguage": publication.language,
        "author": [
            _without_empty({"@type": "Person", "name": one.name, "url": one.url}) for one in issue.feature.bylines
        ],
        "publisher": _organization(publication),
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": str(issue.number),
            "datePublished": issue.date.isoformat(),
            "isPartOf": _without_empty({"@type": "Periodical", "name": publication.name, "url": publication.url}),
        },
        "citation": [_citation(source) for source in cited],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": words,
                "datePublished": correction.date.isoformat(),
            }
            for correction, words in zip(issue.public_corrections.values(), corrections, strict=True)
        ],
    }
    return _without_empty(data)


def _organization(publication: Publication) -> dict[str, object]:
    name = publication.publisher or publication.name
    return _without_empty({"@type": "NewsMediaOrganization", "name": name, "url": publication.url})


def _citation(source: Source) -> dict[str, object]:
    return _without_empty(
        {
            "@type": "CreativeWork",
            "name": source.title or source.outlet,
            "publisher": {"@type": "Organization", "name": source.outlet},
            "author": {"@type": "Person", "name": source.author} if source.author else None,
            "datePublished": str(source.date) if source.date is not None and source.date.year else None,
            "inLanguage": source.language,
            "url": source.address,
            "archivedAt": source.archived.url if source.archived else None,
        }
    )


def _without_empty(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value}
