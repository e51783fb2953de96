// Prints a token for each line of standard input: method, URL, time, body, then names and values of headers, by tabs.
import { readFileSync } from "node:fs";
import { sign } from "../../examples/node/sign.mjs";

const [ak, sk] = process.argv.slice(2);
for (const line of readFileSync(0, "utf8").split("\n")) {
  const [method, url, time, body, ...rest] = line.split("\t");
  const headers = {};
  for (let at = 0; at < rest.length; at += 2) headers[rest[at]] = rest[at + 1];
  console.log(sign({ method, url, headers, body }, ak, sk, time));
}
