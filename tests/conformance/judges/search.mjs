// Serves the site in the folder that is named first below a path of its own, searches it in Debian's Chromium as a
// reader does, and prints as JSON what is found. The second argument lists what to ask: [{words, choices}]. With a
// third one, pictures of the page are written to that folder.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PLACE = "/sub/path/";
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
const MODES = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 800 }, colorScheme: "light" },
  "dark phone": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
};
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

const [folder, asked, pictures] = process.argv.slice(2);
const asks = JSON.parse(asked);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const server = createServer(serve).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const site = `http://127.0.0.1:${server.address().port}${PLACE}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
const answers = await inContext(MODES.light, (context) => Promise.all(asks.map((ask) => answer(context, ask))));
const findings = (await Promise.all(Object.entries(MODES).map(([mode, options]) => judge(mode, options)))).flat();
const [typed, home, mute, file] = [await typeWords(), await fromHome(), await withoutScript(), await fromDisk()];
await browser.close();
server.close();
process.stdout.write(JSON.stringify({ answers, findings, typed, home, mute, file }));

async function serve(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = decodeURIComponent(pathname).replace(PLACE, "").replace(/(^|\/)$/, "$1index.html");
  try {
    if (!pathname.startsWith(PLACE)) throw new Error("outside of the site");
    const content = await readFile(join(folder, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}

async function inContext(options, act) {
  const context = await browser.newContext(options);
  try {
    return await act(context);
  } finally {
    await context.close();
  }
}

async function open(context, address) {
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) page.faults.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => page.faults.push(`console: ${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(file|data|blob):/.test(url) && !url.startsWith(site)) page.faults.push(`network: ${url}`);
  });
  await page.goto(address);
  return page;
}

async function settle(page) {
  await page.waitForFunction(() => document.getElementById("status").textContent !== "", null, { timeout: 20000 });
}

// Returns what the page shows.
function look(page) {
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
      status: document.getElementById("status").textContent,
      titles: all("#results .title").map((each) => each.textContent),
      links: all("#results a").map((each) => each.href),
      places: all("#results .where").map((each) => each.textContent),
      excerpts: all("#results .excerpt").map((each) => each.textContent),
      marks: all("#results mark").map((each) => each.textContent),
      elements: [...new Set(all("#results *").map((each) => each.localName))],
      more: !document.getElementById("more").hidden,
    };
  });
}

// Asks by address, as a link to a search does.
async function answer(context, { words, choices }) {
  const page = await open(context, `${site}search/?${new URLSearchParams({ ...(words && { q: words }), ...choices })}`);
  await settle(page);
  const seen = { ...(await look(page)), faults: page.faults };
  const inside = new Set(seen.links.filter((link) => link.startsWith(site)));
  seen.dead = [];
  for (const link of seen.links) {
    if (!inside.has(link) || !(await fetch(link)).ok) seen.dead.push(link);
  }
  await page.close();
  return seen;
}

async function judge(mode, options) {
  return inContext(options, async (context) => {
    const page = await open(context, `${site}search/?q=${encodeURIComponent(asks[0].words)}`);
    await settle(page);
    await page.waitForLoadState("networkidle");
    if (pictures) await page.screenshot({ path: join(pictures, `search-${mode.replace(" ", "-")}.png`), fullPage: true });
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    const wide = scrollWidth > clientWidth ? [`overflow: ${scrollWidth} > ${clientWidth}`] : [];
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    const violated = violations.map(({ id, help, nodes }) => `axe: ${id}: ${help}: ${nodes[0].html}`);
    return [...page.faults, ...wide, ...violated].map((finding) => `${mode}: ${finding}`);
  });
}

// Types the first words, chooses the choices of the last ask, and takes the choices back.
async function typeWords() {
  return inContext(MODES.light, async (context) => {
    const page = await open(context, `${site}search/index.html`);
    await page.keyboard.type(asks[0].words);
    await settle(page);
    const all = await look(page);
    const address = page.url();
    const { choices } = asks.at(-1);
    for (const [name, value] of Object.entries(choices)) await page.selectOption(`#${name}`, value);
    await page.waitForFunction((name) => new URLSearchParams(location.search).has(name), Object.keys(choices).at(-1));
    await settle(page);
    return { address: address.slice(site.length), all, chosen: await look(page), faults: page.faults };
  });
}

async function fromHome() {
  return inContext(MODES.light, async (context) => {
    const page = await open(context, site);
    await page.fill("#q", asks[0].words);
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/index\.html\?q=/);
    await settle(page);
    return { ...(await look(page)), faults: page.faults };
  });
}

async function withoutScript() {
  return inContext({ ...MODES.phone, javaScriptEnabled: false }, async (context) => seeInstead(context, `${site}search/`, "mute"));
}

async function fromDisk() {
  return inContext(MODES.phone, async (context) => {
    const home = await open(context, pathToFileURL(join(folder, "index.html")).href);
    await home.fill("#q", asks[0].words);
    await home.keyboard.press("Enter");
    await home.waitForURL(/search\/index\.html\?q=/);
    const seen = await seeInstead(context, home.url(), "file");
    return { ...seen, faults: [...home.faults, ...seen.faults] };
  });
}

async function seeInstead(context, address, name) {
  const page = await open(context, address);
  if (pictures) await page.screenshot({ path: join(pictures, `search-${name}.png`), fullPage: true });
  const words = await page.innerText("main");
  const links = await page.locator("main a:visible").evaluateAll((all) => all.map((each) => each.getAttribute("href")));
  const hasForm = await page.locator("main form").isVisible();
  return { words, links, hasForm, faults: page.faults };
}
