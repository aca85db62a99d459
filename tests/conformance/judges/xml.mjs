// Holds XML files to a schema with libxml2: `node xml.mjs SCHEMA FILE...` prints JSON, a sentence for each fault.
import { readFile } from "node:fs/promises";
import { validateXML } from "xmllint-wasm";

const [schema, ...files] = process.argv.slice(2);
const xml = await Promise.all(
  files.map(async (fileName) => ({ fileName, contents: await readFile(fileName, "utf8") })),
);
const { valid, errors } = await validateXML({ xml, schema: [await readFile(schema, "utf8")] });
console.log(JSON.stringify(valid ? [] : errors.map((fault) => fault.rawMessage)));
