/* A report is saved while it is typed, and kept on the device while there is no line. Without this file the
   buttons do it all. What is kept belongs to one person and one report; sending, leaving with everything saved
   and signing out wipe it. */
(() => {
  "use strict";
  const PREFIX = "plenaria.report.";
  const WEEK = 7 * 24 * 3600 * 1000;
  const store = window.localStorage;
  const read = (key) => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
  const kept = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));

  kept().forEach((key) => { if (!((read(key) || {}).at > Date.now() - WEEK)) store.removeItem(key); });
  document.querySelectorAll("[data-forget]").forEach((one) => store.removeItem(PREFIX + one.dataset.forget));
  document.querySelectorAll('form[action$="/logout/"]').forEach((out) => {
    out.addEventListener("submit", () => { leaving = true; kept().forEach((key) => store.removeItem(key)); });
  });
  let leaving = false;

  const form = document.getElementById("report");
  if (!form) return;
  const key = PREFIX + form.dataset.key;
  const version = form.elements.version;
  const line = document.getElementById("state");
  const OURS = new Set(["csrfmiddlewaretoken", "form_key", "version", "base", "act", "theirs"]);
  const conflict = form.querySelector(".conflict");
  // Where two versions are shown nothing is saved by the way, and what is kept belongs to neither.
  let timer = 0, running = null, dirty = false, stopped = Boolean(conflict), sent = false;

  const say = (text) => { line.textContent = text; };
  const fields = () => [...new FormData(form)].filter(([name, value]) => !OURS.has(name) && typeof value === "string");
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const taken = ([name]) => [...form.querySelectorAll("[name=theirs]:checked")].some((tick) => name.startsWith(tick.value));
  const keep = () => {
    const values = { at: Date.now(), version: conflict ? "" : version.value, fields: fields().filter((one) => !taken(one)) };
    try { store.setItem(key, JSON.stringify(values)); } catch { /* no room */ }
  };
  const put = (values) => values.forEach(([name, value]) => {
    const field = form.elements[name];
    if (field) field.value = value;
  });
  const mark = (errors) => form.querySelectorAll("[name]").forEach((field) => {
    if (field.type === "hidden" || field.type === "radio") return;
    if (errors[field.name]) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  });

  const answered = async (answer, before) => {
    if (answer.type === "opaqueredirect") { stopped = true; keep(); return say(form.dataset.out); }
    const told = await answer.json();
    say([told.message, ...Object.values(told.errors || {})].join(" "));
    if (!answer.ok) { stopped = true; return keep(); }
    version.value = told.version;
    mark(told.errors);
    if (same(before, fields()) && !Object.keys(told.errors).length) { dirty = false; store.removeItem(key); }
    else if (!same(before, fields())) later(1500);
  };
  const save = () => {
    clearTimeout(timer);
    if (running || stopped || sent || !dirty) return running;
    const before = fields();
    const request = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, redirect: "manual", keepalive: true };
    running = fetch(form.action, request)
      .then((answer) => answered(answer, before))
      .catch(() => { keep(); say(form.dataset.offline); later(15000); })
      .finally(() => { running = null; });
    return running;
  };
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

  form.addEventListener("input", () => { dirty = true; keep(); later(1500); });
  window.addEventListener("online", save);
  window.addEventListener("pagehide", () => { if (dirty && !sent && !leaving) { keep(); save(); } });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    const by = event.submitter;
    if (!navigator.onLine) { event.preventDefault(); dirty = true; keep(); say(form.dataset.offline); return; }
    if (running) { event.preventDefault(); running.finally(() => form.requestSubmit(by)); return; }
    if (sent) { event.preventDefault(); return; }
    sent = true;
    if (dirty) keep();
    setTimeout(() => { sent = false; }, 10000);
  });

  if (conflict) conflict.focus();
  const found = read(key);
  if (!found) return;
  const now = new Map(fields());
  const other = found.fields.filter(([name, value]) => now.get(name) !== value);
  if (!other.length) { store.removeItem(key); return; }
  if (found.version === version.value) {
    put(found.fields);
    dirty = true;
    say(form.dataset.restored);
    later(1500);
    return;
  }
  const panel = document.getElementById("kept");
  const list = panel.querySelector("dl");
  other.filter(([, value]) => value).forEach(([name, value]) => {
    const field = form.elements[name];
    const label = field && field.labels && field.labels[0];
    const term = document.createElement("dt"), text = document.createElement("dd");
    term.textContent = label ? label.textContent : "";
    text.textContent = value;
    list.append(term, text);
  });
  panel.hidden = false;
  panel.querySelector("[data-take]").addEventListener("click", () => {
    put(found.fields);
    dirty = true;
    panel.hidden = true;
    keep();
    later(0);
  });
  panel.querySelector("[data-drop]").addEventListener("click", () => { panel.hidden = true; store.removeItem(key); });
})();
