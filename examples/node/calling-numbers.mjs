// Adds the numbers that customers see when they are called (Adding Calling Numbers).
import { refusal, SUCCESS } from "./answers.mjs";
import { slices } from "./dialler.mjs";

const NUMBERS_MAX = 100; // of a call

/**
 * Adds calling numbers to a campaign, in as many calls as it takes.
 *
 * Nobody is called for it: after an error, all may be added again. The document does not say what becomes of a number
 * that is there already; as the double reads it, it has its new priority then, and is there once.
 *
 * @param connection What the calls go through.
 * @param place The campaign: { vdn, campaign }.
 * @param numbers Such as { accessCode: "10086", priority: 1 }; 1 is the highest priority, 5 the lowest.
 * @throws {Refused} The interface refused a call; `records` are its numbers. Those of earlier calls are there.
 */
export async function addCallingNumbers(connection, { vdn, campaign }, numbers) {
  for (const part of slices(numbers, NUMBERS_MAX)) {
    const callerNo = part.map(({ accessCode, priority }) => ({ accessCode, priority }));
    const answer = await connection.post(`/v1/openapi/campaigns/${vdn}/callerNo/${campaign}`, { callerNo });
    if (answer.code !== SUCCESS) throw refusal(answer, part);
  }
}
