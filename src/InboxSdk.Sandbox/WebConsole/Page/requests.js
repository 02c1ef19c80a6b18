import { arrows, call, fill, h, pretty, time } from "./dom.js";

const maxCalls = 300;

/** The requests that the sandbox receives, with those that belong to one call together. */
export function requests(panel) {
  const calls = new Map();   // by the number of the first attempt: the body of the table with its rows
  const later = new Map();   // what came while the panel was not shown, by its number
  let isLoaded = false, isLoading = false, paused = false, skipped = 0, selected = null;

  const filter = h("input", { type: "search", placeholder: "Filter, such as PATCH 503 contacts", "aria-label": "Filter the requests", oninput: () => calls.forEach(apply) });
  const pause = h("button", { type: "button", "aria-pressed": "false", onclick: togglePause }, "Pause");
  const note = h("span", { class: "dim small", role: "status" });
  const table = h("table", {},
    h("thead", {}, h("tr", {}, ["Time", "Request", "Status", "Duration", "Attempt", "Fault"].map(name => h("th", { scope: "col", class: ["Duration", "Attempt"].includes(name) ? "number optional" : name === "Time" ? "optional" : "" }, name)))));
  const list = h("div", { class: "list", tabIndex: 0, role: "region", "aria-label": "Requests, newest first" }, table);
  arrows(list, "tbody:not([hidden]) button");
  const details = h("div", { class: "details", "aria-live": "polite" }, h("p", { class: "dim" }, "Select a request."));
  panel.append(
    h("div", { class: "bar" }, filter, pause, h("button", { type: "button", onclick: clear }, "Clear"), note),
    h("div", { class: "split" }, list, details));

  const key = exchange => String(exchange.call);

  function add(exchange) {
    let entry = calls.get(key(exchange));
    if (!entry) {
      entry = { body: h("tbody"), exchanges: new Map() };
      calls.set(key(exchange), entry);
      table.tHead.after(entry.body);
      if (calls.size > maxCalls) {
        const [oldest, dropped] = calls.entries().next().value;
        dropped.body.remove();
        calls.delete(oldest);
      }
    }
    entry.exchanges.set(exchange.number, exchange);
    const row = entry.body.querySelector(`tr[data-number="${exchange.number}"]`);
    const next = rowOf(exchange);
    if (row) {
      const focused = row.contains(document.activeElement);
      row.replaceWith(next);
      if (focused) next.querySelector("button").focus({ preventScroll: true });
    } else {
      entry.body.append(next);
    }
    entry.body.className = entry.exchanges.size > 1 ? "retried" : "";
    apply(entry);
  }

  // Rows that are not shown would take time from the program under test.
  function keep(exchange) {
    later.set(exchange.number, exchange);
    if (later.size > maxCalls) later.delete(later.keys().next().value);
  }

  function addKept() {
    later.forEach(add);
    later.clear();
  }

  function rowOf(exchange) {
    const query = [...new URLSearchParams(exchange.query)].map(([name, value]) => `${name}=${value}`).join(" ");
    const status = exchange.isPending ? "…" : exchange.status === null ? "none" : exchange.wasAborted ? `${exchange.status}, aborted` : String(exchange.status);
    return h("tr", { "data-number": exchange.number, class: exchange.number === selected ? "selected" : "" },
      h("td", { class: "optional" }, time(exchange.receivedAt)),
      h("td", {}, h("button", { type: "button", class: "link", onclick: () => select(exchange.number) }, `${exchange.method} ${decoded(exchange.path)}`),
        query && h("div", { class: "dim small" }, query),
        h("div", { class: "dim small" }, [exchange.operation, exchange.idempotencyKey && `key ${exchange.idempotencyKey}`].filter(Boolean).join(" · "))),
      h("td", { class: tone(exchange) }, status),
      h("td", { class: "number optional" }, exchange.milliseconds === null ? "" : `${exchange.milliseconds} ms`),
      h("td", { class: "number optional" }, String(exchange.attempt)),
      h("td", { class: "warn" }, exchange.fault ?? ""));
  }

  const tone = exchange => exchange.isPending ? "dim" : exchange.status === null || exchange.status >= 500 || exchange.wasAborted ? "bad" : exchange.status >= 400 ? "warn" : "good";

  function decoded(path) {
    try { return decodeURIComponent(path); } catch { return path; }
  }

  function apply(entry) {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const text = [...entry.exchanges.values()].map(each => `${each.method} ${decoded(each.path)} ${each.query} ${each.operation} ${each.status} ${each.fault ?? ""} ${each.idempotencyKey ?? ""}`).join(" ").toLowerCase();
    entry.body.hidden = !words.every(word => text.includes(word));
  }

  function togglePause() {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
    pause.textContent = paused ? "Resume" : "Pause";
    if (!paused) load();
  }

  async function load() {
    isLoading = true;
    const result = await call("GET", "requests");
    isLoading = false;
    result?.requests.forEach(add);
    addKept();
  }

  async function clear() {
    if (!await call("DELETE", "requests")) return;
    calls.forEach(entry => entry.body.remove());
    calls.clear();
    later.clear();
    skipped = 0;
    note.textContent = "";
  }

  async function select(number) {
    const exchange = await call("GET", `requests/${number}`);
    if (!exchange) return;
    selected = number;
    for (const row of table.querySelectorAll("tr[data-number]")) row.classList.toggle("selected", row.dataset.number === String(number));
    const snippet = h("textarea", { readOnly: true, rows: 8, hidden: true, "aria-label": "Code of the request" });
    const copy = text => {
      snippet.hidden = false;
      snippet.value = text;
      snippet.select();
      // The browser may not permit it: then the text is selected.
      navigator.clipboard?.writeText(text).catch(() => {});
    };
    fill(details,
      h("h2", { class: "wrap" }, `${exchange.method} ${decoded(exchange.path)}`),
      h("dl", { class: "fields" },
        [["Operation", exchange.operation], ["Status", exchange.status ?? (exchange.isPending ? "no response yet" : "no response")], ["Received", exchange.receivedAt], ["Duration", exchange.milliseconds === null ? null : `${exchange.milliseconds} ms`],
          ["Attempt", exchange.attempt], ["Idempotency key", exchange.idempotencyKey], ["Fault", exchange.fault]]
          .filter(([, value]) => value !== null).map(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value))])),
      h("div", { class: "bar" },
        h("button", { type: "button", onclick: () => copy(curl(exchange)) }, "Copy as curl"),
        h("button", { type: "button", onclick: () => copy(csharp(exchange)) }, "Copy as C#")),
      snippet,
      exchange.query && [h("h3", {}, "Query"), pairs([...new URLSearchParams(exchange.query)])],
      h("h3", {}, "Request headers"), pairs(Object.entries(exchange.requestHeaders)),
      exchange.requestBody && [h("h3", {}, "Request body"), code(exchange.requestBody)],
      h("h3", {}, "Response headers"), pairs(Object.entries(exchange.responseHeaders)),
      h("h3", {}, "Response body"),
      exchange.responseBody === null ? h("p", { class: "dim" }, `${exchange.responseLength} bytes, not text`)
        : exchange.responseBody ? code(exchange.responseBody) : h("p", { class: "dim" }, "empty"),
      exchange.isResponseTruncated && h("p", { class: "dim" }, `The first part of ${exchange.responseLength} bytes.`));
  }

  const code = text => h("pre", { tabIndex: 0, dir: "ltr" }, pretty(text));
  const pairs = entries => h("dl", { class: "fields" }, entries.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));

  return {
    shown() {
      if (!isLoaded) load();
      else if (!paused) addKept();
      isLoaded = true;
    },
    requests(value) {
      if (paused) return;
      value.requests.forEach(panel.hidden || isLoading ? keep : add);
      skipped += value.skippedCount;
      if (skipped > 0) note.textContent = `${skipped.toLocaleString()} more came too fast to show`;
    },
  };
}

