// Signed calls of CC-iSales, with fetch.
import { answerOf, NoAnswer, OutcomeUnknown } from "./answers.mjs";
import { sign } from "./sign.mjs";

const CONTENT_TYPE = "application/json; charset=UTF-8";
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND"]); // nobody was there whom anything could have been sent to

export class Connection {
  #url;
  #ak;
  #sk;
  #timeout;

  /**
   * @param url The server's address, such as https://cc.example:28080.
   * @param options.ak The access key's name.
   * @param options.sk Its secret.
   * @param options.timeout For how many seconds an answer is waited for.
   */
  constructor(url, { ak, sk, timeout = 30 }) {
    this.#url = url;
    this.#ak = ak;
    this.#sk = sk;
    this.#timeout = timeout;
  }

  /**
   * Makes a call.
   *
   * @param path Below /rest/isales.
   * @param sent What becomes its body.
   * @returns What the interface answered, be it a success or a refusal.
   * @throws {NoAnswer} Nothing was done.
   * @throws {OutcomeUnknown} Perhaps it was done.
   */
  async post(path, sent) {
    const url = `${this.#url}/rest/isales${path}`;
    const body = JSON.stringify(sent); // made once: the text that is signed is the text that is sent, to the last space
    const headers = {
      "Content-Type": CONTENT_TYPE,
      Authorization: this.#token(url, body),
      locale: "en_US",
    };
    // A redirected call would be made again, by GET and without its body.
    const signal = AbortSignal.timeout(Math.ceil(this.#timeout * 1000));
    const { status, text } = await received(url, { method: "POST", body, headers, signal, redirect: "manual" });
    return answerOf(status, text);
  }

  #token(url, body) {
    // fetch sends Host and Content-Length itself. They are only signed here; the length counts bytes, not characters.
    const headers = { "content-length": String(Buffer.byteLength(body)), "content-type": CONTENT_TYPE };
    return sign({ method: "POST", url, headers, body }, this.#ak, this.#sk);
  }
}

async function received(url, request) {
  try {
    const response = await fetch(url, request);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const Kind = NOT_SENT.has(error.cause?.code) ? NoAnswer : OutcomeUnknown;
    throw new Kind(`no answer from ${url}: ${error.cause?.message ?? error.message}`, { cause: error });
  }
}
