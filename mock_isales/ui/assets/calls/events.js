// Reads server-sent events from a stream. `EventSource` cannot send the token as a header, so the page reads them itself.

/** Gives the events of an answer, `{event, id, data}` each, as many at a time as have come together. */
export async function* eventsOf(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + value).split("\n\n");
      rest = parts.pop();
      const events = parts.map(eventOf).filter((each) => each.data !== "");
      if (events.length > 0) yield events;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function eventOf(text) {
  const event = { event: "message", id: null, data: "" };
  for (const line of text.split("\n")) {
    const at = line.indexOf(":");
    if (at > 0) event[line.slice(0, at)] = line.slice(at + 1).replace(/^ /, "");
  }
  return event;
}
