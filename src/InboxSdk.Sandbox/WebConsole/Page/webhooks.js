import { arrows, call, choice, fill, h, labeled, pretty, time } from "./dom.js";

const maxDeliveries = 300;
const faults = [["duplicate"], ["drop"], ["reorder", "reorder: after the next one"], ["late", "late: an old signature"], ["tamper"], ["previousSecret", "the previous secret"]];

/** The webhooks and their deliveries. */
export function webhooks(panel) {
  let selected = null, last = 0;
  const url = h("input", { type: "url", required: true, placeholder: "http://localhost:5000/inbox/webhooks" });
  const secret = h("input", { required: true, value: "ibt_wh_sandbox", autocomplete: "off" });
  const format = choice([["v2"], ["v1"], ["legacy"]]);
  const list = h("ul");
  const rows = h("tbody");
  const details = h("div", { class: "details", "aria-live": "polite" }, h("p", { class: "dim" }, "Select a delivery."));
  const table = h("div", { class: "list", tabIndex: 0, role: "region", "aria-label": "Deliveries, newest first" }, h("table", {}, h("thead", {}, h("tr", {}, ["Time", "Event", "Attempt", "Status", "Fault"].map(name => h("th", { scope: "col" }, name)))), rows));
  arrows(table, "button");
  panel.append(
    h("div", { class: "columns" },
      h("fieldset", {}, h("legend", {}, "New webhook"), h("form", { onsubmit: add }, labeled("Address", url), labeled("Secret", secret), labeled("Format", format), h("button", { class: "primary" }, "Add the webhook"))),
      h("fieldset", {}, h("legend", {}, "Webhooks"), list)),
    h("h2", {}, "Deliveries"),
    h("div", { class: "split" }, table, details));

  async function add(event) {
    event.preventDefault();
    if (await call("POST", "webhooks", { url: url.value, secret: secret.value, format: format.value })) url.value = "";
  }

  function row(delivery) {
    const status = delivery.status ?? (delivery.fault === "drop" ? "dropped" : delivery.error ?? "none");
    return h("tr", { class: delivery.number === selected ? "selected" : "", "data-number": delivery.number },
      h("td", {}, time(delivery.sentAt)),
      h("td", {}, h("button", { type: "button", class: "link", onclick: () => select(delivery.number) }, `${delivery.seq} ${delivery.type}`), h("div", { class: "dim small" }, delivery.url)),
      h("td", {}, String(delivery.attempt)),
      h("td", { class: delivery.isAccepted ? "good" : "bad" }, String(status)),
      h("td", { class: "warn" }, delivery.fault ?? ""));
  }

  async function select(number) {
    const delivery = await call("GET", `deliveries/${number}`);
    if (!delivery) return;
    selected = number;
    for (const each of rows.rows) each.classList.toggle("selected", each.dataset.number === String(number));
    const delay = h("input", { type: "number", min: 0, value: "0", "aria-label": "Delay in seconds" });
    const repeat = fault => h("button", { type: "button", onclick: () => call("POST", `deliveries/${number}`, { ...fault ? { fault } : {}, delay: Number(delay.value) }) }, { "": "Redeliver", duplicate: "Duplicate", late: "Old signature", tamper: "Tamper" }[fault]);
    fill(details,
      h("h2", {}, `${delivery.seq} ${delivery.type}`),
      h("dl", { class: "fields" }, [["Address", delivery.url], ["Sent", delivery.sentAt], ["Status", delivery.status], ["Problem", delivery.error], ["Duration", `${delivery.milliseconds} ms`], ["Signature", delivery.signature]]
        .filter(([, value]) => value).map(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value))])),
      h("h3", {}, "Send again"), h("div", { class: "bar" }, ["", "duplicate", "late", "tamper"].map(repeat), h("label", {}, "after", delay, "s")),
      h("h3", {}, "Body"), h("pre", { tabIndex: 0 }, pretty(delivery.body)));
  }

  function item(webhook) {
    const fault = choice(faults, { "aria-label": `Fault of webhook ${webhook.number}` });
    const next = [...webhook.nextFaults.map(each => `next: ${each}`), ...webhook.randomFaults.map(each => `${each.fault}: ${Math.round(each.probability * 100)} %`)].join(", ");
    return h("li", {}, h("strong", { class: "wrap" }, webhook.url), h("p", { class: "dim small" }, `${webhook.format} · ${webhook.types.join(", ") || "all events"} · ${webhook.pendingCount} pending${next ? ` · ${next}` : ""}`),
      h("div", { class: "bar" }, fault,
        h("button", { type: "button", onclick: () => call("POST", `webhooks/${webhook.number}/faults`, { fault: fault.value, next: 1 }) }, "Next event"),
        h("button", { type: "button", onclick: () => call("POST", `webhooks/${webhook.number}/faults`, { fault: fault.value, probability: 0.3 }) }, "30 % of events"),
        h("button", { type: "button", onclick: () => call("DELETE", `webhooks/${webhook.number}/faults`) }, "No faults"),
        h("button", { type: "button", "aria-label": `Remove webhook ${webhook.number}`, onclick: () => call("DELETE", `webhooks/${webhook.number}`) }, "Remove")));
  }

  const items = new Map();   // by number, kept while nothing changes, so that a choice is not lost
  return {
    webhooks(value) {
      const shown = value.webhooks.map(webhook => {
        const facts = JSON.stringify(webhook);
        const known = items.get(webhook.number);
        if (known?.facts === facts) return known.element;
        const element = item(webhook);
        if (known) element.querySelector("select").value = known.element.querySelector("select").value;
        items.set(webhook.number, { facts, element });
        return element;
      });
      for (const number of items.keys()) if (!value.webhooks.some(webhook => webhook.number === number)) items.delete(number);
      fill(list, shown, shown.length === 0 && h("li", { class: "dim" }, "There are none. Add the address of your receiver."));
    },
    deliveries(value) {
      // After a reconnection, the latest ones are sent once more.
      for (const delivery of value.deliveries.filter(each => each.number > last)) {
        rows.prepend(row(delivery));
        last = delivery.number;
      }
      while (rows.rows.length > maxDeliveries) rows.deleteRow(-1);
    },
  };
}
