"""Every guard against attacks and faults, and the test that fails without it.

`python -m tests.hostile.guards [WORD…]` switches each off in a copy of the checkout, or those whose line contains
a word, and sees the test fail. A guard is a piece of text that stands once in its file.
"""
# ruff: noqa: E501 - a line is a guard.

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.docs.pages import ROOT
from tests.shared import SHARED

# What a checkout consists of, as far as tests need it.
PARTS = (
    ".ci", ".github", ".gitattributes", ".gitignore", ".pre-commit-hooks.yaml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    "README.md", "SECURITY.md", "briefgen", "docs", "issues", "pyproject.toml", "requirements-dev.lock",
    "requirements-judges.lock", "requirements-peers.lock", "requirements.lock", "run", "templates", "tests",
)  # fmt: skip
SECONDS = 240
"""Without some guards, a test waits for ever."""


class Guard(NamedTuple):
    """A guard: the file and text that are changed, into what, and a test that then fails."""

    file: str
    text: str
    without: str
    test: str


_YAML = "briefgen/yamltext/parse.py"
_Y = "tests/hostile/test_yaml.py::test_an_attack_is_refused_in_words_or_stays_text"
_URLS = "briefgen/model/urls.py"
_U = "tests/model/test_urls.py::test_recorded_attacks_are_accepted_or_refused_as_expected"
_U2 = "tests/model/test_urls.py::test_urls_that_programs_read_differently_are_refused"
_READ = "briefgen/compile/safe_read.py"
_SITE, _S = "briefgen/compile/site_files.py", "tests/cli/test_site.py::"
_P = "tests/hostile/test_paths.py::"
_SERVICE = "briefgen/compile/search_service.py"
_INDEX, _D = "briefgen/compile/search_index.py", "tests/compile/test_search_index.py::"
_BRIEF = "tests/hostile/test_faults.py::test_a_sample_of_calls"
_T = "tests/hostile/test_templates.py::"
_V = "briefgen/reports/visible.py"
_N = "tests/hostile/test_names.py::"
_L = "tests/hostile/test_leftovers.py::"
_C = "tests/hostile/test_cache.py::"
_RECIPE = "tests/hostile/test_contribution.py::"
_WORKFLOW = "briefgen/data/workflows/github.yml"

_FEEDS = "tests/hostile/test_feeds.py::"
_MAIL = "tests/render/test_mail.py::"
_MESSAGE = "briefgen/render/mail_message.py"
_SIZES = "briefgen/compile/measuring.py"
_I = "tests/hostile/test_pictures.py::"
_TWICE = f"{_I}test_a_picture_with_two_sizes_is_refused_before_it_is_decoded"
_NEEDED = f"{_I}test_what_no_pixel_needs_does_not_reach_the_decoder"
_ENCODER = "briefgen/worker/picture_encoder.py"
_B = "tests/cli/test_incremental.py::"
_TREE = "tests/markdown/test_tree.py::test_an_exceeded_limit_is_reported_once"
_EXPORTS = "briefgen/citations/exports/"
_X = "tests/hostile/test_exports.py::"
_ONE = f"{_X}test_an_injection_is_one_record_with_the_fields_of_any_other"
_CELL = "tests/citations/test_exports.py::test_no_cell_is_a_formula"

