import { call, choice, fill, h } from "./dom.js";

const samples = 240;           // of 250 ms: a minute
const presets = {
  Off: [],
  "v1: 100 reads, 30 writes a minute": [{ limit: 100, seconds: 60, scope: "reads" }, { limit: 30, seconds: 60, scope: "writes" }],
  "v2: 300 a minute, 10,000 an hour, 100,000 a day": [{ limit: 300, seconds: 60, scope: "all" }, { limit: 10_000, seconds: 3_600, scope: "all" }, { limit: 100_000, seconds: 86_400, scope: "all" }],
};
const scopes = [["all", "reads and writes"], ["reads", "reads"], ["writes", "writes"]];

/** The windows as they fill, and what determines them. */
export function limits(panel) {
  let state = null, shape = "";
  let charts = [];

  const windows = h("div");
  const counts = h("p", { class: "dim", role: "status" });
  const rows = h("div");
  const algorithm = choice([["sliding", "sliding window"], ["fixed", "fixed window"], ["gcra", "GCRA"]], { "aria-label": "Algorithm", onchange: () => patch({ algorithm: algorithm.value }) });
  const preset = choice([["", "Preset…"], ...Object.keys(presets).map(name => [name])], { "aria-label": "Preset", onchange: () => { if (preset.value) patch({ windows: presets[preset.value] }); preset.value = ""; } });
  const latency = slider("Latency, minimum in ms", 0, 2_000, () => patch({ latency: latency.value(), maxLatency: Math.max(latency.value(), maxLatency.value()) }));
  const maxLatency = slider("Latency, maximum in ms", 0, 2_000, () => patch({ latency: Math.min(latency.value(), maxLatency.value()), maxLatency: maxLatency.value() }));
  const skew = slider("Clock skew in seconds", -3_600, 3_600, () => patch({ clockSkew: skew.value() }));

  panel.append(h("div", { class: "columns" },
    h("div", {}, h("h2", {}, "Windows"), windows, counts,
      h("div", { class: "bar" }, h("button", { type: "button", onclick: () => exhaust("reads") }, "Use up the reads"), h("button", { type: "button", onclick: () => exhaust("writes") }, "Use up the writes"))),
    h("div", {},
      h("fieldset", {}, h("legend", {}, "Limits"), rows,
        h("div", { class: "bar" }, h("button", { type: "button", onclick: () => patch({ windows: [...configuration(), { limit: 100, seconds: 60, scope: "all" }] }) }, "Add a window"), preset),
        h("div", { class: "row" }, h("span", {}, "Algorithm"), algorithm)),
      h("fieldset", {}, h("legend", {}, "Latency"), latency.row, maxLatency.row),
      h("fieldset", {}, h("legend", {}, "Clock"), skew.row, h("p", { class: "dim small" }, "How far the server's clock is ahead. A change empties the windows.")))));

  /** A slider with a field for exact numbers. */
  function slider(name, min, max, onchange) {
    const range = h("input", { type: "range", min, max, "aria-label": name, oninput: () => { field.value = range.value; }, onchange });
    const field = h("input", { type: "number", "aria-label": `${name}, exactly`, onchange: () => { range.value = field.value; onchange(); } });
    return {
      row: h("div", { class: "row" }, h("span", {}, name), range, field),
      value: () => Number(field.value),
      set: value => { if (![range, field].includes(document.activeElement)) { range.value = value; field.value = value; } },
    };
  }

  const configuration = () => state.windows.map(({ limit, seconds, scope }) => ({ limit, seconds, scope }));
  const patch = change => call("PATCH", "limits", change);

  async function exhaust(scope) {
    if (state.windows.some(window => window.scope === "all" || window.scope === scope)) await call("POST", "limits/exhaust", { scope });
  }

  function describe(window) {
    const length = window.seconds % 86_400 === 0 ? [window.seconds / 86_400, "d"] : window.seconds % 3_600 === 0 ? [window.seconds / 3_600, "h"] : window.seconds % 60 === 0 ? [window.seconds / 60, "min"] : [window.seconds, "s"];
    return `${window.limit.toLocaleString()} ${scopes.find(([id]) => id === window.scope)[1]} in ${length.join(" ")}`;
  }

  function build() {
    charts = state.windows.map(window => {
      const line = svg("polyline", {});
      const marks = svg("g", {});
      const meter = h("meter", { min: 0, max: window.limit, low: window.limit * 0.7, high: window.limit * 0.9, optimum: 0, "aria-label": describe(window) });
      const text = h("p", { class: "small dim" });
      const chart = svg("svg", { viewBox: `0 0 ${samples} 100`, preserveAspectRatio: "none", "aria-hidden": "true" }, line, marks);
      return { element: h("div", { class: "window" }, h("strong", {}, describe(window)), meter, chart, text), meter, text, line, marks, history: [] };
    });
    fill(windows, charts.length > 0 ? charts.map(chart => chart.element) : h("p", { class: "dim" }, "There are no limits. Select a preset or add a window."));
    fill(rows, state.windows.map((window, index) => {
      const change = part => patch({ windows: configuration().map((each, at) => at === index ? { ...each, ...part } : each) });
      const limit = slider(`Limit of window ${index + 1}`, 1, Math.max(1_000, 2 * window.limit), () => change({ limit: limit.value() }));
      limit.set(window.limit);
      const seconds = h("input", { type: "number", min: 0.001, step: "any", value: window.seconds, "aria-label": `Seconds of window ${index + 1}`, onchange: () => change({ seconds: Number(seconds.value) }) });
      const scope = choice(scopes, { "aria-label": `Requests of window ${index + 1}`, onchange: () => change({ scope: scope.value }) });
      scope.value = window.scope;
      limit.row.append("in", seconds, "s", scope,
        h("button", { type: "button", "aria-label": `Remove window ${index + 1}`, onclick: () => patch({ windows: configuration().filter((_, at) => at !== index) }) }, "Remove"));
      return limit.row;
    }));
  }

  function svg(name, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  let rejected = { reads: 0, writes: 0 };
  function sample() {
    if (!state) return;
    const refused = { reads: state.reads.rejectedCount > rejected.reads, writes: state.writes.rejectedCount > rejected.writes };
    rejected = { reads: state.reads.rejectedCount, writes: state.writes.rejectedCount };
    charts.forEach((chart, index) => {
      const window = state.windows[index];
      const isRefused = window.used === window.limit && (window.scope === "all" ? refused.reads || refused.writes : refused[window.scope]);
      chart.history.push({ share: window.used / window.limit, isRefused });
      if (chart.history.length > samples) chart.history.shift();
      if (panel.hidden) return;
      const left = samples - chart.history.length;
      chart.line.setAttribute("points", chart.history.map((each, at) => `${left + at},${98 - 96 * each.share}`).join(" "));
      chart.marks.replaceChildren(...chart.history.flatMap((each, at) => each.isRefused ? [svg("line", { class: "refused", x1: left + at, x2: left + at, y1: 0, y2: 100 })] : []));
      chart.text.textContent = `${window.used.toLocaleString()} of ${window.limit.toLocaleString()} used${window.nextPermitAt ? `, next permit at ${new Date(window.nextPermitAt).toLocaleTimeString()}` : ""}`;
    });
  }
  setInterval(sample, 250);
  // A change needs what is there.
  panel.inert = true;

  return {
    shown: sample,
    limits(value) {
      const isFirst = state === null;
      state = value;
      panel.inert = false;
      if (isFirst) rejected = { reads: value.reads.rejectedCount, writes: value.writes.rejectedCount };
      const next = JSON.stringify(configuration());
      if (isFirst || next !== shape) {
        shape = next;
        build();
        sample();
      }
      charts.forEach((chart, index) => { chart.meter.value = value.windows[index].used; });
      counts.textContent = `Reads: ${value.reads.acceptedCount.toLocaleString()} accepted, ${value.reads.rejectedCount.toLocaleString()} rejected. Writes: ${value.writes.acceptedCount.toLocaleString()} accepted, ${value.writes.rejectedCount.toLocaleString()} rejected.`;
      if (document.activeElement !== algorithm) algorithm.value = value.algorithm;
      latency.set(value.latency);
      maxLatency.set(value.maxLatency);
      skew.set(value.clockSkew);
    },
  };
}
