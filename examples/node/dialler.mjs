// Adds records to a campaign (Adding Outbound Numbers, V2), in calls as the document asks. In use:
//
//   const connection = new Connection("https://cc.example:28080", { ak, sk });
//   const dialler = new Dialler(connection, { vdn: 1, campaign: 1 });
//   await dialler.add([{ session: "42", numbers: ["88888888", "66666666"] }]);
//   console.log(dialler.accepted, dialler.dataIds.get("42"));
import { setTimeout as sleep } from "node:timers/promises";
import { ERRORS, OutcomeUnknown, refusal, SUCCESS } from "./answers.mjs";

export const RECORDS_MAX = 20; // of a call: isales.api.calldata.max
const PACE = 1; // seconds between two calls for one campaign
const WAITS = [1, 2, 4]; // seconds before each further attempt, beside the pace

/**
 * Adds records to one campaign. A record is a customer to be called:
 *
 * - `session`: what it is called here; no other record of the dialler has the same.
 * - `numbers`: the customer's numbers, in the order in which they are tried.
 * - `callData`: optional; what the flow is told, JSON for an intelligent IVR flow.
 */
export class Dialler {
  errors = ERRORS;
  retried = new Set(["0200006", "0200022"]); // it may work later; README.md says more of 0200006

  /** The data id of each record that was accepted, by its session; true after an error, too. */
  dataIds = new Map();

  /** The sessions of records of which nobody knows whether they were accepted. */
  uncertain = new Set();

  #connection;
  #path;
  #pause;
  #hasCalled = false;
  #last = Promise.resolve(); // what is being added: nobody adds beside it

  /**
   * @param connection What its calls go through.
   * @param options.vdn The virtual contact centre.
   * @param options.campaign Its campaign.
   * @param options.pause Waits for so many seconds.
   */
  constructor(connection, { vdn, campaign, pause = (seconds) => sleep(seconds * 1000) }) {
    this.#connection = connection;
    this.#path = `/v2/openapi/campaigns/${vdn}/calldata/${campaign}`;
    this.#pause = pause;
  }

  /** How many records were accepted; a record counts once, however many numbers it has. */
  get accepted() {
    return this.dataIds.size;
  }

  /**
   * Adds records. What was accepted before a call that fails stays accepted.
   *
   * It may be called again with the same records: those that were accepted, or may have been, are not sent again. Called
   * while it is adding, it waits for that.
   *
   * @throws {RangeError} Two of them have the same session; nothing was sent.
   * @throws {Refused} The interface refused a call, and each further attempt where there is hope.
   * @throws {OutcomeUnknown} Nobody knows whether the last call was done.
   * @throws {NoAnswer} It was not, and something else than the interface says so.
   */
  add(records) {
    const adding = this.#last.then(() => this.#add(records));
    this.#last = adding.catch(() => {});
    return adding;
  }

  batches(records) {
    return slices(records, RECORDS_MAX);
  }

  async keepPace() {
    // From one answer to the next call: calls are then never too near, however long each is on its way.
    if (this.#hasCalled) await this.#pause(PACE);
    this.#hasCalled = true;
  }

  take(batch, answer) {
    if (answer.code !== SUCCESS) throw refusal(answer, batch, this.errors);
    for (const [session, dataId] of this.bySession(batch, answer.dataIds)) this.dataIds.set(session, dataId);
  }

  bySession(batch, dataIds) {
    if (dataIds.length !== batch.length) {
      throw this.#unknown(batch, new OutcomeUnknown(`${dataIds.length} data ids for ${batch.length} records`));
    }
    return batch.map(({ session }, at) => [session, dataIds[at]]);
  }

  async #add(records) {
    if (new Set(records.map((record) => record.session)).size < records.length) {
      throw new RangeError("two records have the same session");
    }
    const isNew = ({ session }) => !this.dataIds.has(session) && !this.uncertain.has(session);
    for (const batch of this.batches(records.filter(isNew))) {
      this.take(batch, await this.#call(batch));
    }
  }

  async #call(batch) {
    for (const wait of WAITS) {
      const answer = await this.#send(batch);
      if (!this.retried.has(answer.code)) return answer;
      await this.#pause(wait);
    }
    return this.#send(batch);
  }

  async #send(batch) {
    await this.keepPace();
    try {
      return await this.#connection.post(this.#path, { callDataList: batch.map(asSent) });
    } catch (error) {
      throw error instanceof OutcomeUnknown ? this.#unknown(batch, error) : error;
    }
  }

  #unknown(batch, error) {
    for (const { session } of batch) this.uncertain.add(session);
    error.records = batch;
    return error;
  }
}

/** A list in parts of this size; the last one may be smaller. */
export function slices(list, size) {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}

function asSent({ session, numbers, callData }) {
  return { sessionId: session, called: numbers.map((number) => ({ calledNo: number })), callData };
}
