// Six mistakes that clients really make: the dialler with one of them each, for its test suite to find.
import { EmptyParameter, ERRORS } from "./answers.mjs";
import { Dialler, RECORDS_MAX } from "./dialler.mjs";

/** Calls as fast as the server answers, and relies on being told when that is too fast. */
export class NoPace extends Dialler {
  async keepPace() {}
}

/** Looks whether a call is full after the record that no longer fits. */
export class SplitsBy21 extends Dialler {
  *batches(records) {
    let batch = [];
    for (const record of records) {
      batch.push(record);
      if (batch.length > RECORDS_MAX) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }
}

/** Stops at the errors that it knows, and takes whatever else comes with HTTP 200 for a success. */
export class TakesHttp200ForSuccess extends Dialler {
  take(batch, answer) {
    if (answer.code in this.errors || answer.dataIds.length > 0) super.take(batch, answer);
  }
}

/** Tries again what will be as wrong the next time. */
export class RetriesADuplicate extends Dialler {
  retried = new Set(["0200006", "0200018", "0200022"]);
}

/** Takes the list of data ids for one of called numbers, so that records get the data ids of others. */
export class CountsNumbers extends Dialler {
  bySession(batch, dataIds) {
    const sessions = batch.flatMap(({ session, numbers }) => numbers.map(() => session));
    return dataIds.map((dataId, at) => [sessions[at], dataId]);
  }
}

/** Has one 0 too few in its table of codes: 02000001 was meant. */
export class ConfusesEmptyParameter extends Dialler {
  errors = { ...ERRORS, "0200001": EmptyParameter };
}
