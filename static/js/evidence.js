/* Evidence, sent apart from the text of its form: photos are scaled here where the browser can, several files at once, each
   again until it is there. Without this file the page of the evidence does the same with a plain form. */
(() => {
  "use strict";
  const SIDE = 2000, TRIES = 4;
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, "0")).join("");

  /* The photo upright, at most 2000 pixels a side, without what the camera wrote into it; the file itself where that fails. */
  const scaled = async (file) => {
    if (!file.type.startsWith("image/")) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const share = Math.min(1, SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * share);
      canvas.height = Math.round(picture.height * share);
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
      return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
    } catch {
      return file;
    }
  };

  const post = (url, body, onProgress) => new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("X-Evidence", "yes");
    request.setRequestHeader("X-CSRFToken", token());
    request.timeout = 120000;
    request.upload.onprogress = (event) => event.lengthComputable && onProgress && onProgress(event.loaded / event.total);
    /* A session that ended leads to another page. */
    request.onload = () => done({ status: new URL(request.responseURL).pathname === url ? request.status : 401, text: request.responseText });
    request.onerror = request.ontimeout = () => done({ status: 0, text: "" });
    request.send(body);
  });

  const pause = (seconds) => new Promise((done) => {
    const wake = () => { window.removeEventListener("online", wake); clearTimeout(timer); done(); };
    const timer = setTimeout(wake, seconds * 1000);
    window.addEventListener("online", wake);
  });

  const begin = (box) => {
    const url = box.dataset.evidence, sending = box.querySelector(".sending"), words = sending.dataset;
    const heard = box.querySelector("[role=status]");
    let queue = Promise.resolve();

    const showButtons = () => box.querySelectorAll("[data-remove]").forEach((one) => { one.hidden = false; });
    const showList = (html) => { box.querySelector(".uploaded").outerHTML = html; showButtons(); };
    const say = (line, text) => { line.querySelector("small").textContent = text; heard.textContent = `${line.firstChild.textContent}: ${text}`; };

    const send = async (line, body) => {
      for (let tried = 1; tried <= TRIES; tried += 1) {
        const bar = line.querySelector("progress");
        const answer = await post(url, body, (part) => { bar.value = part; });
        if (answer.status === 200) { line.remove(); heard.textContent = `${line.firstChild.textContent}: ${words.sent}`; showList(answer.text); return; }
        if (answer.status === 422) { say(line, answer.text); bar.remove(); line.className = "wrong"; return; }
        if (answer.status === 401 || answer.status === 403) { again(line, body, words.ended); return; }
        if (answer.status === 413) { say(line, words.large); bar.remove(); line.className = "wrong"; return; }
        say(line, words.offline);
        await pause(2 ** tried);
      }
      again(line, body, words.failed);
    };
    const again = (line, body, text) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = words.again;
      button.addEventListener("click", () => { button.remove(); queue = queue.then(() => send(line, body)); });
      line.append(button);
      say(line, text);
    };
    const newLine = (name) => {
      const line = document.createElement("li");
      const title = document.createElement("span");
      const small = document.createElement("small");
      const bar = document.createElement("progress");
      title.textContent = name;
      small.textContent = words.waiting;
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute("aria-label", name);
      line.append(title, bar, small);
      sending.append(line);
      return line;
    };
    const take = (file) => {
      const line = newLine(file.name);
      queue = queue.then(async () => {
        const ready = await scaled(file);
        if (ready.size > box.dataset.largest * 1000000) { say(line, words.large); line.querySelector("progress").remove(); line.className = "wrong"; return; }
        const body = new FormData();
        body.append("form_key", newKey());
        body.append("files", ready, ready.name);
        await send(line, body);
      });
    };

    box.querySelectorAll("input[type=file]").forEach((input) => input.addEventListener("change", () => {
      Array.from(input.files).forEach(take);
      input.value = "";
    }));
    const link = box.querySelector("input[type=url]");
    const addLink = () => {
      if (!link.value.trim()) return;
      const line = newLine(link.value.trim()), body = new FormData();
      body.append("form_key", newKey());
      body.append("url", link.value.trim());
      link.value = "";
      queue = queue.then(() => send(line, body));
    };
    box.querySelector(".link-in button").addEventListener("click", addLink);
    link.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); addLink(); } });
    box.addEventListener("click", async (event) => {
      const button = event.target.closest("[data-remove]");
      if (!button) return;
      button.disabled = true;
      const answer = await post(button.dataset.remove, new FormData());
      if (answer.status === 200) showList(answer.text);
      else { button.disabled = false; heard.textContent = answer.text || words.failed; }
    });
    /* What is still on its way would be lost with the page. */
    window.addEventListener("beforeunload", (event) => { if (sending.querySelector("progress")) event.preventDefault(); });

    box.querySelector(".adds").hidden = false;
    showButtons();
  };

  document.querySelectorAll(".without-script").forEach((one) => { one.hidden = true; });
  document.querySelectorAll("[data-evidence]").forEach(begin);
})();
