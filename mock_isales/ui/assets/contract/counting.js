// How often each clause was met in a world: from its coverage where the server counts it, else from its journal.
import { get, of } from "../shared/api.js";

/** `{clauses, codes, calls, points}`: how often by clause and by code, of how many calls; all points where they are counted. */
export async function metIn(world) {
  const [journal, coverage] = await Promise.all([get(of(world, "journal", "counts")), coverageOf(world)]);
  const clauses = new Map();
  const codes = new Map();
  for (const each of journal.counts) {
    if (each.clause !== null && !each.fault) clauses.set(each.clause, (clauses.get(each.clause) ?? 0) + each.count);
    const code = each.result_code ?? String(each.status);
    codes.set(code, (codes.get(code) ?? 0) + each.count);
  }
  if (coverage === null) return { clauses, codes, calls: journal.total, points: null };
  return { clauses: new Map(Object.entries(coverage.points)), codes, calls: journal.total, points: coverage };
}

let isCounted = true;

async function coverageOf(world) {
  if (!isCounted) return null;
  try {
    return await get(of(world, "coverage"));
  } catch (error) {
    if (error.status !== 409) throw error;
    isCounted = false; // and will not be: it is said when the server starts
    return null;
  }
}
