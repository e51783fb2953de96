// What is refused is an error with its code, and what is just within a limit is not.
import assert from "node:assert/strict";
import { Refused } from "./answers.mjs";
import { onIsales } from "./isales.mjs";

const record = (changes = {}) => ({ session: "42", numbers: ["88888888"], ...changes });

async function assertRefused(dialler, record, code) {
  await assert.rejects(dialler.add([record]), (error) => error instanceof Refused && error.code === code);
}

const ATTEMPTS = {
  ...{ "0200001": 1, "0200006": 4, "0200007": 1, "0200018": 1, "0200019": 1, "0200020": 1, "0200022": 4 },
  ...{ "0200024": 1, "0200029": 1, "0200030": 1, "02000001": 1, "02000002": 1, "02000003": 1, "02000004": 1 },
  ...{ "02000005": 1, "02000006": 1, "02000007": 1, "02000008": 1, "02000009": 1, "02000010": 1, "02000011": 1 },
};

for (const [code, attempts] of Object.entries(ATTEMPTS)) {
  onIsales(`${code} is sent ${attempts === 1 ? "once" : `${attempts} times`}`, async (isales, dialler) => {
    await isales.fault({ code }, { operation: "add_outbound_numbers" });
    await assertRefused(dialler, record(), code);
    assert.equal(await isales.count(), attempts);
    assert.equal(dialler.accepted, 0);
  });
}

onIsales("a code that no document has is no success", async (isales, dialler) => {
  await isales.fault({ code: "0299999" }, { off_contract: true });
  await assertRefused(dialler, record(), "0299999");
  assert.equal(await isales.count(), 1);
});

onIsales("a refusal names the records that it is about, and those before it are accepted", async (isales, dialler) => {
  await isales.block("88880030");
  const records = Array.from({ length: 41 }, (_, at) => record({ session: `${at}`, numbers: [`${88880000 + at}`] }));
  await assert.rejects(dialler.add(records), ({ records: named }) => named.length === 20 && named[10].session === "30");
  assert.equal(dialler.accepted, 20);
  assert.equal((await isales.records()).total, 20);
});

for (const [change, code] of [
  [{ state: "completed" }, "0200019"],
  [{ pending: 200_000 }, "0200020"],
  [{ result_policy: "contact" }, "02000001"],
  [{ call_mode: "by_round" }, "02000001"],
]) {
  onIsales(`a campaign with ${JSON.stringify(change)} takes no record`, async (isales, dialler) => {
    await isales.changeCampaign(change);
    await assertRefused(dialler, record(), code);
  });
}

onIsales("a campaign has room for the last record", async (isales, dialler) => {
  await isales.changeCampaign({ pending: 199_999 });
  await dialler.add([record()]);
  assert.equal(dialler.accepted, 1);
});

onIsales("a campaign that is not there", async (isales) => {
  await assertRefused(isales.dialler({ campaign: 2 }), record(), "0200007");
});

onIsales("a call not quite a second after somebody else's", async (isales, dialler) => {
  await isales.changeCampaign({ last_call: await isales.now() });
  await isales.advance(0.95);
  await dialler.add([record()]);
  assert.equal(await isales.count({ result_code: "0200022" }), 1);
  assert.equal(dialler.accepted, 1);
});

onIsales("texts may be as long as the document says", async (_, dialler) => {
  await dialler.add([{ session: "s".repeat(32), numbers: ["8".repeat(24)], callData: "x".repeat(1024) }]);
  assert.equal(dialler.accepted, 1);
});

for (const [what, change, code] of [
  ["a session of 33 characters", { session: "s".repeat(33) }, "02000003"],
  ["a number of 25 digits", { numbers: ["8".repeat(25)] }, "02000003"],
  ["call data of 1025 characters", { callData: "x".repeat(1025) }, "02000003"],
  ["a number with a space", { numbers: ["8888 8888"] }, "02000002"],
  ["a session with a NUL", { session: "4\u00002" }, "02000002"],
]) {
  onIsales(`${what} is refused`, async (_, dialler) => {
    await assertRefused(dialler, record(change), code);
  });
}
