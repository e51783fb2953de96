// Whether the dialler obeys the document. Time stands still but for its own pauses, so nothing here waits.
import assert from "node:assert/strict";
import { DatabaseError, DuplicateNumbers, EmptyParameter, ParameterError, Refused } from "./answers.mjs";
import { onIsales } from "./isales.mjs";

const records = (count) =>
  Array.from({ length: count }, (_, at) => ({ session: `customer ${at}`, numbers: [String(88880000 + at)] }));

onIsales("calls keep the pace", async (isales, dialler) => {
  for (const record of records(3)) await dialler.add([record]);
  const tooFast = await isales.count({ clause: "ON-PACE" });
  assert.equal(tooFast, 0, "ON-PACE: calls for one campaign are at least 1 second apart");
});

onIsales("a call has at most 20 records", async (isales, dialler) => {
  await dialler.add(records(41));
  assert.equal(dialler.accepted, 41);
  assert.equal((await isales.records()).total, 41);
  assert.equal(await isales.count({ result_code: "0200000" }), 3);
});

onIsales("a call that is refused with HTTP status 200 is no success", async (isales, dialler) => {
  await isales.block("88888888");
  const adding = dialler.add([{ session: "42", numbers: ["88888888"] }]);
  await assert.rejects(adding, (error) => error instanceof Refused && error.code === "0200024");
  assert.equal(dialler.accepted, 0);
});

onIsales("duplicate numbers are not sent again", async (isales, dialler) => {
  await assert.rejects(dialler.add([{ session: "42", numbers: ["88888888", "88888888"] }]), DuplicateNumbers);
  assert.equal(await isales.count(), 1, "ON-DUPLICATE: what is refused for it is as wrong the next time");
});

onIsales("each record has one data id, however many numbers it has", async (isales, dialler) => {
  await dialler.add([
    { session: "Li", numbers: ["88888888", "66666666"] },
    { session: "Wang", numbers: ["88880000"] },
  ]);
  const kept = (await isales.records()).records.map((record) => [record.session_id, record.data_ids[0]]);
  const why = "ON-DATA-ID-LIST: the list has one entry a record, not one a called number";
  assert.deepEqual([...dialler.dataIds], kept, why);
  assert.equal(dialler.accepted, 2);
});

onIsales("a parameter error comes with its details", async (isales, dialler) => {
  await isales.changeCampaign({ device_type: "intelligent_ivr" });
  const adding = dialler.add([{ session: "42", numbers: ["88888888"], callData: "Li" }]);
  await assert.rejects(adding, (error) => error instanceof ParameterError && error.message.includes("callData"));
});

onIsales("an empty parameter is another error", async (_, dialler) => {
  await assert.rejects(dialler.add([{ session: "42", numbers: [] }]), EmptyParameter);
});

onIsales("a call too near to somebody else's is made again", async (isales, dialler) => {
  await isales.changeCampaign({ last_call: await isales.now() });
  await dialler.add(records(1));
  assert.equal(await isales.count({ result_code: "0200022" }), 1);
  assert.equal(dialler.accepted, 1);
});

onIsales("what could not be stored is sent again, and is there once", async (isales, dialler) => {
  await isales.fault({ code: "0200006" }, { operation: "add_outbound_numbers", when: { first: 2 } });
  await dialler.add(records(1));
  assert.equal(await isales.count(), 3);
  assert.equal(dialler.accepted, 1);
  assert.equal((await isales.records()).total, 1);
});

onIsales("it gives up after four attempts", async (isales, dialler) => {
  await isales.fault({ code: "0200006" }, { operation: "add_outbound_numbers" });
  await assert.rejects(dialler.add(records(1)), DatabaseError);
  assert.equal(await isales.count(), 4);
});

onIsales("what was accepted before a refusal is known, and not sent again", async (isales, dialler) => {
  await dialler.add([{ session: "good", numbers: ["88888888"] }]);
  const both = [
    { session: "good", numbers: ["88888888"] },
    { session: "bad", numbers: [""] },
  ];
  await assert.rejects(dialler.add(both), EmptyParameter);
  assert.deepEqual([...dialler.dataIds.keys()], ["good"]);
  assert.equal((await isales.records()).total, 1);
});

onIsales("two records of one session are not taken for one", async (isales, dialler) => {
  await assert.rejects(dialler.add([...records(2), ...records(1)]), RangeError);
  assert.equal(await isales.count(), 0);
});

onIsales("what is added at once is added one after the other, and once", async (isales, dialler) => {
  await Promise.all([dialler.add(records(1)), dialler.add(records(2)), dialler.add(records(2))]);
  assert.equal(dialler.accepted, 2);
  assert.equal((await isales.records()).total, 2);
});

onIsales("what is added after something that was refused is added", async (isales, dialler) => {
  const refused = dialler.add([{ session: "bad", numbers: [""] }]);
  await Promise.all([assert.rejects(refused, EmptyParameter), dialler.add(records(1))]);
  assert.equal((await isales.records()).total, 1);
});
