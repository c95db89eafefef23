/* The plan matrix: what htmx alone does not do. Without this file every link and form works as a page. */
(() => {
  "use strict";
  const phone = window.matchMedia("(max-width: 47.99rem)");
  document.documentElement.classList.add("js");

  /* On a phone a row is a page of its own: the link goes there, and htmx does not see the click. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".matrix a[hx-get]");
    if (link && phone.matches && !link.closest(".open")) event.stopPropagation();
  }, true);

  /* A refusal is an answer: it is shown. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409 || event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  const stateOf = (form) => form && form.dataset.row && document.getElementById("state-" + form.dataset.row);
  const say = (form, name) => {
    const state = stateOf(form);
    if (!state) return;
    const line = document.createElement("p");
    line.className = name;
    line.textContent = state.dataset[name];
    state.replaceChildren(line);
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form.row-form");
    if (!form) return;
    if (!form.dataset.dirty) say(form, "pending");
    form.dataset.dirty = "yes";
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest("form.row-form");
    if (form && event.detail.requestConfig.verb === "post") delete form.dataset.dirty;
  });
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => {
      const form = event.target.closest("form.row-form");
      if (!form || [409, 422].includes(event.detail.xhr && event.detail.xhr.status)) return;
      form.dataset.dirty = "yes";
      say(form, "failed");
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector('form[data-dirty="yes"]')) event.preventDefault();
  });
  document.addEventListener("submit", (event) => delete event.target.dataset.dirty);

  /* The acts below a form name the version that was saved last. */
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const field = event.target;
    if (!field.id || !field.id.startsWith("version-")) return;
    const key = field.id.slice("version-".length);
    document.querySelectorAll(`[data-version="${key}"]`).forEach((one) => { one.value = field.value; });
  });

  /* Where the keyboard goes on. */
  const focusOn = (id) => {
    const place = document.getElementById(id);
    if (!place) return;
    const target = place.matches("a, button, input, [tabindex]") ? place : place.querySelector("a, button") || place;
    target.focus();
  };
  document.addEventListener("matrix:focus", (event) => focusOn(event.detail.id));
  document.addEventListener("htmx:afterSettle", (event) => {
    const opened = event.target.matches && event.target.matches("tr.open, .opened") ? event.target : null;
    const first = opened && opened.querySelector("[role=alert], textarea, input:not([type=hidden])");
    if (first) first.focus();
  });

  const close = (form) => {
    const link = form.querySelector("[data-close]");
    if (!link) return;
    const place = link.dataset.focus;
    if (place) document.addEventListener("htmx:afterSettle", () => focusOn(place), { once: true });
    if (form.dataset.row && form.dataset.dirty) form.querySelector("button[name=done]").click();
    else link.click();
  };
  const STEPS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest(".open form");
    if (event.key === "Escape" && form) {
      event.preventDefault();
      close(form.matches(".row-form") ? form : form.closest(".open").querySelector("form"));
      return;
    }
    const row = event.altKey && STEPS[event.key] && event.target.closest(".matrix tr.row, .matrix tr.head");
    const button = row && row.querySelector(`button[id^="${STEPS[event.key]}-"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });

  /* One more line of parties or indicators. */
  document.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]");
    if (!more) return;
    const prefix = more.dataset.more;
    const group = more.closest("fieldset");
    const total = group.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
    const template = group.querySelector("template");
    const line = document.createElement("div");
    line.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    total.value = Number(total.value) + 1;
    const added = line.firstElementChild;
    template.before(added);
    added.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
})();
