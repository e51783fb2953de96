// What the documents say: asked for once.
import { get } from "./api.js";
import { language } from "./texts.js";

let asked = null;

/** The interfaces, clauses and readings; besides, sentences by code and by clause. */
export function contract() {
  asked ??= get(`contract?language=${language}`).then(withSentences);
  asked.catch(() => (asked = null));
  return asked;
}

function withSentences(told) {
  const codes = told.interfaces.flatMap((each) => each.codes);
  return {
    ...told,
    ofCode: new Map(codes.map((each) => [each.code, each.sentence])),
    ofClause: new Map(told.clauses.map((each) => [each.id, each])),
  };
}
