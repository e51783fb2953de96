// Adds a record to a campaign (Adding Outbound Numbers, V2), and prints HTTP status and answer:
//
//   NODE_EXTRA_CA_CERTS=ca.pem node add-records.mjs \
//     https://localhost:28080/rest/isales/v2/openapi/campaigns/1/calldata/1 AK SK
//
// ca.pem is the authority that the server's certificate comes from (mock-isales serve --tls --tls-ca-out ca.pem). Node
// reads the variable once, when it starts; a server with a publicly known certificate does not need it.
import { sign } from "./sign.mjs";

const [url, ak, sk] = process.argv.slice(2);
if (!sk) {
  console.error("usage: node add-records.mjs URL AK SK");
  process.exit(2);
}

const method = "POST";
const contentType = "application/json; charset=UTF-8";
// Made once: the text that is signed is the text that is sent, to the last space.
const body = JSON.stringify({
  callDataList: [{ sessionId: "42", called: [{ calledNo: "88888888" }], callData: JSON.stringify({ name: "王芳" }) }],
});
// fetch sends Host and Content-Length itself. They are only signed here; the length counts bytes, not characters.
const signed = { "content-length": String(Buffer.byteLength(body)), "content-type": contentType };

const answer = await fetch(url, {
  method,
  body,
  headers: {
    "Content-Type": contentType,
    Authorization: sign({ method, url, headers: signed, body }, ak, sk),
    locale: "en_US",
  },
});
// It is a success if its resultCode is 0200000; status 200 alone does not say so.
console.log(answer.status, await answer.text());
