// Builds the page. Every text becomes a text node: names, messages and bodies come from strangers.

/** Creates an element. A property `onclick` is a listener, `class` and names with a hyphen are attributes, others are properties. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class" || name.includes("-") || !(name in element)) { if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value); }
    else element[name] = value;
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Replaces the children of an element, and keeps the focus on the control with the same data-key. */
export function fill(element, ...children) {
  const key = element.contains(document.activeElement) ? document.activeElement.closest("[data-key]")?.dataset.key : undefined;
  const scroll = element.scrollTop;
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  element.scrollTop = scroll;
  if (key !== undefined) element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Lets ↑ and ↓ move between the buttons of a list. */
export function arrows(list, selector) {
  list.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...list.querySelectorAll(selector)];
    const index = buttons.indexOf(document.activeElement);
    if (!step || index < 0) return;
    event.preventDefault();
    buttons[index + step]?.focus();
  });
}

/** Lets an action run at most every so often, with the last call never lost. */
export function throttled(action, milliseconds) {
  let timer = 0, again = false;
  return function run() {
    if (timer) { again = true; return; }
    timer = setTimeout(() => { timer = 0; if (again) { again = false; run(); } }, milliseconds);
    action();
  };
}

const problem = document.getElementById("problem");
let hiding = 0;

/** Shows a problem for a while. */
export function showProblem(text) {
  problem.textContent = text;
  problem.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { problem.hidden = true; }, 10_000);
}

/** Calls an endpoint. A problem is shown, and the result is undefined. */
export async function call(method, path, body) {
  try {
    const response = await fetch(`/sandbox/${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (response.ok) return text ? JSON.parse(text) : {};
    let message = text;
    try { message = JSON.parse(text).error.message; } catch { /* not an error of the sandbox: its text is shown */ }
    showProblem(message || `Status ${response.status}`);
  } catch (error) {
    showProblem(`The sandbox cannot be reached: ${error.message}`);
  }
  return undefined;
}

export const time = text => new Date(text).toLocaleTimeString();

/** A date for an old timestamp, else a time. */
export function when(text) {
  const at = new Date(text);
  return Math.abs(Date.now() - at) < 86_400_000 ? at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }) : at.toLocaleDateString();
}

/** JSON with line breaks, or the text as it is. */
export function pretty(text) {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

let controls = 0;

/** A label with its control below. */
export function labeled(text, control) {
  control.id ||= `control${++controls}`;
  return h("div", { class: "block" }, h("label", { htmlFor: control.id }, text), control);
}

export const choice = (values, properties = {}) =>
  h("select", properties, values.map(([value, text]) => h("option", { value }, text ?? value)));
