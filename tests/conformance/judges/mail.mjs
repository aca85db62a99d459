// Reads the mail in the folders that are named on the command line, and prints as JSON what each program says of it:
// {caniemail: [...], "email-comb": [...], mailparser: [...], "postal-mime": [...]}.
import { readFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { caniemail } from "caniemail";
import { comb } from "email-comb";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const CLIENTS = ["gmail.*", "apple-mail.*", "outlook.windows", "yahoo.*"];
const found = { caniemail: [], "email-comb": [], mailparser: [], "postal-mime": [] };

for (const folder of process.argv.slice(2)) {
  const html = await readFile(join(folder, "email.html"), "utf8");
  found.caniemail.push(...judgeFeatures(folder, html));
  const { allInHead, deletedFromHead, deletedFromBody } = comb(html);
  for (const name of deletedFromHead) found["email-comb"].push(`${folder}: no element has ${name}, of ${allInHead.length}`);
  for (const name of deletedFromBody) found["email-comb"].push(`${folder}: unused in a style sheet: ${name}`);
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".eml"))) {
    const message = await readFile(join(folder, name));
    found.mailparser.push(await readWithMailparser(folder, message));
    found["postal-mime"].push(await readWithPostalMime(folder, message));
  }
}
process.stdout.write(JSON.stringify(found));

function judgeFeatures(folder, html) {
  const { issues } = caniemail({ clients: CLIENTS, html });
  const lines = [];
  for (const [severity, byClient] of Object.entries(issues)) {
    for (const [client, list] of byClient) {
      for (const { title, notes } of list) lines.push(`${folder}: ${severity}: ${client}: ${title} ${notes.join(" ")}`);
    }
  }
  return lines;
}

async function readWithMailparser(folder, message) {
  const mail = await simpleParser(message, { skipImageLinks: true, skipTextLinks: true, skipHtmlToText: true });
  return {
    folder,
    headers: mail.headerLines.map(({ key }) => key).sort(),
    subject: mail.subject,
    from: mail.from?.value ?? [],
    date: mail.date?.toISOString(),
    text: mail.text,
    html: mail.html,
    pictures: mail.attachments.map(({ cid, size }) => [cid, size]),
  };
}

async function readWithPostalMime(folder, message) {
  const mail = await PostalMime.parse(message);
  return {
    folder,
    headers: mail.headers.map(({ key }) => key).sort(),
    subject: mail.subject,
    from: mail.from ? [mail.from] : [],
    date: mail.date,
    text: mail.text,
    html: mail.html,
    pictures: mail.attachments.map(({ contentId, content }) => [contentId.replace(/^<|>$/g, ""), content.byteLength]),
  };
}
