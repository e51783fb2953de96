// What CC-iSales answers to a call, and an error for each way in which a call ends badly.

export const SUCCESS = "0200000";

/** Nothing was done, and what says so is not the interface: not authenticated, no such address, nobody listens. */
export class NoAnswer extends Error {}

/**
 * Whether the call was done is not known: its answer was lost, came too late, or is a gateway's.
 *
 * `records` are those that it was about. Never send them again by program: their customers could be called twice.
 */
export class OutcomeUnknown extends Error {
  records = [];
}

/** The interface refused the call, and stored nothing of it. `code` says why; `records` are those that it was about. */
export class Refused extends Error {
  constructor(answer, records) {
    super(`${answer.code} ${answer.description}`);
    this.code = answer.code;
    this.records = records;
  }
}

/** 0200001: the description has the details. */
export class ParameterError extends Refused {}

/** 02000001: something mandatory is empty. */
export class EmptyParameter extends Refused {}

/** 0200018: a number stands twice under one session. */
export class DuplicateNumbers extends Refused {}

/** 0200006: the records could not be stored. */
export class DatabaseError extends Refused {}

/** 0200022: the last call for this campaign was less than a second ago. */
export class TooFast extends Refused {}

/** Those that a caller may want to tell from the rest. The keys are texts: 0200001 and 02000001 are two codes. */
export const ERRORS = {
  "0200001": ParameterError,
  "0200006": DatabaseError,
  "0200018": DuplicateNumbers,
  "0200022": TooFast,
  "02000001": EmptyParameter,
};

/** The error of an answer that is no success. */
export function refusal(answer, records, errors = ERRORS) {
  const Kind = errors[answer.code] ?? Refused;
  return new Kind(answer, records);
}

/** Reads an answer: its code, its description, and its data ids, one a record in the order sent. */
export function answerOf(status, text) {
  if (status >= 400 && status < 500) throw new NoAnswer(`HTTP ${status}: ${text.slice(0, 200)}`);
  if (status !== 200) throw new OutcomeUnknown(`HTTP ${status}: ${text.slice(0, 200)}`);
  const body = parsed(text);
  if (typeof body?.resultCode !== "string") {
    throw new OutcomeUnknown(`HTTP 200, but not in the documented form: ${text.slice(0, 200)}`);
  }
  const { dataIdList, datalist } = body.returnObject ?? {}; // the documents' sample has the one, their table the other
  const entries = dataIdList ?? datalist ?? [];
  return { code: body.resultCode, description: body.resultDesc, dataIds: entries.map((entry) => entry.dataId) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
