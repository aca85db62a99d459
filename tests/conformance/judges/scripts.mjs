// Opens the pages of a JSON array in a file, without their Content-Security-Policy, in Debian's Chromium, fires events at
// every element, and prints as JSON what ran or was fetched: [{page, kind, message}].
//
// The pages are served with a policy that forbids nothing but has everything reported that it would forbid.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const HOOK = "globalThis.__ran = [];";
const POLICY = "default-src 'none'; img-src data: http://page.test/favicon.ico; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const EVENTS = [
  "animationend", "animationstart", "auxclick", "beforecopy", "beforeinput", "beforetoggle", "begin", "blur", "canplay",
  "change", "click", "contextmenu", "copy", "cut", "dblclick", "drag", "dragenter", "drop", "end", "error", "finish",
  "focus", "focusin", "hashchange", "input", "invalid", "keydown", "keypress", "keyup", "load", "message", "mousedown",
  "mouseenter", "mouseleave", "mousemove", "mouseout", "mouseover", "mouseup", "pageshow", "paste", "play", "playing",
  "pointerdown", "pointerenter", "pointerover", "pointerrawupdate", "popstate", "repeat", "reset", "resize", "scroll",
  "scrollend", "search", "select", "start", "submit", "toggle", "touchstart", "transitionend", "unhandledrejection",
  "wheel",
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const pages = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = [];
const context = await browser.newContext();
for (const [number, html] of pages.entries()) found.push(...(await attack(number, html)));
await browser.close();
process.stdout.write(JSON.stringify(found));

async function attack(number, html) {
  const found = [];
  const add = (kind, message) => found.push({ page: number, kind, message: String(message).slice(0, 300) });
  const page = await context.newPage();
  const home = `http://page.test/${number}`;
  await page.route("**", (route) => {
    const url = route.request().url();
    if (url === home) {
      const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy-report-only": POLICY };
      return route.fulfill({ headers, body: html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "") });
    }
    if (!url.endsWith("/favicon.ico")) add("request", url);
    return route.abort();
  });
  page.on("dialog", (dialog) => {
    add("dialog", dialog.message());
    return dialog.dismiss();
  });
  page.on("pageerror", (error) => add("error", error));
  page.on("popup", (popup) => add("popup", popup.url()));
  page.on("console", (line) => {
    if (line.text().includes("Content Security Policy")) add("policy", line.text());
  });
  await page.addInitScript(HOOK);
  await page.addInitScript(hook);
  await page.goto(home, { waitUntil: "load" });
  for (const line of await page.evaluate(fire, EVENTS)) add("ran", line);
  await page.close();
  return found;
}

// Runs before the page.
function hook() {
  const tell = (name) => (...words) => globalThis.__ran.push(`${name}(${words.map(String).join(", ")})`);
  for (const name of ["alert", "confirm", "prompt", "print", "open", "write"]) globalThis[name] = tell(name);
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.__ran.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  // A click shall run handlers, but lead nowhere.
  document.addEventListener("click", (event) => event.preventDefault(), true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
}

// Runs inside the page.
async function fire(events) {
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["href", "src", "action", "formaction", "data", "xlink:href"]) {
      const address = element.getAttribute(name);
      // A picture, or the icon of the page.
      if (!address || (["img", "link"].includes(element.localName) && address.startsWith("data:image/"))) continue;
      const { protocol } = new URL(address, "https://page.test/");
      if (!["http:", "https:", "mailto:"].includes(protocol)) globalThis.__ran.push(`${name}=${address}`);
    }
    for (const { name } of element.attributes) {
      if (name.startsWith("on")) globalThis.__ran.push(`${element.localName} ${name}`);
    }
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    element.focus?.();
  }
  await new Promise((done) => setTimeout(done, 60));
  return globalThis.__ran;
}
