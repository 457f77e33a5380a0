// How a live view talks with the kernel, and what it does where there is none.

const GONE = "No kernel: these numbers come from the grid. Run the cell again for exact ones.";
const SILENT = "The kernel is busy or gone: these numbers come from the grid until it answers.";

/**
 * Questions to the kernel, one at a time: while one is on its way only the latest of those that
 * follow is kept. A kernel that is busy or gone is said to be so, and the grid answers meanwhile.
 */
function converse(model, el, guess) {
  const mine = Math.random().toString(36).slice(2, 8);
  let next = 0, flying = null, waiting = null, probe = "", dead = false, back = () => {};
  const banner = make("p", { class: "jcb-dead", role: "status" }, GONE);
  const settle = (job, answer) => { clearTimeout(job.timer); job.done(answer); };
  const guessed = (job, error) => settle(job, { ...guess(job.question), error });
  const pump = () => { flying = null; if (waiting) { const w = waiting; waiting = null; send(w); } };
  const drop = error => { for (const job of [flying, waiting]) if (job) guessed(job, error); flying = waiting = null; };
  const send = job => {
    flying = job;
    job.id = `${mine}-${next++}`;
    job.timer = setTimeout(() => { probe = job.id; drop(SILENT); }, 3000);
    try { model.send({ ...job.question, id: job.id }); } catch { drop(GONE); }
  };
  let alive = "";
  const hear = (m, buffers) => {
    if (alive && m?.id === alive) { alive = ""; die(false); }
    else if (flying && m?.id === flying.id) { const job = flying; settle(job, { ...m, buffers }); pump(); }
    else if (probe && m?.id === probe) { probe = ""; back(); }
  };
  const die = gone => {
    if (gone === dead) return;
    dead = gone;
    probe = "";
    dead ? (el.firstElementChild?.prepend(banner), drop(GONE)) : banner.remove();
    back();
  };
  // The widget manager says that the line to the kernel was cut or mended, not which: so it is tried.
  const doubt = () => {
    die(true);
    const id = alive = `${mine}-alive-${next++}`;
    try { model.send({ kind: "alive", id }); } catch { /* it is cut */ }
  };
  model.on("msg:custom", hear);
  model.on("comm_live_update", doubt);
  return {
    ask: question => new Promise(done => {
      const job = { question, done };
      if (dead) guessed(job, GONE);
      else if (probe) guessed(job, SILENT);
      else if (flying) { if (waiting) settle(waiting, { stale: true }); waiting = job; } else send(job);
    }),
    /** What to do when the kernel has gone or come back. */
    begin(refresh) { back = refresh; },
    close() { model.off("msg:custom", hear); model.off("comm_live_update", doubt); },
  };
}

/** An answer about slopes as numbers; JSON has no NaN and says null. */
const slopesIn = a => a.stale ? a : { f: a.f ?? NaN, g: (a.g ?? []).map(v => v ?? NaN), error: a.error };

/** The same view without a kernel stands in an output before this one: one of them is enough. */
function hideStatic(el, identity) {
  const output = () => { const found = identity && document.getElementById(identity); return found?.closest(".jp-OutputArea-child") ?? found; };
  const show = how => { const o = output(); if (o) o.style.display = how; };
  show("none");
  return () => show("");
}

/** anywidget's entry: the view with a kernel in place of the one without. */
function lively(build) {
  return ({ model, el }) => {
    const view = build(model, el), show = hideStatic(el, model.get("meta").identity);
    return () => { show(); view.dispose(); };
  };
}

/** A page's entry. A widget whose model is gone says so in red below it: this form replaces it. */
function alone(el, data, build) {
  const view = build(el, unpacked(data)), outputs = el.closest(".jp-OutputArea");
  if (!outputs) return view;
  const mine = el.closest(".jp-OutputArea-child");
  const tidy = () => {
    const next = mine?.nextElementSibling;
    if (next && /^\s*(Error displaying widget|Loading widget)/.test(next.querySelector(".jp-OutputArea-output")?.textContent ?? "")) next.style.display = "none";
    else if (next?.style.display === "none" && next.querySelector(".jcb-live")) next.style.display = "";
  };
  new MutationObserver(tidy).observe(outputs, { childList: true, subtree: true, characterData: true });
  tidy();
  return view;
}