GUARDS = (
    # What was published.
    Guard("briefgen/compile/publishing.py", "content.encode(), expected=before)", "content.encode())", "tests/compile/test_published_lock.py::test_what_another_build_recorded_meanwhile_stays"),
    Guard("briefgen/compile/pipeline.py", "replace(manuscript.file, is_publishing=True)", "manuscript.file", "tests/cli/test_publish.py::test_a_published_issue_changes_with_a_correction_only"),
    # Mail.
    Guard(_MESSAGE, ' and "=?" not in text', "", f"{_MAIL}test_no_header_can_be_injected"),
    Guard(_MESSAGE, "if sorted(found) != sorted(", "if False and sorted(", "tests/hostile/test_mail.py::test_a_message_with_another_header_is_not_built"),
    Guard("briefgen/render/mail_html.py", "disarm_html(_inline(styled), edition.mail.merge_tags)", "_inline(styled)", f"{_MAIL}test_a_merge_tag_stays_if_it_is_named_and_is_broken_if_not"),
    Guard("briefgen/render/mail.py", "disarm_text(tidy(text), edition.mail.merge_tags)", "tidy(text)", f"{_MAIL}test_a_merge_tag_stays_if_it_is_named_and_is_broken_if_not"),
    # Feeds.
    Guard("templates/feed.xml.j2", '<content type="html">{{ html }}', '<content type="html">{{ html | safe }}', f"{_FEEDS}test_no_attack_becomes_markup_in_a_feed"),
    Guard("templates/feed.xml.j2", "<title>{{ entry.title }}", "<title>{{ entry.title | safe }}", f"{_FEEDS}test_no_field_adds_an_entry_or_an_element"),
    Guard("templates/feed_item.html.j2", 'alt="{{ picture.alt }}"', 'alt="{{ picture.alt | safe }}"', f"{_FEEDS}test_a_payload_in_every_field_reaches_readers_of_feeds_as_text"),
    Guard(_MESSAGE, "disarm_text(_without_controls(mail.subject), mail.merge_tags)", "_without_controls(mail.subject)", f"{_MAIL}test_so_it_is_in_a_subject"),
    Guard(_MESSAGE, 'each if each.isprintable() or unicodedata.category(each) == "Zs" else " "', "each", "tests/hostile/test_mail.py::test_no_subject_adds_a_header"),
    Guard(_MESSAGE, """f'"{quote(words)}" <{address}>'""", """f"{words} <{address}>\"""", "tests/hostile/test_mail.py::test_no_subject_adds_a_header"),
    Guard("briefgen/render/merge_tags.py", '"|".join(map(re.escape, sorted(merge_tags, key=len, reverse=True)))', '"|".join(merge_tags)', f"{_MAIL}test_a_merge_tag_stays_if_it_is_named_and_is_broken_if_not"),
    # Exports.
    Guard(f"{_EXPORTS}source_values.py", "collapse_spaces(whole)", "whole", _ONE),
    Guard(f"{_EXPORTS}source_values.py", 're.sub(_UNFIT, " ", text)', "text", _CELL),
    Guard(f"{_EXPORTS}source_values.py", 're.sub(_HALF, "\\ufffd", ', "str(", _CELL),
    Guard(f"{_EXPORTS}source_values.py", 're.sub(_COMMAND, "# #", ', "str(", f"{_X}test_no_line_is_a_command_to_a_log"),
    Guard(f"{_EXPORTS}csv_file.py", "if line.startswith(tuple(_FORMULA)) else line", "if False else line", _CELL),
    Guard(f"{_EXPORTS}bibtex.py", "_BRACES if _is_balanced(line) else _LONE_BRACES", "_BRACES", f"{_X}test_bibtex_has_a_partner_for_each_brace_also_behind_a_backslash"),
    Guard(f"{_EXPORTS}bibtex.py", "    return re.sub(_SPECIAL, ", "    return str(line) or re.sub(_SPECIAL, ", _ONE),
    Guard(f"{_EXPORTS}ris.py", "(line := one_line(value))", "(line := value)", f"{_X}test_ris_has_a_tag_at_the_start_of_each_line_and_nowhere_else"),
    Guard("briefgen/cli/terminal.py", "if stream is None or stream.isatty() or not", "if stream is None or not", "tests/cli/test_sources.py::test_on_a_terminal_nothing_in_an_export_is_obeyed"),
    Guard("briefgen/cli/sources.py", "if options.output and suffix in SUFFIXES:", "if False:", "tests/cli/test_sources.py::test_what_cannot_be_done_is_told_before_anything_is_written"),
    # YAML.
    Guard(_YAML, "if len(data) > MAX_BYTES:", "if False:", f"{_Y}[Y8]"),
    Guard(_YAML, "MAX_SCALAR = 64_000", "MAX_SCALAR = 64_000_000", f"{_Y}[Y8]"),
    Guard(_YAML, "if self.nodes > self.max_nodes:", "if False:", f"{_Y}[Y7]"),
    Guard(_YAML, "if len(self.stack) >= MAX_DEPTH:", "if False:", f"{_Y}[Y4]"),
    Guard(_YAML, "elif len(key.value) > MAX_KEY:", "elif False:", f"{_Y}[Y25]"),
    Guard(_YAML, "elif key.value in seen:", "elif False:", f"{_Y}[Y10]"),
    Guard(_YAML, "elif event.anchor is not None:", "elif False:", f"{_Y}[Y14]"),
    Guard(_YAML, "elif event.tag is not None:", "elif False:", f"{_Y}[Y11]"),
    Guard(_YAML, "if event.tags:", "if False:", f"{_Y}[Y11]"),
    Guard(_YAML, "if self.documents > 1:", "if False:", f"{_Y}[Y23]"),
    Guard(_YAML, "    if forbidden:", "    if False:", f"{_Y}[Y15]"),
    Guard(_YAML, "        if bad is not None:", "        if False:", f"{_Y}[Y16]"),
    Guard(_YAML, "MAX_FAULTS = 50", "MAX_FAULTS = 50_000", "tests/yamltext/test_parse.py::test_no_more_than_fifty_faults_are_kept"),
    Guard("briefgen/yamltext/characters.py", "\\\\ud800-\\\\udfff", "", "tests/hostile/test_yaml.py::test_halves_of_characters_are_refused"),
    # Addresses.
    Guard(_URLS, 'if "@" in authority:', "if False:", _U2),
    Guard(_URLS, 'if "%" in authority or "[" in authority:', "if False:", _U2),
    Guard(_URLS, "    if bad is not None:", "    if False:", _U),
    Guard(_URLS, "if not re.fullmatch(_HOST, name) or re.fullmatch(_PRIVATE, name):", "if False:", _U),
    Guard(_URLS, " or re.fullmatch(_PRIVATE, name)", "", _U2),
    Guard(_URLS, "if len(text) > MAX_LENGTH:", "if False:", _U2),
    # Paths.
    Guard(_READ, " | os.O_NOFOLLOW", "", f"{_P}test_a_path_is_read_or_refused"),
    Guard(_READ, " | os.O_NONBLOCK", "", f"{_P}test_a_path_is_read_or_refused['pipe.png'-False]"),
    Guard(_READ, 'or ".." in parts', "", f"{_P}test_a_path_is_read_or_refused"),
    Guard(_READ, 'or name.startswith("/")', "", f"{_P}test_a_path_is_read_or_refused"),
    Guard(_READ, 'or "\\x00" in name', "", f"{_P}test_a_path_is_read_or_refused"),
    Guard(_READ, 'if "\\\\" in name:', "if False:", "tests/hostile/test_shapes.py::test_a_file_with_a_backslash_in_its_name_is_refused_in_plain_words"),
    Guard(_READ, "if not stat.S_ISREG(facts.st_mode):", "if False:", "tests/hostile/test_shapes.py::test_what_is_no_file_is_reported_and_the_rest_is_built"),
    Guard(_READ, "if facts.st_size > limit:", "if False:", f"{_P}test_a_path_is_read_or_refused"),
    Guard("briefgen/model/slugs.py", "if slug and slug not in RESERVED else", "if slug else", f"{_P}test_whatever_an_issue_is_called_its_folder_has_a_plain_name"),
    Guard("briefgen/model/slugs.py", "make_slug(stem)[:MAX_SLUG]", "make_slug(stem)", f"{_P}test_whatever_an_issue_is_called_its_folder_has_a_plain_name"),
    Guard(_SITE, "if _is_behind_link(parent, path) or file.is_symlink() or file.is_dir():", "if file.is_dir():", f"{_S}test_nothing_is_written_through_a_link"),
    Guard(_SITE, "folder.is_symlink() or ", "", f"{_S}test_nothing_is_written_through_a_link"),
    Guard(_SITE, "return MARK in opened.read(_HEAD)", "return True", f"{_S}test_a_file_of_somebody_else_is_left_alone_and_named"),
    # The search.
    Guard(_SERVICE, "env=environment,", "", f"{_D}test_the_program_gets_documents_and_no_environment"),
    Guard(_SERVICE, "limit.start()", "", f"{_D}test_a_program_that_does_not_end_is_ended"),
    Guard(_INDEX, " if is_of_index(file.path)}", "}", f"{_D}test_the_program_gets_documents_and_no_environment"),
    Guard("briefgen/archive/search_documents.py", "escape(value)", "Markup(value)", "tests/archive/test_search_documents.py::test_what_is_not_divided_into_items_is_filtered_by_year_sections_and_outlets_of_the_issue"),
    # Markdown.
    Guard("briefgen/markdown/guard.py", "if unescape(cleaned) != unescape(html):", "if False:", "tests/hostile/test_sanitizer.py::test_what_the_sanitizer_would_change_is_never_printed"),
    # Templates.
    Guard("briefgen/render/templates.py", 'autoescape=output_format == "html"', "autoescape=False", "tests/render/test_templates.py::test_escaping_follows_the_format_and_not_the_name"),
    Guard("briefgen/render/templates.py", "class _Sandbox(ImmutableSandboxedEnvironment):", "class _Sandbox(Environment):", f"{_T}test_a_template_cannot_leave_its_sandbox"),
    Guard("briefgen/render/templates.py", 'return not attr.startswith("_")', "return True", "tests/render/test_templates.py::test_a_faulty_template_is_named_with_its_line"),
    Guard("briefgen/render/templates.py", "if not Path(filename).resolve().is_relative_to(self._root):", "if False:", "tests/render/test_templates.py::test_a_link_out_of_the_folder_is_refused"),
    Guard("briefgen/render/templates.py", "undefined=StrictUndefined,", "", "tests/render/test_templates.py::test_a_faulty_template_is_named_with_its_line"),
    # Pictures: what is read of a file before it is decoded.
    Guard(_SIZES, '== b"IHDR" or size is None', '== b"none" or size is None', _TWICE),
    Guard(_SIZES, "if marker in _FRAMES and size is None:", "if marker in _FRAMES:", _TWICE),
    Guard(_SIZES, "marker in _FRAMES or marker in _OTHER_FRAMES or marker", "marker in _FRAMES or marker", _TWICE),
    Guard(_SIZES, "MAX_SCANS: Final = 64", "MAX_SCANS: Final = 64_000", _TWICE),
    Guard(_SIZES, "if canvas is not None or start != 12:", "if False:", _TWICE),
    Guard(_SIZES, "(canvas or frames[0]) != frames[0]", "False", _TWICE),
    Guard(_SIZES, "if len(frames) > 1 or ", "if ", f"{_TWICE}[WebP, two frames of one size]"),
    Guard(_SIZES, "if not is_held or inside != [size]:", "if not is_held:", _TWICE),
    Guard(_SIZES, "if not is_held or inside != [size]:", "if inside != [size]:", _TWICE),
    Guard(_SIZES, "if kind[:1].isupper() and crc32(", "if False and crc32(", "tests/compile/test_images.py::test_a_picture_that_was_changed_on_its_way_is_damaged"),
    Guard(_SIZES, 'b"tRNS", b"iCCP", b"eXIf"', 'b"tRNS", b"tEXt", b"iCCP", b"eXIf"', _NEEDED),
    Guard(_SIZES, '0xEE: b"Adobe"}', '0xEE: b"Adobe", 0xFE: b""}', _NEEDED),
    Guard(_SIZES, 'b"VP8L", b"EXIF"})', 'b"VP8L", b"EXIF", b"XMP "})', _NEEDED),
    Guard("briefgen/compile/images.py", "if max(measured.width, measured.height) > MAX_SIDE or", "if", f"{_I}test_a_picture_of_too_many_pixels_is_refused_by_its_header"),
    Guard("briefgen/compile/images.py", "or measured.width * measured.height > MAX_PIXELS:", "or False:", f"{_I}test_a_picture_of_too_many_pixels_is_refused_by_its_header"),
    Guard("briefgen/compile/images.py", "if not has_only_pixels(picture):", "if False:", f"{_I}test_an_answer_that_is_more_than_pixels_is_not_published"),
    Guard("briefgen/compile/images.py", "return (measured.width, measured.height) == (width, height)", "return True", f"{_I}test_an_answer_that_is_more_than_pixels_is_not_published"),
    Guard("briefgen/compile/pictures.py", "if printed > MAX_IMAGE_BYTES:", "if False:", f"{_I}test_pictures_have_one_budget_as_they_are_printed"),
    Guard("briefgen/compile/pictures.py", "if totals.is_full:", "if False:", f"{_I}test_pictures_over_the_budget_are_not_encoded"),
    # Pictures: the process that decodes them.
    Guard(_ENCODER, "picture.seek(0)\n            _require(picture.size, size)", "picture.seek(0)", f"{_I}test_a_picture_of_another_size_than_stated_is_not_loaded"),
    Guard(_ENCODER, "picture.load()\n            _require(picture.size, size)", "picture.load()", f"{_I}test_a_picture_whose_size_changes_as_it_is_loaded_is_refused"),
    Guard(_ENCODER, "Image.MAX_IMAGE_PIXELS = size[0] * size[1]", "", f"{_I}test_the_decoder_is_told_how_many_pixels_there_may_be"),
    Guard(_ENCODER, "    picture.info.clear()\n", "", f"{_I}test_nothing_but_pixels_leaves"),
    Guard("briefgen/worker/serve.py", '_limit_processor(int(os.environ["BRIEFGEN_SECONDS"]))', "pass", f"{_I}test_a_decoder_that_nobody_waits_for_ends_by_itself"),
    Guard("briefgen/worker/child.py", "            **_ENVIRONMENT,\n", '            **__import__("os").environ,\n', f"{_I}test_the_process_gets_nothing_of_our_environment"),
    Guard("briefgen/worker/serve.py", "        os._exit(code)", "        pass", f"{_L}test_the_process_that_prints_and_its_fonts_end_with_a_killed_build"),
    # Limits of texts.
    Guard("briefgen/markdown/body.py", "        return _refuse(text, reading)\n    root", "        pass\n    root", _TREE),
    Guard("briefgen/markdown/blocks.py", "for node in self._open[:depth]) >= MAX_DEPTH", "for node in self._open[:depth]) >= 99", _TREE),
    Guard("briefgen/markdown/blocks.py", "if number == MAX_LINES:", "if False:", _TREE),
    Guard("briefgen/markdown/builder.py", "if self._reading.cells > MAX_CELLS:", "if False:", _TREE),
    Guard("briefgen/markdown/emphasis.py", "if len(around) == MAX_NESTED:", "if False:", _TREE),
    Guard("briefgen/markdown/reading.py", "return self._effort > MAX_EFFORT", "return False", _TREE),
    Guard("briefgen/manuscript/totals.py", "MAX_LINES = 10_000", "MAX_LINES = 10_000_000", "tests/rules/test_over_limit.py::test_lines_and_cells_of_all_bodies_are_counted"),
    Guard("briefgen/manuscript/totals.py", "MAX_CELLS = 8_000", "MAX_CELLS = 8_000_000", "tests/rules/test_over_limit.py::test_lines_and_cells_of_all_bodies_are_counted"),
    Guard("briefgen/prose/long_words.py", "if has_stretch and max(", "if False and max(", "tests/prose/test_prose.py::test_exceeded_limits_are_reported_at_their_position"),
    Guard("briefgen/prose/long_words.py", "if text.isascii() or not re.search(_MARK", "if True or not re.search(_MARK", "tests/prose/test_prose.py::test_exceeded_limits_are_reported_at_their_position"),
    Guard("briefgen/markdown/inert.py", '{"(": _CALL, ', "{", "tests/markdown/test_writers.py::test_markdown"),
    Guard("briefgen/markdown/html.py", "{escape(_unbroken(value))}", "{escape(value)}", "tests/markdown/test_writers.py::test_html"),
    Guard("briefgen/markdown/commonmark.py", r'|[^ \t\n]+)"', r'|\S+)"', "tests/markdown/test_writers.py::test_a_note_is_written_below_the_text"),
    Guard("briefgen/markdown/commonmark.py", "_keep_from_targets(written, is_text=is_text)", "written", "tests/hostile/test_markdown.py::test_no_renderer_makes_more_of_a_body_than_briefgen_wrote"),
    Guard("briefgen/markdown/commonmark.py", " or re.search(HALF_REFERENCE, code):", ":", "tests/markdown/test_writers.py::test_markdown"),
    Guard("briefgen/markdown/commonmark.py", "if re.search(HALF_REFERENCE, code):", "if False:", "tests/markdown/test_writers.py::test_markdown"),
    Guard("briefgen/markdown/inert.py", r"&(?=#|\w+;)", r"&(?=#?\w+;)", "tests/markdown/test_writers.py::test_markdown"),
    Guard("briefgen/compile/site_build.py", "named = {*kept, *(file.path for file in stale)}", "named = {*kept, *(file.path for file in ours)}", f"{_S}test_a_link_in_the_place_of_a_file_of_the_site_stays"),
    Guard("briefgen/rules/run.py", "MAX_REPORTS = 100", "MAX_REPORTS = 100_000", "tests/rules/test_running.py::test_a_rule_reports_a_hundred_places_and_counts_the_rest"),
    # Pages and PDFs.
    Guard("templates/page.html.j2", "connect-src {% if site %}'self'{% else %}'none'{% endif %}; ", "", "tests/hostile/test_sanitizer.py::test_the_policy_of_a_page_allows_nothing_that_it_does_not_need"),
    Guard("briefgen/worker/serve.py", '_limit(resource.RLIMIT_AS, int(os.environ["BRIEFGEN_MEMORY"]))', "pass", "tests/render/test_pdf.py::test_a_process_without_memory_is_a_fault_and_no_traceback"),
    Guard("briefgen/worker/child.py", "    timer.start()", "    pass", f"{_L}test_a_process_that_stands_still_is_stopped"),
    # What is printed.
    Guard("briefgen/cli/terminal.py", "show_lines(text, colour=wants_colour(self))", "text", f"{_N}test_odd_words_get_an_answer"),
    Guard("briefgen/cli/terminal.py", "_write_aside(show(text)", "_write_aside(text", f"{_N}test_issues_with_odd_names_are_built"),
    Guard(_V, "        return _spell(character)\n", "        return character\n", "tests/reports/test_reports.py::test_shown_text_is_printable"),
    Guard(_V, "\\u2028-\\u202e\\u2066-\\u2069", "", f"{_N}test_reports_on_files_with_odd_names_are_lines_of_ours"),
    Guard(_V, '_COMMAND.sub(lambda _: f"#{_spell(\'#\')}", text) if "##" in text else text', "text", f"{_N}test_reports_on_files_with_odd_names_are_lines_of_ours"),
    Guard(_V, "_IN_JSON.sub(_escape_in_json, dumps(value, ensure_ascii=False, indent=2))", "dumps(value, ensure_ascii=False, indent=2)", f"{_N}test_reports_on_files_with_odd_names_are_lines_of_ours"),
    # Writing.
    Guard("briefgen/compile/atomic_file.py", "    with locked(path.parent, seconds=seconds), unbroken():", "    with unbroken():", f"{_L}test_a_run_waits_for_another_that_writes_in_the_folder"),
    Guard("briefgen/compile/atomic_file.py", "tempfile.mkstemp(prefix=STAGE, dir=path.parent)", "(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), str(path))", _BRIEF),
    Guard("briefgen/compile/atomic_file.py", "    if path.read_bytes() != expected:\n        raise ChangedFileError\n", "", "tests/hostile/test_races.py::test_a_file_that_was_saved_just_before_is_kept"),
    Guard("briefgen/compile/atomic_file.py", "elif stage.read_bytes() != expected:", "elif False:", "tests/hostile/test_races.py::test_a_file_that_is_saved_in_the_last_moment_is_kept"),
    Guard("briefgen/compile/atomic_file.py", "if stage.read_bytes() != content:", "if False:", "tests/hostile/test_races.py::test_a_file_that_is_saved_twice_in_the_last_moment_is_kept"),
    Guard("briefgen/compile/fix_files.py", "if _read_text(change.path) != change.before.text:", "if False:", "tests/hostile/test_races.py::test_nothing_is_written_where_one_of_two_files_was_saved"),
    Guard("briefgen/compile/writing.py", "elif not exchange(stage, folder):", "else:", _BRIEF),
    Guard("briefgen/compile/writing.py", "            if folder.is_symlink():\n                raise", "            if False:\n                raise", f"{_L}test_an_output_folder_that_becomes_a_link_is_refused"),
    Guard("briefgen/compile/writing.py", "shutil.copy2(old, new, follow_symlinks=False)", "shutil.copy2(old, new)", f"{_L}test_links_in_an_output_folder_stay_links_and_what_is_behind_them_stays"),
    Guard("briefgen/compile/writing.py", "if (step := base.joinpath(*inner[:length])).is_symlink():", "if False:", f"{_L}test_dist_that_is_a_link_is_refused"),
    Guard("briefgen/compile/staging.py", "                _sweep(folder)", "                pass", f"{_L}test_the_next_build_removes_what_killed_ones_left"),
    Guard("briefgen/compile/staging.py", "elif leftover.is_file(follow_symlinks=False):", "elif leftover.is_file():", f"{_L}test_links_with_the_names_of_leftovers_stay"),
    Guard("briefgen/compile/staging.py", "if aside.is_symlink() or not aside.is_dir():", "if not aside.is_dir():", f"{_L}test_links_with_the_names_of_leftovers_stay"),
    Guard("briefgen/compile/staging.py", "            aside.rename(kept)", "            pass", f"{_L}test_a_folder_that_a_killed_run_put_aside_comes_back"),
    Guard("briefgen/compile/publication_scaffold.py", "stage = make_stage(folder)", "stage = folder / ISSUES; stage.mkdir()", "tests/hostile/test_faults.py::test_a_publication_that_could_not_be_finished_is_begun_again"),
    # The cache.
    Guard("briefgen/compile/cache.py", "return content if digest == _digest(kind, key, content) else None", "return content", f"{_C}test_an_entry_that_is_damaged_or_open_to_others_is_none"),
    Guard("briefgen/compile/cache.py", "facts.st_uid == os.geteuid() and ", "", f"{_C}test_an_entry_of_another_user_is_none"),
    Guard("briefgen/compile/cache.py", " and not facts.st_mode & _WRITABLE_BY_OTHERS", "", f"{_C}test_an_entry_that_is_damaged_or_open_to_others_is_none"),
    Guard("briefgen/compile/cache.py", "with suppress(OSError, ValueError, CommandError):", "with suppress(ValueError):", f"{_C}test_a_build_goes_on_where_there_is_no_cache"),
    # Builds of what has changed, and of parts.
    Guard("briefgen/compile/publication_build.py", "if not self._plan.holds(record, found.path, is_named=found.is_named):", "if False:", f"{_B}test_random_edits_come_to_what_a_new_build_would"),
    Guard("briefgen/compile/publication_build.py", "not (previous and self._outputs.are_current(record, previous)):", "previous is None:", f"{_B}test_what_an_output_depends_on_makes_it_anew"),
    Guard("briefgen/compile/publication_build.py", "if self.options.is_stopped(self.newsroom.faults):", "if False:", f"{_B}test_a_new_fault_of_the_publication_stops_what_was_current"),
    Guard("briefgen/compile/file_digests.py", "if time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) > _FRESH:", "if True:", "tests/compile/test_file_digests.py::test_a_file_that_was_just_saved_is_read_again"),
    Guard("briefgen/compile/file_states.py", "return status.st_size, status.st_mtime_ns, status.st_ctime_ns", "return ()", "tests/compile/test_file_states.py::test_what_was_saved_has_changed"),
    Guard("briefgen/compile/manifest.py", "    if not is_replaceable(path):", "    if False:", f"{_B}test_another_programs_manifest_is_left_alone"),
    Guard("briefgen/compile/shards.py", "if other != part and joined[slug] != folder:", "if False:", f"{_B}test_parts_that_differ_on_an_issue_are_refused"),
    Guard("briefgen/compile/shards.py", "if sha256(content).hexdigest() != digest:", "if False:", f"{_B}test_the_parts_of_a_build_add_up_to_the_whole"),
    Guard("briefgen/compile/shards.py", "if strange is not None:", "if False:", f"{_B}test_a_part_writes_nowhere_but_in_the_folders_of_issues"),
    # The recipe for servers.
    Guard(_WORKFLOW, "':(exclude,glob,icase)issues/publication.*' ", "", "tests/docs/test_workflow.py::test_only_issues_and_pictures_are_taken"),
    Guard(_WORKFLOW, "':(exclude,glob,icase)issues/images/logo*' ", "", f"{_RECIPE}test_only_the_issue_of_a_hostile_branch_reaches_the_page"),
    Guard(_WORKFLOW, " ':(exclude,glob)issues/images/**/.*'", "", f"{_RECIPE}test_only_the_issue_of_a_hostile_branch_reaches_the_page"),
    Guard(_WORKFLOW, " | cat -v | sed 's/##/# #/g; s/^/git: /'", "", f"{_RECIPE}test_names_that_git_complains_of_forge_none_either"),
    Guard(_WORKFLOW, "        shell: bash\n", "", f"{_RECIPE}test_a_branch_without_a_common_root_is_refused"),
)  # fmt: skip


