// Taking files in: dropped or chosen, sent one by one, each with its own answer. Without this script the form sends them all at once.
const form = document.querySelector("form.upload");
if (form) start(form);

function start(form) {
  const input = form.elements.files;
  const drop = form.querySelector(".drop");
  const progress = form.querySelector(".progress");
  const bar = progress.querySelector("progress");
  const sum = progress.querySelector("[data-sum]");
  const list = progress.querySelector(".taken");
  let queue = [];
  let all = 0;
  let done = 0;
  let busy = false;

  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take([...input.files]);
    input.value = "";
  });

  function take(files) {
    if (!files.length) return;
    progress.hidden = false;
    all += files.length;
    queue.push(...files.map((file) => ({ file, row: row(file.name) })));
    tell();
    if (!busy) work();
  }

  function row(name) {
    const item = document.createElement("li");
    const label = document.createElement("span");
    const state = document.createElement("span");
    label.textContent = name;
    state.textContent = list.dataset.waiting;
    state.className = "mut";
    item.append(label, state);
    list.append(item);
    return item;
  }

  function tell() {
    bar.max = all;
    bar.value = done;
    sum.textContent = sum.dataset.words.replace("%(done)s", done).replace("%(all)s", all);
  }

  async function work() {
    busy = true;
    while (queue.length) {
      const { file, row } = queue.shift();
      row.lastChild.textContent = list.dataset.reading;
      show(row, await send(file));
      done += 1;
      tell();
    }
    busy = false;
    if (!form.querySelector(".again")) {
      const again = document.createElement("a");
      again.className = "again";
      again.href = location.pathname;
      again.textContent = list.dataset.again;
      progress.append(again);
    }
  }

  async function send(file) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("files", file, file.name);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.ok) return (await answer.json()).files[0];
    } catch {
      // told below, like any other answer that did not come
    }
    return { state: "failed", message: list.dataset.failed, url: "" };
  }

  function show(row, told) {
    const [label, state] = row.children;
    if (told.url) {
      const link = document.createElement("a");
      link.href = told.url;
      link.textContent = label.textContent;
      label.replaceChildren(link);
    }
    const well = told.state === "read" || told.state === "older" || told.state === "unchanged";
    state.textContent = well ? told.message.replace(`${label.textContent}: `, "").replace(`${label.textContent} `, "") : "!";
    if (!well) {
      state.className = "attn";
      const why = document.createElement("span");
      why.className = "bad sm attn";
      why.textContent = told.message;
      row.append(why);
    }
  }
}
