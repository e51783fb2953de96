// Asks /_mock, and nobody else. The token goes into a header alone: never into an address, which logs would keep.
import { askForToken, token } from "./token.js";
import { t } from "./texts.js";

const BASE = new URL("../../../", import.meta.url);

/** What /_mock answers when it cannot do what it was asked: a sentence with the place and the nearest right value. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** The address of parts of a path below /_mock. */
export const path = (...parts) => parts.map((part) => encodeURIComponent(part)).join("/");

/** The address of something in a world. */
export const of = (world, ...parts) => path("worlds", world, ...parts);

/** Asks once; whoever has to show a token is asked for it first. Gives the answer, which may be a stream. */
export async function ask(method, address, { body, headers = {}, signal } = {}) {
  for (;;) {
    const sent = { ...headers };
    const used = token();
    if (used !== null) sent.Authorization = `Bearer ${used}`;
    if (body !== undefined) sent["Content-Type"] = "application/json";
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await fetched(new URL(address, BASE), { method, headers: sent, body: text, signal, cache: "no-store" });
    if (answer.status !== 401) return answer;
    await askForToken(used);
  }
}

/** What is answered, as JSON; null where nothing is. */
export async function send(method, address, body) {
  const answer = await checked(await ask(method, address, { body }));
  return answer.status === 204 ? null : answer.json();
}

export const get = (address) => send("GET", address);

/** What is answered, as text. */
export async function text(method, address, body) {
  return (await checked(await ask(method, address, { body }))).text();
}

/** An answer that is none of a problem. */
export async function checked(answer) {
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, told.detail ?? `${answer.status} ${answer.statusText}`);
}

async function fetched(address, asked) {
  try {
    return await fetch(address, asked);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, t("shell.unreachable"));
  }
}
