// Where one is: the world, the view and what is opened there stand behind the # of the address.
export const VIEWS = ["calls", "campaigns", "knobs", "contract"];

/** `#/default/calls/17`: the world `default`, its calls, call 17 opened. */
export function route() {
  const [world, view, ...opened] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  return { world: world || "default", view: VIEWS.includes(view) ? view : "calls", opened };
}

export const address = (world, view, ...opened) => `#/${[world, view, ...opened].map(encodeURIComponent).join("/")}`;

export function go(world, view, ...opened) {
  location.hash = address(world, view, ...opened);
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
