import { call, choice, fill, h, labeled } from "./dom.js";

const effects = {
  transient: "one of the usual transient faults, at random", status: "an error in the API's format", statusWithRetryDate: "an error with a date as Retry-After", error: "a v2 error with its details", html: "an HTML page, as from a proxy", empty: "no body", body: "any text",
  malformedJson: "status 200 with malformed JSON", invalidUtf8: "status 200 with invalid UTF-8", nestedJson: "status 200 with deeply nested JSON", redirect: "a redirect", reset: "the connection is reset",
  close: "the connection is closed", resetInBody: "half of the body, then a reset", truncatedBody: "half of the body, then a close", truncatedGzip: "half of the compressed body", unrequested: "an unrequested response first",
  stall: "no response", stallInBody: "half of the body and no more", drip: "the response, byte by byte", none: "the API's own response, to set headers",
};

/** The rules that decide which requests a fault hits. */
export function faults(panel) {
  let kinds = [], codes = [];
  const kind = h("select", { onchange: showProperties });
  const effect = h("p", { class: "dim small" });
  const properties = h("div");
  const mode = choice([["next", "the next requests"], ["probability", "a random share"], ["seconds", "all, for a time"], ["", "all, until removed"]], { onchange: showMode });
  const count = h("input", { type: "number", value: "1", min: 0, step: "any" });
  const countRow = labeled("Number of requests", count);
  const target = { operation: h("input", { placeholder: "contacts.update", autocomplete: "off" }), method: h("input", { placeholder: "PATCH", autocomplete: "off" }), path: h("input", { placeholder: "contacts/*", autocomplete: "off" }) };
  const rules = h("tbody");
  const form = h("form", { onsubmit: add },
    labeled("Fault", kind), effect, properties, labeled("Hits", mode), countRow,
    h("details", {}, h("summary", {}, "Only certain requests"), labeled("Operation", target.operation), labeled("Method", target.method), labeled("Path", target.path)),
    h("p", {}, h("button", { class: "primary" }, "Add the fault")));
  panel.append(h("div", { class: "columns" },
    h("fieldset", {}, h("legend", {}, "New fault"), form),
    h("div", {}, h("div", { class: "bar" }, h("h2", {}, "Rules, the first that matches applies"), h("button", { type: "button", onclick: () => call("DELETE", "faults") }, "Remove all")),
      h("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Rules" }, h("table", {}, h("thead", {}, h("tr", {}, ["Fault", "Requests", "When", "Hits", ""].map(name => name ? h("th", { scope: "col" }, name) : h("td")))), rules)))));

  async function load() {
    const result = await call("GET", "faults");
    if (!result) return;
    ({ kinds, codes } = result);
    kind.replaceChildren(...kinds.map(each => h("option", { value: each.kind }, each.kind)));
    kind.value = "status";
    showProperties();
  }

  const controls = {
    status: () => h("input", { type: "number", min: 200, max: 599, placeholder: "of the fault" }),
    retryAfter: () => h("input", { type: "number", step: "any", placeholder: "seconds" }),
    code: () => choice(codes.map(code => [code])),
    body: () => h("textarea", { rows: 3 }),
    depth: () => h("input", { type: "number", min: 1, value: "10000" }),
    target: () => h("input", { type: "url", placeholder: "https://example.com/" }),
    interval: () => h("input", { type: "number", min: 1, value: "100" }),
    bytes: () => h("input", { type: "number", min: 1, value: "1" }),
    applied: () => choice([["", "as usual for the fault"], ["false", "no: the request has no effect"], ["true", "yes: only the response is lost"]]),
    headers: () => h("textarea", { rows: 2, placeholder: "Age: 40" }),
  };
  const titles = { retryAfter: "Retry-After", applied: "Is the request applied?", headers: "Response headers, a line each", interval: "Milliseconds between pieces" };

  function showProperties() {
    const chosen = kinds.find(each => each.kind === kind.value);
    effect.textContent = effects[kind.value] ?? "";
    properties.replaceChildren(...chosen.properties.map(name => {
      const control = controls[name]();
      control.name = name;
      return labeled(titles[name] ?? name[0].toUpperCase() + name.slice(1), control);
    }));
    if (chosen.kind === "transient") mode.value = "probability";
    showMode();
  }

  function showMode() {
    countRow.hidden = mode.value === "";
    countRow.firstChild.textContent = { next: "Number of requests", probability: "Share, 0 to 1", seconds: "Seconds" }[mode.value] ?? "";
    count.value = { next: "1", probability: "0.1", seconds: "60" }[mode.value] ?? "";
  }

  async function add(event) {
    event.preventDefault();
    const rule = { kind: kind.value };
    for (const control of properties.querySelectorAll("[name]")) {
      if (control.value === "") continue;
      rule[control.name] = control.name === "applied" ? control.value === "true" : control.name === "headers" ? control.value.split("\n").filter(Boolean) : control.type === "number" ? Number(control.value) : control.value;
    }
    if (mode.value) rule[mode.value] = Number(count.value);
    for (const [name, control] of Object.entries(target)) if (control.value) rule[name] = control.value;
    await call("POST", "faults", rule);
  }

  load();
  return {
    faults(value) {
      fill(rules, value.rules.map(rule => h("tr", {},
        h("td", {}, rule.faults.length > 1 ? `${rule.faults.length} faults at random` : rule.faults[0]),
        h("td", { class: "dim" }, rule.target),
        h("td", {}, rule.next ? `next ${rule.next}` : rule.probability !== null ? `${Math.round(rule.probability * 1000) / 10} %` : rule.endsAt ? `until ${new Date(rule.endsAt).toLocaleTimeString()}` : "always", rule.isOver ? " (over)" : ""),
        h("td", { class: rule.hitCount > 0 ? "warn" : "dim" }, String(rule.hitCount)),
        h("td", {}, h("button", { type: "button", "data-key": String(rule.number), "aria-label": `Remove rule ${rule.number}`, onclick: () => call("DELETE", `faults/${rule.number}`) }, "Remove")))),
      value.rules.length === 0 && h("tr", {}, h("td", { colSpan: 5, class: "dim" }, "There are no rules.")));
    },
  };
}
