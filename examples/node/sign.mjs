// Signs requests with C2, which CC-iSales asks for in the header Authorization. Node 18 or newer, nothing to install.
import { createHmac } from "node:crypto";

// In hex, and as text: the first digest is the second one's key as these 64 characters, not as 32 raw bytes.
const hmac = (key, text) => createHmac("sha256", key).update(text, "utf8").digest("hex");

// Percent-encodes the UTF-8 bytes of all but A-Z a-z 0-9 - . _ ~, the slash too. encodeURIComponent leaves five more.
const enc = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The value of the header Authorization.
 *
 * @param request.method Such as "POST".
 * @param request.url The whole address; it says the path, the query and the header Host.
 * @param request.headers Which headers are signed beside Host, with the values that are sent.
 * @param request.body The text that is sent, in UTF-8; empty for none.
 * @param timestamp UTC. The server compares it with its own clock.
 */
export function sign({ method, url, headers = {}, body = "" }, ak, sk, timestamp = new Date().toISOString()) {
  // `host` has the port, unless it is the scheme's own: just what fetch and node:https send as Host.
  const { host, pathname, searchParams } = new URL(url);
  const signed = Object.entries({ ...headers, host }).map(([name, value]) => [name.toLowerCase(), value]);
  const names = signed.map(([name]) => name).sort().join(";");
  const query = [...searchParams].map(([key, value]) => `${enc(key)}=${enc(value)}`).sort().join("&");

  const canonical = [
    method,
    pathname, // as it is sent: what is encoded in it is not encoded again
    ...(query ? [query] : []), // no query, no line
    names,
    ...signed.map(([name, value]) => `${enc(name)}:${enc(value)}`).sort(),
    enc(body), // the body itself, not its hash
  ].join("\n");

  const prefix = `auth-v2/${ak}/${timestamp}/${names}`;
  return `${prefix}/${hmac(hmac(sk, prefix), canonical)}`;
}
