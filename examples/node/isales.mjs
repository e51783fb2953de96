// For tests: a contact centre of each test's own, at a double that runs already (mock-isales run -- node --test).
import { randomUUID } from "node:crypto";
import test from "node:test";
import { Connection } from "./connection.mjs";
import * as right from "./dialler.mjs";
import * as planted from "./planted.mjs";

const { MOCK_ISALES_URL: SERVER = "http://127.0.0.1:28080", MOCK_ISALES_CONTROL_TOKEN: TOKEN } = process.env;
const { MOCK_ISALES_AK: AK = "demo", MOCK_ISALES_SK: SK = "secret", PLANTED } = process.env;

/** Whether the server verifies signatures; if not, it takes any. */
export const verifies = "MOCK_ISALES_AK" in process.env;

/** The dialler that is tested; PLANTED=NoPace takes one with a mistake. */
export const Dialler = PLANTED ? planted[PLANTED] : right.Dialler;
if (!Dialler) throw new Error(`PLANTED must be one of ${Object.keys(planted).join(", ")}`);

const SEED = { vdns: [{ id: 1, campaigns: [{ id: 1 }] }] };

/**
 * A test with a contact centre of its own, whose clock stands still but for the dialler's pauses.
 *
 * @param body Is given the contact centre, and a dialler for campaign 1 of VDN 1.
 * @param options As node:test takes them.
 */
export function onIsales(name, body, options = {}) {
  test(name, options, async (t) => {
    const isales = await Isales.make();
    try {
      await body(isales, isales.dialler());
    } catch (error) {
      for (const line of await isales.told()) t.diagnostic(line);
      throw error;
    } finally {
      await isales.end();
    }
  });
}

/** What a test sets up, sees and provokes at the double: a world under /_mock. */
class Isales {
  #name = `node-${randomUUID()}`;

  static async make() {
    const isales = new Isales();
    await isales.#control("PUT", "", SEED);
    await isales.#control("PUT", "/clock", { mode: "frozen" });
    return isales;
  }

  end() {
    return this.#control("DELETE", "");
  }

  /** The address that the client under test is given. */
  get url() {
    return `${SERVER}/w/${this.#name}`;
  }

  connection(options = {}) {
    return new Connection(this.url, { ak: AK, sk: SK, ...options });
  }

  dialler({ campaign = 1, connection = this.connection() } = {}) {
    return new Dialler(connection, { vdn: 1, campaign, pause: (seconds) => this.advance(seconds) });
  }

  advance(seconds) {
    return this.#control("POST", "/clock/advance", { seconds });
  }

  async now() {
    return (await this.#control("GET", "/clock")).now;
  }

  campaign() {
    return this.#control("GET", "/campaigns/1/1");
  }

  changeCampaign(change) {
    return this.#control("PATCH", "/campaigns/1/1", change);
  }

  changeReadings(change) {
    return this.#control("PATCH", "/readings", change);
  }

  block(...numbers) {
    return this.#control("POST", "/blocklist/1", { numbers });
  }

  /** What some calls are answered; docs/control.md has the form. */
  fault(answer, rest = {}) {
    return this.#control("POST", "/faults", { answer, ...rest });
  }

  /** The records that the campaign has. */
  records() {
    return this.#control("GET", "/campaigns/1/1/records");
  }

  /** How many calls there were; of one kind only, such as { result_code: "0200022" }. */
  async count(wanted = {}) {
    return (await this.#journal(wanted)).total;
  }

  /** The calls, a line each, and why the last one was refused: for people, when a test fails. */
  async told() {
    const { entries } = await this.#journal({ limit: 20, order: "newest" });
    const why = entries.some(({ clause }) => clause) ? await this.#control("GET", WHY) : "";
    return [...entries.reverse().map(lineOf), ...why.split("\n").filter(Boolean)];
  }

  #journal(wanted) {
    return this.#control("GET", `/journal?${new URLSearchParams(wanted)}`);
  }

  async #control(method, path, sent) {
    const answer = await fetch(`${SERVER}/_mock/worlds/${this.#name}${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...(TOKEN && { Authorization: `Bearer ${TOKEN}` }) },
      body: sent && JSON.stringify(sent),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
    return answer.headers.get("content-type")?.startsWith("application/json") ? JSON.parse(text) : text;
  }
}

const WHY = "/journal/last/explanation?format=text";

function lineOf({ id, at, operation, status, result_code: code, clause, field, value }) {
  const why = clause ? `${clause}: ${field || "body"} = ${JSON.stringify(value)}`.slice(0, 100) : "";
  return [id, at, operation, code ?? `HTTP ${status}`, why].filter(Boolean).join("  ");
}