// Headers that the client sets itself, and the token, for which a variable stands.
const ownHeaders = ["host", "authorization", "content-length", "connection", "accept-encoding", "transfer-encoding", "traceparent", "tracestate", "expect"];
const headersOf = exchange => Object.entries(exchange.requestHeaders).filter(([name]) => !ownHeaders.includes(name.toLowerCase()));
const addressOf = exchange => `${location.origin}${exchange.path}${exchange.query ? `?${exchange.query}` : ""}`;
const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

/** The request for a shell. */
export function curl(exchange) {
  return [`curl -X ${quoted(exchange.method)} ${quoted(addressOf(exchange))}`, '-H "Authorization: Bearer $INBOX_API_TOKEN"',
    ...headersOf(exchange).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`), ...exchange.requestBody ? [`--data-raw ${quoted(exchange.requestBody)}`] : []].join(" \\\n  ");
}

// The escapes of JSON are those of C#, which also ends a line at other characters.
const literal = text => JSON.stringify(text).replace(/[\u0085\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The request in C#. */
export function csharp(exchange) {
  const type = exchange.requestHeaders["Content-Type"]?.split(";")[0] ?? "application/json";
  return `using var http = new HttpClient();
using var request = new HttpRequestMessage(new HttpMethod(${literal(exchange.method)}), ${literal(addressOf(exchange))});
request.Headers.Authorization = new("Bearer", Environment.GetEnvironmentVariable("INBOX_API_TOKEN"));
${headersOf(exchange).filter(([name]) => name.toLowerCase() !== "content-type").map(([name, value]) => `request.Headers.TryAddWithoutValidation(${literal(name)}, ${literal(value)});\n`).join("")}${exchange.requestBody ? `request.Content = new StringContent(${literal(exchange.requestBody)}, System.Text.Encoding.UTF8, ${literal(type)});\n` : ""}using var response = await http.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
`;
}
