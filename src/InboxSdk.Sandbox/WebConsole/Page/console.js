import { inbox } from "./inbox.js";
import { requests } from "./requests.js";
import { limits } from "./limits.js";
import { faults } from "./faults.js";
import { webhooks } from "./webhooks.js";
import { data } from "./data.js";

const names = ["inbox", "requests", "limits", "faults", "webhooks", "data"];
const section = name => document.getElementById(`panel-${name}`);
const panels = { inbox: inbox(section("inbox")), requests: requests(section("requests")), limits: limits(section("limits")), faults: faults(section("faults")), webhooks: webhooks(section("webhooks")), data: data(section("data")) };

function show() {
  const current = names.find(name => location.hash === `#${name}`) ?? "inbox";
  for (const name of names) {
    section(name).hidden = name !== current;
    const link = document.querySelector(`nav a[href="#${name}"]`);
    if (name === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${current[0].toUpperCase()}${current.slice(1)} – Inbox sandbox`;
  panels[current].shown?.();
}
addEventListener("hashchange", show);
show();

addEventListener("keydown", event => {
  const name = names[Number(event.key) - 1];
  if (!name || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  location.hash = name;
  document.getElementById("main").focus();
});

const connection = document.getElementById("connection");
const source = new EventSource("/sandbox/stream");
source.onopen = () => { connection.textContent = "Live"; };
source.onerror = () => { connection.textContent = "Disconnected. Reconnecting…"; };
for (const type of ["requests", "limits", "faults", "webhooks", "deliveries", "state"]) {
  source.addEventListener(type, event => {
    const value = JSON.parse(event.data);
    for (const panel of Object.values(panels)) panel[type]?.(value);
  });
}
