import { arrows, call, choice, fill, h, labeled, throttled, when } from "./dom.js";

const folders = [["inbox", "Inbox"], ["requests", "Requests"], ["archived", "Archived"], ["all", "All"]];
const quick = ["👍", "❤️", "😂", "🎉"];

/** Threads as a person sees them, and what the prospect does. */
export function inbox(panel) {
  let team = { accountLinks: [], members: [], tags: [], statuses: [] };
  let open = null;      // the thread that is shown
  let editing = null;   // the id of the message that is edited

  const folder = choice(folders, { "aria-label": "Folder", onchange: () => list() });
  const search = h("input", { type: "search", placeholder: "Name", "aria-label": "Search by name", oninput: throttled(() => list(), 300) });
  const threads = h("ul", { class: "threads", "aria-label": "Threads" });
  arrows(threads, "button");

  // A person who writes first.
  const person = {
    username: h("input", { required: true, maxLength: 100, autocomplete: "off" }), name: h("input", { maxLength: 1000, autocomplete: "off" }),
    content: h("textarea", { required: true, rows: 2 }), account: h("select"), isRequest: h("input", { type: "checkbox" }),
  };
  const personForm = h("form", { onsubmit: addPerson },
    labeled("Username", person.username), labeled("Name", person.name), labeled("Account that they write to", person.account), labeled("Message", person.content),
    h("p", {}, h("label", {}, person.isRequest, "As a message request")), h("button", { class: "primary" }, "Write first"));
  const newPerson = h("details", {}, h("summary", {}, "New person"), personForm);

  const title = h("h2", { dir: "auto", class: "wrap" }, "No thread is selected");
  const messages = h("ol", { class: "messages", "aria-label": "Messages", tabIndex: 0 });
  const content = h("textarea", {
    rows: 3, required: true, dir: "auto", "aria-label": "Message of the prospect", placeholder: "Write as this person. Ctrl+Enter sends.",
    onkeydown: event => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); compose.requestSubmit(); } },
  });
  const send = h("button", { class: "primary" }, "Send");
  const cancel = h("button", { type: "button", hidden: true, onclick: () => edit(null) }, "Cancel");
  const compose = h("form", { hidden: true, onsubmit: write }, content, h("div", { class: "bar" }, send, cancel));

  // The context, whose controls keep their values while they have the focus.
  const facts = h("dl", { class: "fields" });
  const done = h("button", { type: "button", onclick: () => patchThread({ isDone: !open.thread.isDone }) }, "Archive");
  const unread = h("button", { type: "button", onclick: () => patchThread({ isUnread: !open.thread.isUnread }) }, "Mark as unread");
  const assignee = h("select", { onchange: () => patchThread({ assigneeId: assignee.value || null }) });
  const status = h("select", { onchange: () => patchProspect({ statusId: status.value || null }) });
  const tags = h("fieldset", {}, h("legend", {}, "Tags"));
  const notes = h("textarea", { rows: 3, dir: "auto", onchange: () => patchProspect({ notes: notes.value || null }) });
  const valuation = h("input", { type: "number", step: "any", onchange: () => patchProspect({ valuation: valuation.value === "" ? null : Number(valuation.value) }) });
  const context = h("div", { hidden: true }, facts, h("div", { class: "bar" }, done, unread),
    labeled("Assigned to", assignee), labeled("Status", status), tags, labeled("Notes", notes), labeled("Valuation", valuation));

  panel.append(h("div", { class: "inbox" },
    h("div", {}, h("div", { class: "bar" }, folder, search), threads, newPerson),
    h("div", {}, title, messages, compose),
    h("div", {}, h("h2", {}, "Context"), context)));

  async function loadTeam() {
    team = await call("GET", "team") ?? team;
    person.account.replaceChildren(...team.accountLinks.map(link => h("option", { value: link.id }, `${link.name} (${link.platform})`)));
  }

  async function list() {
    const result = await call("GET", `threads?folder=${folder.value}${search.value ? `&q=${encodeURIComponent(search.value)}` : ""}`);
    if (!result) return;
    fill(threads, result.threads.map(thread => h("li", {}, h("button", {
      type: "button", "data-key": thread.id, class: thread.isUnread ? "unread" : "", "aria-current": open?.thread.id === thread.id ? "true" : null, onclick: () => select(thread.id),
    },
    h("span", { class: "line" }, h("strong", { class: "who clip", dir: "auto" }, thread.name || `@${thread.username}`), h("span", { class: "dim small" }, when(thread.lastMessageAt))),
    h("span", { class: "dim small clip" }, `@${thread.username} · ${thread.platform} · ${thread.account}`),
    h("span", { class: "clip", dir: "auto" }, (thread.isFromTeam ? "You: " : "") + (thread.lastMessage ?? ""))))),
    result.threads.length === 0 && h("li", { class: "dim" }, "No threads"), result.hasMore && h("li", { class: "dim" }, "There are more. Search by name."));
  }

  async function select(id) {
    const result = await call("GET", `threads/${id}`);
    if (!result) return;
    edit(null);
    show(result, true);
    for (const button of threads.querySelectorAll("button")) {
      if (button.dataset.key === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  function show(result, isNew = false) {
    const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 20;
    open = result;
    const { thread, prospect } = result;
    title.textContent = prospect.name || `@${prospect.username}`;
    send.textContent = editing ? "Save the edit" : `Send as @${prospect.username}`;
    compose.hidden = context.hidden = false;
    fill(messages, result.hasEarlier && h("li", { class: "dim small" }, "There are earlier messages."), result.messages.map(message => item(message)));
    if (isNew || atEnd) messages.scrollTop = messages.scrollHeight;
    fill(facts, fact("Id", prospect.id), fact("Thread", thread.id), fact("Username", `@${prospect.username}`), fact("Platform id", prospect.platformId), fact("Bio", prospect.bio),
      fact("Location", prospect.location), fact("Website", prospect.websiteUrl), fact("Followers", prospect.followerCount?.toLocaleString()));
    done.textContent = thread.isDone ? "Unarchive" : "Archive";
    unread.textContent = thread.isUnread ? "Mark as read" : "Mark as unread";
    set(assignee, [["", "No one"], ...team.members.map(member => [member.id, member.name])], thread.assigneeId ?? prospect.assigneeId ?? "");
    set(status, [["", "None"], ...team.statuses.map(each => [each.id, each.name])], prospect.statusId ?? "");
    fill(tags, h("legend", {}, "Tags"), h("div", { class: "options" }, team.tags.map(tag => tagBox(tag, prospect))));
    if (document.activeElement !== notes) notes.value = prospect.notes ?? "";
    if (document.activeElement !== valuation) valuation.value = prospect.valuation ?? "";
  }

  const fact = (name, value) => value === null || value === undefined || value === "" ? [] : [h("dt", {}, name), h("dd", { dir: "auto" }, String(value))];

  function set(select, options, value) {
    if (document.activeElement === select) return;
    select.replaceChildren(...options.map(([id, text]) => h("option", { value: id }, text)));
    select.value = value;
  }

  function tagBox(tag, prospect) {
    const box = h("input", {
      type: "checkbox", checked: prospect.tagIds.includes(tag.id), "data-key": tag.id,
      onchange: () => patchProspect({ tagIds: box.checked ? [...open.prospect.tagIds, tag.id] : open.prospect.tagIds.filter(id => id !== tag.id) }),
    });
    const dot = h("span", { class: "dot" });
    dot.style.background = tag.color;
    return h("label", {}, box, h("span", { class: "chip" }, dot, tag.name));
  }

  function item(message) {
    const own = message.isFromTeam;
    const quoted = message.replyToId && open.messages.find(each => each.id === message.replyToId);
    return h("li", { class: own ? "own" : "", "data-id": message.id },
      quoted && h("div", { class: "dim small clip", dir: "auto" }, `↩ ${quoted.content}`),
      h("p", { class: "text", dir: "auto" }, message.deletedAt ? "(deleted)" : message.content),
      message.attachments.length > 0 && h("div", { class: "dim small" }, `Attached: ${message.attachments.join(", ")}`),
      h("div", { class: "bar" },
        h("span", { class: "dim" }, `${own ? message.sender ?? "team" : "prospect"} · ${when(message.createdAt)}${message.editedAt ? " · edited" : ""}`),
        message.reactions.map(reaction => reaction.isFromTeam
          ? h("span", { title: "Reaction of the team" }, reaction.emoji)
          : h("button", { type: "button", "aria-pressed": "true", "aria-label": `Remove ${reaction.emoji}`, "data-key": `${message.id}${reaction.emoji}`, onclick: () => react("DELETE", message, reaction.emoji) }, reaction.emoji)),
        !message.deletedAt && quick.filter(emoji => !message.reactions.some(reaction => !reaction.isFromTeam && reaction.emoji === emoji)).map(emoji =>
          h("button", { type: "button", "aria-label": `React with ${emoji}`, "data-key": `${message.id}${emoji}`, onclick: () => react("POST", message, emoji) }, emoji)),
        !own && !message.deletedAt && h("button", { type: "button", "data-key": `${message.id}edit`, onclick: () => edit(message) }, "Edit")));
  }

  function edit(message) {
    editing = message?.id ?? null;
    content.value = message?.content ?? "";
    cancel.hidden = !message;
    if (message) content.focus();
    if (open) send.textContent = editing ? "Save the edit" : `Send as @${open.prospect.username}`;
  }

  async function update(promise) {
    const result = await promise;
    if (result) show(result);
    return result;
  }

  async function react(method, message, emoji) {
    await update(method === "POST" ? call("POST", `messages/${message.id}/reactions`, { emoji }) : call("DELETE", `messages/${message.id}/reactions?emoji=${encodeURIComponent(emoji)}`));
  }

  async function write(event) {
    event.preventDefault();
    const text = content.value;
    const sent = await update(editing ? call("PATCH", `messages/${editing}`, { content: text }) : call("POST", `threads/${open.thread.id}/messages`, { content: text }));
    if (sent) {
      edit(null);
      messages.scrollTop = messages.scrollHeight;
    }
  }

  async function addPerson(event) {
    event.preventDefault();
    const result = await call("POST", "prospects", {
      username: person.username.value, name: person.name.value || null, content: person.content.value, accountLinkId: person.account.value, isRequest: person.isRequest.checked,
    });
    if (!result) return;
    folder.value = result.thread.isRequest ? "requests" : "inbox";
    personForm.reset();
    newPerson.open = false;
    show(result, true);
    await list();
  }

  const patchThread = change => update(call("PATCH", `threads/${open.thread.id}`, change));

  async function patchProspect(change) {
    if (await call("PATCH", `prospects/${open.prospect.id}`, change)) await refresh();
  }

  async function refresh() {
    if (open) await update(call("GET", `threads/${open.thread.id}`));
  }

  let replaced = null;
  const changed = throttled(async () => {
    if (panel.hidden) return;
    await list();
    await refresh();
  }, 400);

  return {
    shown: changed,
    async state(value) {
      if (replaced !== value.replacedCount) {
        // Other data: the open thread may not exist any more.
        replaced = value.replacedCount;
        open = null;
        edit(null);
        title.textContent = "No thread is selected";
        messages.replaceChildren();
        compose.hidden = context.hidden = true;
        await loadTeam();
      }
      changed();
    },
  };
}
