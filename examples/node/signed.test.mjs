// Signatures. Every call of every test is signed; who verifies it is the server, where it is told to.
import assert from "node:assert/strict";
import { NoAnswer } from "./answers.mjs";
import { onIsales, verifies } from "./isales.mjs";

const options = { skip: !verifies && "needs mock-isales run --auth c2 --access-key demo:secret" };
const CHINESE = { session: "王芳", numbers: ["88888888"], callData: JSON.stringify({ name: "王芳 ✓ 😀 + * ' ~ / %" }) };

onIsales("what is signed is what is sent, in any script", async (isales, dialler) => {
  await dialler.add([CHINESE]);
  const [kept] = (await isales.records()).records;
  assert.equal(kept.call_data, CHINESE.callData);
});

onIsales("a wrong secret adds nothing, and says so", async (isales) => {
  const dialler = isales.dialler({ connection: isales.connection({ sk: "another" }) });
  await assert.rejects(dialler.add([CHINESE]), (error) => error instanceof NoAnswer && error.message.includes("401"));
  assert.equal((await isales.records()).total, 0);
}, options);

