// Opens each page that is named on the command line in Debian's Chromium, in several ways, and prints as
// JSON what a reader would stumble over: [{page, mode, kind, message}].
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const MODES = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  "dark phone": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
};

// A browser that starts no conversation of its own.
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});
const findings = await Promise.all(
  Object.entries(MODES).map(async ([mode, options]) => {
    const context = await browser.newContext(options);
    const found = [];
    for (const page of process.argv.slice(2)) {
      for (const one of await judge(context, page)) found.push({ page, mode, ...one });
    }
    await context.close();
    return found;
  }),
);
await browser.close();
process.stdout.write(JSON.stringify(findings.flat()));

async function judge(context, path) {
  const found = [];
  const page = await context.newPage();
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) found.push({ kind: "console", message: line.text() });
  });
  page.on("pageerror", (error) => found.push({ kind: "console", message: String(error) }));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) found.push({ kind: "network", message: request.url() });
  });
  page.on("requestfailed", (request) => found.push({ kind: "missing", message: request.url() }));
  await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
  found.push(...(await page.evaluate(measure)));
  await page.evaluate(axe);
  // Preloading would fetch the style sheets by script, which the policy of the pages forbids.
  const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
  for (const { id, help, nodes } of violations) {
    found.push({ kind: "axe", message: `${id}: ${help}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}` });
  }
  await page.close();
  return found;
}

// Runs inside the page.
function measure() {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80));
    found.push({ kind: "overflow", message: `${scrollWidth} > ${clientWidth}: ${wide.slice(0, 3).join(" | ")}` });
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (id && !document.getElementById(id)) found.push({ kind: "anchor", message: link.outerHTML.slice(0, 80) });
  }
  return found;
}
