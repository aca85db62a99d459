// The search: asks Pagefind, whose files are beside the page, and shows what it finds. Made for briefgen.
"use strict";

(() => {
  const PAGE = 10; // How many results are shown at a time.
  const PARTS = 3; // How many places of an item are shown.
  const PAUSE = 200; // Milliseconds after a key before the search begins.
  // In the index, spaces stand between the characters of scripts that have none.
  const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
  const RUN = new RegExp(`[${UNSPACED}]+`, "gu");
  const ADDED_SPACE = new RegExp(
    `([${UNSPACED}](?:</mark>)?) (?=(?:<mark>)?[${UNSPACED}\\p{Pd}\\p{Pe}\\p{Pf}\\p{Po}])`, "gu",
  );

  const AROUND_WORD = /<mark>([^\p{L}\p{N}<&;]*)(.*?)([^\p{L}\p{N}>;]*)<\/mark>/gu; // Marks include punctuation.

  const get = (id) => document.getElementById(id);
  const [area, form, status, list, more] = ["search", "form", "status", "results", "more"].map(get);
  const root = new URL(area.dataset.root, location.href);
  const names = ["year", "section", "outlet"].filter(get);
  let pagefind = null;
  let found = [];
  let asked = 0; // Grows with each search, so that a slow one does not overwrite the next.

  if (location.protocol === "file:") {
    refuse("needs-server");
  } else {
    start();
  }

  function start() {
    const given = new URLSearchParams(location.search);
    for (const name of ["q", ...names]) get(name).value = given.get(name) ?? "";
    for (const name of names) if (get(name).selectedIndex < 0) get(name).value = "";
    area.hidden = false;
    let timer = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      search();
    });
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE);
    });
    more.addEventListener("click", async () => {
      const shown = list.children.length;
      await show(asked);
      list.children[shown]?.querySelector(".title a").focus();
    });
    if (location.search) search();
    get("q").focus();
  }

  function refuse(reason) {
    area.hidden = true;
    get("no-search").hidden = false;
    get(reason).hidden = false;
  }

  async function search() {
    const turn = ++asked;
    status.textContent = "";
    const words = get("q").value.trim();
    const filters = Object.fromEntries(names.map((name) => [name, get(name).value]).filter(([, value]) => value));
    const query = new URLSearchParams({ ...(words && { q: words }), ...filters });
    history.replaceState(null, "", `${location.pathname}${String(query) && `?${query}`}`);
    let results = [];
    try {
      pagefind ??= await load();
      if (words || Object.keys(filters).length > 0) results = await find(words, filters);
    } catch (error) {
      console.warn(error);
      refuse("failed");
      return;
    }
    if (turn !== asked) return;
    found = results;
    list.replaceChildren();
    await show(turn);
    if (turn !== asked) return;
    const { found: count, none } = area.dataset;
    status.textContent = String(query) && (found.length > 0 ? count.replace("{count}", found.length) : none);
  }

  async function load() {
    const loaded = await import(new URL("search/pagefind.js", root).href);
    await loaded.options({ baseUrl: root.pathname });
    await loaded.init();
    return loaded;
  }

  // Returns the items with all the words, and with each run of ideographs as it was typed.
  async function find(words, filters) {
    const runs = words.match(RUN) ?? [];
    const asks = [words.replace(RUN, " ").trim(), ...runs.map((run) => `"${[...run].join(" ")}"`)].filter(Boolean);
    const settings = asks.length > 0 ? { filters } : { filters, sort: { date: "desc" } };
    const answers = await Promise.all((asks.length > 0 ? asks : [null]).map((ask) => pagefind.search(ask, settings)));
    const [first, ...others] = answers.map((answer) => answer.results);
    const sets = others.map((results) => new Set(results.map((result) => result.id)));
    return first.filter((result) => sets.every((set) => set.has(result.id)));
  }

  // Shows the next results.
  async function show(turn) {
    const shown = list.children.length;
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    if (turn !== asked) return;
    list.append(...next.map(card));
    more.hidden = list.children.length >= found.length;
  }

  // Shows an item, which the index knows by the folder of its issue and its anchor.
  function card({ url: name, meta, locations, excerpt, sub_results: parts }) {
    const [, folder, anchor] = name.match(/([^/]+)\.([^.]+)\.html$/u);
    const url = new URL(`${folder}/index.html${anchor === "feature" ? "" : `#${anchor}`}`, root).href;
    const article = make("article", "card");
    if (meta.picture) {
      article.classList.add("has-picture");
      const picture = make("a", "picture", make("img"));
      Object.assign(picture, { href: url, tabIndex: -1, ariaHidden: "true" });
      const [path, width, height] = decode(meta.picture);
      Object.assign(picture.firstChild, { alt: "", width, height, loading: "lazy", src: new URL(path, root).href });
      article.append(picture);
    }
    const title = make("h2", "title", link(url, meta.title));
    const section = meta.section ? [" ", make("span", "section", meta.section)] : [];
    const flag = make("p", "flag", make("span", "number", meta.number), " ", meta.date, ...section);
    const words = make("div", "words", flag, title);
    const most = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, PARTS);
    const places = parts.filter((part) => most.includes(part) && part.anchor);
    const text = locations.length > 0 ? mark(excerpt) : [meta.summary ?? ""];
    words.append(...(places.length > 0 ? places.map((part) => place(part, url)) : [make("p", "excerpt", ...text)]));
    article.append(words);
    return article;
  }

  function place({ anchor, title, excerpt }, item) {
    const part = make("div", "place");
    const where = make("p", "where", link(new URL(`#${anchor.id}`, item).href, title.replace(ADDED_SPACE, "$1")));
    const text = excerpt.startsWith(`${title}. `) ? excerpt.slice(title.length + 2) : excerpt;
    part.append(where, make("p", "excerpt", ...mark(text)));
    return part;
  }

  // Returns the lines of a text that was written as one word of hexadecimal digits, so that no search finds words in it.
  function decode(digits) {
    return new TextDecoder().decode(Uint8Array.from(digits.match(/../gu), (two) => parseInt(two, 16))).split("\n");
  }

  function link(url, words) {
    const anchor = make("a", "", words);
    anchor.href = url;
    return anchor;
  }

  // Returns the pieces of an excerpt, in which Pagefind has escaped all angle brackets but those of its own marks.
  function mark(excerpt) {
    const bare = excerpt.replace(AROUND_WORD, "$1<mark>$2</mark>$3");
    const text = bare.replace(ADDED_SPACE, "$1").replaceAll("</mark><mark>", "");
    return text.split(/(<mark>.*?<\/mark>)/).map((piece) => {
      const words = piece.replace(/^<mark>|<\/mark>$/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      return piece.startsWith("<mark>") ? make("mark", "", words) : words;
    });
  }

  // Returns an element; texts in it stay texts.
  function make(tag, kind = "", ...content) {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    element.append(...content);
    return element;
  }
})();
