// Answers that do not come, or not from the interface: no customer is enrolled twice.
import assert from "node:assert/strict";
import { Connection } from "./connection.mjs";
import { NoAnswer, OutcomeUnknown } from "./answers.mjs";
import { onIsales } from "./isales.mjs";

const RECORD = { session: "42", numbers: ["88888888"] };

for (const [what, answer, stored] of [
  ["an answer that is lost, its call done", { connection: "reset", applied: true }, 1],
  ["a call that is lost on its way", { connection: "reset" }, 0],
  ["an answer without a byte", { connection: "empty", applied: true }, 1],
  ["an answer that is no HTTP", { connection: "garbage", applied: true }, 1],
  ["an answer that breaks off", { cut: 40 }, 1],
  ["a status of a gateway", { status: 503 }, 0],
]) {
  onIsales(`${what} leaves the outcome unknown, and nothing is sent twice`, async (isales, dialler) => {
    await isales.fault(answer, { when: { first: 1 } });
    await assert.rejects(dialler.add([RECORD]), (error) => {
      return error instanceof OutcomeUnknown && error.records[0].session === "42";
    });
    await dialler.add([RECORD, { session: "43", numbers: ["66666666"] }]);
    const kept = (await isales.records()).records.map((record) => record.session_id);
    assert.deepEqual(kept, stored ? ["42", "43"] : ["43"]);
    assert.deepEqual([...dialler.uncertain], ["42"]);
    assert.deepEqual([...dialler.dataIds.keys()], ["43"]);
    assert.equal(await isales.count(), 2);
  });
}

onIsales("an answer that comes slowly is an answer", async (isales, dialler) => {
  await isales.fault({ drip: { bytes: 100, seconds: 0.01 } });
  await dialler.add([RECORD]);
  assert.equal(dialler.accepted, 1);
});

onIsales("an answer that comes too late leaves the outcome unknown", async (isales) => {
  await isales.fault({ latency: 0.5 });
  const dialler = isales.dialler({ connection: isales.connection({ timeout: 0.1 }) });
  await assert.rejects(dialler.add([RECORD]), OutcomeUnknown);
  assert.deepEqual([...dialler.uncertain], ["42"]);
});

onIsales("an answer that stops half-way leaves the outcome unknown", async (isales) => {
  await isales.fault({ drip: { bytes: 40, seconds: 5 } });
  const dialler = isales.dialler({ connection: isales.connection({ timeout: 0.5 }) });
  await assert.rejects(dialler.add([RECORD]), OutcomeUnknown);
  assert.deepEqual([...dialler.uncertain], ["42"]);
});

onIsales("an answer that comes in time is an answer, whatever the fraction of the time", async (isales) => {
  const dialler = isales.dialler({ connection: isales.connection({ timeout: 4.001 }) }); // 4001.0000000000005 ms
  await dialler.add([RECORD]);
  assert.equal(dialler.accepted, 1);
});

for (const status of [401, 404, 413, 429]) {
  onIsales(`HTTP ${status} says that nothing was done`, async (isales, dialler) => {
    await isales.fault({ status }, { when: { first: 1 } });
    await assert.rejects(dialler.add([RECORD]), (error) => {
      return error instanceof NoAnswer && error.message.includes(`HTTP ${status}`);
    });
    await dialler.add([RECORD]);
    assert.equal(dialler.accepted, 1);
  });
}

onIsales("where nobody listens, nothing was done", async (isales) => {
  const connection = new Connection("http://127.0.0.1:2", { ak: "demo", sk: "secret" });
  const dialler = isales.dialler({ connection });
  await assert.rejects(dialler.add([RECORD]), NoAnswer);
  assert.equal(dialler.uncertain.size, 0);
});

onIsales("the list of data ids may have either of its documented names", async (isales, dialler) => {
  await isales.changeReadings({ data_id_key: "datalist" });
  await dialler.add([RECORD]);
  assert.equal(dialler.dataIds.get("42"), (await isales.records()).records[0].data_ids[0]);
});

onIsales("a list of data ids that does not fit the records leaves them uncertain", async (isales, dialler) => {
  await isales.changeReadings({ data_id_per: "number" });
  await assert.rejects(dialler.add([{ session: "42", numbers: ["88888888", "66666666"] }]), OutcomeUnknown);
  assert.deepEqual([...dialler.uncertain], ["42"]);
});
