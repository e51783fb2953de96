// Calling numbers: the other interface.
import assert from "node:assert/strict";
import { ParameterError, Refused } from "./answers.mjs";
import { addCallingNumbers } from "./calling-numbers.mjs";
import { onIsales } from "./isales.mjs";

const CAMPAIGN = { vdn: 1, campaign: 1 };
const numbers = (count) => Array.from({ length: count }, (_, at) => ({ accessCode: String(4000 + at), priority: 1 }));

onIsales("calling numbers are added, at most 100 in a call", async (isales) => {
  await addCallingNumbers(isales.connection(), CAMPAIGN, numbers(201));
  assert.equal((await isales.campaign()).calling_numbers.length, 201);
  assert.equal(await isales.count({ operation: "add_calling_numbers", result_code: "0200000" }), 3);
});

onIsales("a calling number that is there has its new priority", async (isales) => {
  const connection = isales.connection();
  await addCallingNumbers(connection, CAMPAIGN, [{ accessCode: "10086", priority: 1 }]);
  await addCallingNumbers(connection, CAMPAIGN, [{ accessCode: "10086", priority: 5 }]);
  assert.deepEqual((await isales.campaign()).calling_numbers, [{ access_code: "10086", priority: 5 }]);
});

onIsales("calling numbers need no pace", async (isales) => {
  const connection = isales.connection();
  for (const number of numbers(3)) await addCallingNumbers(connection, CAMPAIGN, [number]);
  assert.equal(await isales.count({ result_code: "0200000" }), 3);
});

onIsales("a calling number that stands twice in a call is a parameter error", async (isales) => {
  const twice = [...numbers(1), ...numbers(1)];
  await assert.rejects(addCallingNumbers(isales.connection(), CAMPAIGN, twice), ParameterError);
});

for (const [what, number, code] of [
  ["no priority", { accessCode: "10086" }, "02000001"],
  ["a priority as a text", { accessCode: "10086", priority: "1" }, "02000006"],
  ["priority 6", { accessCode: "10086", priority: 6 }, "02000007"],
  ["a sign", { accessCode: "+10086", priority: 1 }, "02000002"],
  ["25 digits", { accessCode: "1".repeat(25), priority: 1 }, "02000003"],
]) {
  onIsales(`a calling number with ${what} is refused, and the refusal names it`, async (isales) => {
    await assert.rejects(addCallingNumbers(isales.connection(), CAMPAIGN, [number]), (error) => {
      return error instanceof Refused && error.code === code && error.records[0].accessCode === number.accessCode;
    });
    assert.deepEqual((await isales.campaign()).calling_numbers, []);
  });
}
