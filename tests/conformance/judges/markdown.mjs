// Renders Markdown with packages for Node: `node markdown.mjs NAME FILE`, where the file holds a JSON array of texts,
// prints a JSON array of HTML.
import { readFileSync, writeSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { marked } from "marked";

const renderers = {
  "markdown-it": (text) => new MarkdownIt({ html: true, linkify: true }).render(text),
  marked: (text) => marked.parse(text),
};
const [name, file] = process.argv.slice(2);
const rendered = Buffer.from(JSON.stringify(JSON.parse(readFileSync(file, "utf8")).map(renderers[name])));
for (let start = 0; start < rendered.length; ) start += writeSync(1, rendered, start);
