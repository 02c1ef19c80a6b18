import { call, h, labeled, showProblem } from "./dom.js";

const maxBytes = 67_108_864;

/** The data as a whole. */
export function data(panel) {
  const counts = h("p", { role: "status" });
  const note = h("p", { class: "dim", role: "status" });
  const seed = h("input", { type: "number", placeholder: "of the start" });
  const size = h("input", { type: "number", min: 0, max: 1_000_000, placeholder: "of the start" });
  const added = h("input", { type: "number", min: 1, max: 100_000, value: "10", required: true });
  const file = h("input", { type: "file", accept: "application/json,.json", required: true });
  panel.append(
    h("h2", {}, "Data"), counts, note,
    h("div", { class: "columns" },
      section("Add prospects", add, labeled("Number", added), h("button", { class: "primary" }, "Add")),
      section("Reset", reset, h("p", { class: "dim small" }, "Generates the data anew. Changes are lost; events continue with the next number."), labeled("Seed", seed), labeled("Prospects", size), h("button", { class: "primary" }, "Reset")),
      section("File", upload, h("p", {}, h("a", { href: "/sandbox/state", download: "inbox-sandbox-state.json" }, "Download the data")), h("p", { class: "dim small" }, "All people, threads and messages, without tokens and secrets. Attach it to a bug report."), labeled("Upload a file", file), h("button", { class: "primary" }, "Replace the data"))));

  function section(name, onsubmit, ...content) {
    return h("fieldset", {}, h("legend", {}, name), h("form", { onsubmit: event => { event.preventDefault(); onsubmit(); } }, content));
  }

  function done(result, text) {
    if (result) note.textContent = `${text} ${result.prospectCount.toLocaleString()} prospects, ${result.threadCount.toLocaleString()} threads, seed ${result.seed}.`;
  }

  async function add() { done(await call("POST", "state/prospects", { count: Number(added.value) }), "Added:"); }

  async function reset() {
    done(await call("POST", "state/reset", { ...seed.value ? { seed: Number(seed.value) } : {}, ...size.value ? { prospectCount: Number(size.value) } : {} }), "Reset:");
  }

  async function upload() {
    if (file.files[0].size > maxBytes) { showProblem("The file is larger than 64 MB."); return; }
    done(await call("PUT", "state", await file.files[0].text()), "Replaced:");
  }

  return {
    state(value) { counts.textContent = `${value.prospectCount.toLocaleString()} prospects, ${value.threadCount.toLocaleString()} threads. The last event has the number ${value.lastSeq}.`; },
  };
}