def find_misplaced() -> list[Guard]:
    """Return the guards whose text does not stand once in their file, or whose test is not there."""
    misplaced = []
    for guard in GUARDS:
        file, _, name = guard.test.partition("::")
        tests = (ROOT / file).read_text(encoding="utf-8") if (ROOT / file).is_file() else ""
        is_there = f"def {name.partition('[')[0]}" in tests
        if (ROOT / guard.file).read_text(encoding="utf-8").count(guard.text) != 1 or not is_there:
            misplaced.append(guard)
    return misplaced


def is_missed(guard: Guard) -> bool:
    """Switch a guard off in a copy of the checkout; return whether its test fails."""
    with tempfile.TemporaryDirectory(prefix="briefgen-guards-") as scratch:
        copy = Path(scratch) / "checkout"
        copy.mkdir()
        # Tests may let others than us read the checkout.
        Path(scratch).chmod(0o755)
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
            elif source.exists():
                shutil.copy2(source, copy / part)
        if SHARED.exists():
            (Path(scratch) / "shared").symlink_to(SHARED)
        file = copy / guard.file
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(guard.text, guard.without), encoding="utf-8")
        words = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:xdist",
            "-p",
            "no:cacheprovider",
            "-m",
            "",
            guard.test,
        ]
        # What an earlier run has left in the cache would stand for what the code without the guard makes.
        own = {"TMPDIR": scratch, "BRIEFGEN_CACHE": f"{scratch}/cache"}
        surroundings = {**os.environ, "CI": "1", "PYTHONDONTWRITEBYTECODE": "1", **own}
        try:
            done = subprocess.run(
                words, cwd=copy, env=surroundings, capture_output=True, text=True, check=False, timeout=SECONDS
            )
        except subprocess.TimeoutExpired:
            return True
        # 1: tests failed. Anything else means that none was run.
        return done.returncode == 1 and "error during collection" not in done.stdout


def main() -> int:
    """Try the guards, print each that nothing misses, and return the exit code."""
    misplaced = find_misplaced()
    for guard in misplaced:
        print(f"not there: {guard.file}: {guard.text!r}, or {guard.test}")
    chosen = [guard for guard in GUARDS if guard not in misplaced]
    chosen = [guard for guard in chosen if not sys.argv[1:] or any(word in str(guard) for word in sys.argv[1:])]
    with ThreadPoolExecutor(max_workers=2) as pool:
        missed = list(pool.map(is_missed, chosen))
    kept = [guard for guard, one in zip(chosen, missed, strict=True) if not one]
    for guard in kept:
        print(f"not missed: {guard.file}: {guard.text!r} by {guard.test}")
    print(f"G13: {len(chosen) - len(kept)} of {len(chosen)} guards are missed by the test that is named for them")
    return int(bool(kept or misplaced))


if __name__ == "__main__":
    sys.exit(main())
