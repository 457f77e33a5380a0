// The descent stepper: one start, one rate, one step at a time, on a curve or on a contour map.
// Like the surface explorer it lives in a notebook (render, slopes asked from the kernel) and in an
// exported page (standalone, slopes interpolated from the grid the page carries).

const RUNS = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];
const VIRIDIS = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];
const FAR = 1e6, STILL = 1e-6, MOST = 2000;

const clamp = (v, lo, hi) => Math.min(hi, Math.max(lo, v));
const lerp = (a, b, t) => a + (b - a) * t;
const norm = g => Math.hypot(...g);

function say(v, digits = 5) {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? "not a number" : v > 0 ? "∞" : "−∞";
  const r = Math.abs(v) < 5e-13 ? 0 : v;
  const t = Math.abs(r) >= 1e6 || (r !== 0 && Math.abs(r) < 1e-4) ? r.toExponential(3) : String(+r.toFixed(digits));
  return t.replace("-", "−");
}

/** Each optimiser turns a gradient into a step and keeps what it remembers in s. */
export const OPTIMISERS = {
  descent: { label: "plain descent", step: (g, rate) => g.map(v => -rate * v) },
  momentum: {
    label: "momentum 0.9",
    step: (g, rate, s) => { s.v = g.map((v, i) => 0.9 * (s.v?.[i] ?? 0) + v); return s.v.map(v => -rate * v); },
  },
  rmsprop: {
    label: "RMSProp 0.9",
    step: (g, rate, s) => { s.q = g.map((v, i) => 0.9 * (s.q?.[i] ?? 0) + 0.1 * v * v); return g.map((v, i) => -rate * v / (Math.sqrt(s.q[i]) + 1e-8)); },
  },
  adam: {
    label: "Adam",
    step: (g, rate, s) => {
      s.t = (s.t ?? 0) + 1;
      s.m = g.map((v, i) => 0.9 * (s.m?.[i] ?? 0) + 0.1 * v);
      s.q = g.map((v, i) => 0.999 * (s.q?.[i] ?? 0) + 0.001 * v * v);
      return g.map((_, i) => -rate * (s.m[i] / (1 - 0.9 ** s.t)) / (Math.sqrt(s.q[i] / (1 - 0.999 ** s.t)) + 1e-8));
    },
  },
};

/** One walk: where it has been, and why it stopped. */
class Run {
  constructor(at, rate, optimiser, ink) {
    Object.assign(this, { path: [at], rate, optimiser, ink, memory: {}, end: "" });
  }
  get last() { return this.path[this.path.length - 1]; }
  advance(next) {
    this.path.push(next);
    if (![...next.p, next.f].every(Number.isFinite) || norm(next.p) > FAR) this.end = `diverged after ${this.path.length - 1} steps: try a smaller rate`;
    else if (norm(next.g) < STILL) this.end = `arrived after ${this.path.length - 1} steps: the slope is zero`;
    else if (this.path.length > MOST) this.end = `stopped after ${MOST} steps`;
  }
  target() {
    const d = OPTIMISERS[this.optimiser].step(this.last.g, this.rate, this.memory);
    return this.last.p.map((v, i) => v + d[i]);
  }
}

export class Stepper {
  /** ask(p) answers {f, g} at a point, or a promise of it. */
  constructor(el, data, ask) {
    Object.assign(this, { data, ask, runs: [], plane: data.y !== undefined });
    this.build(el);
    this.start(data.start);
  }

  build(el) {
    const d = this.data, root = document.createElement("div");
    root.className = "jcb-descent";
    root.innerHTML = `<style>${CSS}</style>
      <div class="jcb-stage"><canvas tabindex="0" role="application"></canvas></div>
      <div class="jcb-side">
        <div class="jcb-controls">
          <label>rate <input type="range" min="-4" max="0.5" step="0.02"><output></output></label>
          <label>optimiser <select></select></label>
          <div class="jcb-buttons"><button type="button" data-act="step">Step</button><button type="button" data-act="play" aria-pressed="false">Play</button><button type="button" data-act="reset">Reset</button><button type="button" data-act="clear">Clear runs</button></div>
        </div>
        <p class="jcb-state" aria-live="polite"></p>
        <table><caption></caption><thead><tr></tr></thead><tbody></tbody></table>
        <p class="jcb-hint">Drag on the picture to choose a start. Keys: Space steps, p plays, r resets, arrows move the start.</p>
      </div>`;
    el.replaceChildren(root);
    this.root = root;
    this.canvas = root.querySelector("canvas");
    this.canvas.setAttribute("aria-label", `Gradient descent on ${d.title}; Space takes a step`);
    root.querySelector("caption").textContent = d.title;
    const names = this.plane ? [d.xName, d.yName] : [d.xName];
    this.heads = ["step", ...names, "f", this.plane ? "‖∇f‖" : "f′"];
    root.querySelector("thead tr").replaceChildren(...this.heads.map(h => Object.assign(document.createElement("th"), { scope: "col", textContent: h })));
    const select = root.querySelector("select");
    select.replaceChildren(...Object.entries(OPTIMISERS).map(([k, o]) => Object.assign(document.createElement("option"), { value: k, textContent: o.label })));
    select.value = d.optimiser ?? "descent";
    this.slider = root.querySelector("input");
    this.slider.value = Math.log10(d.rate ?? 0.1);
    this.exact = d.rate ?? 0.1;
    this.listen();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(root.querySelector(".jcb-stage"));
    this.resize();
    this.showRate();
  }

  get rate() { return this.exact ?? +(10 ** this.slider.value).toPrecision(2); }
  showRate() { this.root.querySelector("output").textContent = say(this.rate); }

  listen() {
    const act = { step: () => this.step(), play: () => this.play(), reset: () => this.start(this.from), clear: () => { this.runs = []; this.start(this.from); } };
    this.root.querySelector(".jcb-buttons").addEventListener("click", e => act[e.target.dataset.act]?.());
    this.slider.addEventListener("input", () => { this.exact = null; this.showRate(); this.start(this.from); });
    this.root.querySelector("select").addEventListener("change", () => this.start(this.from));
    const at = e => { const r = this.canvas.getBoundingClientRect(); return this.back(e.clientX - r.left, e.clientY - r.top); };
    let down = false;
    this.canvas.addEventListener("pointerdown", e => { down = true; this.canvas.setPointerCapture(e.pointerId); this.start(at(e)); });
    this.canvas.addEventListener("pointermove", e => { if (down) this.start(at(e)); });
    this.canvas.addEventListener("pointerup", () => { down = false; });
    this.canvas.addEventListener("keydown", e => {
      const w = this.box(), dx = (w.x1 - w.x0) / 60, dy = (w.y1 - w.y0) / 60;
      const move = { ArrowLeft: [-dx, 0], ArrowRight: [dx, 0], ArrowUp: [0, dy], ArrowDown: [0, -dy] }[e.key];
      if (move) this.start(this.from.map((v, i) => v + move[i]));
      else if (e.key === " ") this.step();
      else if (e.key === "p") this.play();
      else if (e.key === "r") this.start(this.from);
      else return;
      e.preventDefault();
    });
  }

  /** A new walk from a point; one that has taken steps stays as a picture beneath. */
  async start(p) {
    this.halt();
    this.from = p.slice();
    const asked = this.asked = (this.asked || 0) + 1, got = await this.ask(p);
    if (asked !== this.asked) return;
    this.runs = this.runs.filter(r => r.path.length > 1).slice(-RUNS.length + 1);
    const used = new Set(this.runs.map(r => r.ink)), ink = RUNS.find(c => !used.has(c)) ?? RUNS[0];
    this.run = new Run({ p: p.slice(), ...got }, this.rate, this.root.querySelector("select").value, ink);
    this.runs.push(this.run);
    this.tell();
    this.paint();
  }

  async step() {
    const run = this.run;
    if (!run || run.end || run.busy) return;
    run.busy = true;
    const p = run.target(), got = await this.ask(p);
    run.busy = false;
    run.advance({ p, ...got });
    if (run !== this.run) return;
    this.tell();
    this.paint();
  }

  async play() {
    if (this.playing) return this.halt();
    this.playing = true;
    this.press();
    const run = this.run;
    while (this.playing && run === this.run && !run.end) {
      await this.step();
      await new Promise(done => setTimeout(done, run.path.length < 20 ? 160 : 40));
    }
    this.halt();
  }
  halt() { this.playing = false; this.press(); }
  press() {
    const b = this.root.querySelector("[data-act=play]");
    b.setAttribute("aria-pressed", String(!!this.playing));
    b.textContent = this.playing ? "Pause" : "Play";
  }

  tell() {
    const run = this.run, n = run.path.length, rows = run.path.map((s, i) => [i, ...s.p, s.f, this.plane ? norm(s.g) : s.g[0]]);
    const shown = n <= 8 ? rows : [...rows.slice(0, 3), null, ...rows.slice(-4)];
    this.root.querySelector("tbody").replaceChildren(...shown.map(r => {
      const tr = document.createElement("tr");
      tr.append(...(r ?? this.heads.map(() => "⋯")).map((v, i) => Object.assign(document.createElement("td"), { textContent: typeof v === "number" ? (i ? say(v) : String(v)) : v })));
      return tr;
    }));
    const state = this.root.querySelector(".jcb-state");
    state.textContent = run.last.error ?? (run.end || `step ${n - 1}: f = ${say(run.last.f)}`);
    state.classList.toggle("jcb-bad", /diverged/.test(run.end) || !!run.last.error);
  }

  resize() {
    const w = Math.max(220, this.root.querySelector(".jcb-stage").clientWidth), h = Math.round(clamp(w * 0.7, 230, 430)), ratio = window.devicePixelRatio || 1;
    this.canvas.width = w * ratio;
    this.canvas.height = h * ratio;
    this.canvas.style.height = h + "px";
    Object.assign(this, { w, h, ratio, map: null });
    this.paint();
  }

  box() {
    const d = this.data, x0 = d.x[0], x1 = d.x[d.x.length - 1];
    if (this.plane) return { x0, x1, y0: d.y[0], y1: d.y[d.y.length - 1] };
    const f = d.f.filter(Number.isFinite), lo = Math.min(...f), hi = Math.max(...f), pad = 0.06 * (hi - lo || 1);
    return { x0, x1, y0: lo - pad, y1: hi + pad };
  }
  to(x, y) {
    const b = this.box();
    return [lerp(44, this.w - 10, (x - b.x0) / (b.x1 - b.x0)), lerp(this.h - 28, 10, (y - b.y0) / (b.y1 - b.y0))];
  }
  back(px, py) {
    const b = this.box(), x = lerp(b.x0, b.x1, clamp((px - 44) / (this.w - 54), 0, 1)), y = lerp(b.y0, b.y1, clamp((py - this.h + 28) / (38 - this.h), 0, 1));
    return this.plane ? [+x.toPrecision(3), +y.toPrecision(3)] : [+x.toPrecision(3)];
  }

  paint() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => { this.pending = false; this.draw(); });
  }

  draw() {
    const g = this.canvas.getContext("2d"), style = getComputedStyle(this.root);
    this.ink = style.color;
    this.paper = style.getPropertyValue("--jcb-paper").trim() || "#fff";
    g.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    g.clearRect(0, 0, this.w, this.h);
    this.plane ? this.ground(g) : this.curve(g);
    g.save();
    g.beginPath();
    g.rect(44, 0, this.w - 44, this.h - 28);
    g.clip();
    for (const run of this.runs) this.walk(g, run, run === this.run);
    g.restore();
    this.axes(g);
  }

  curve(g) {
    const d = this.data;
    g.beginPath();
    d.x.forEach((x, i) => { const [a, b] = this.to(x, d.f[i]); i ? g.lineTo(a, b) : g.moveTo(a, b); });
    g.strokeStyle = this.ink;
    g.lineWidth = 2;
    g.stroke();
  }

  /** The contour map: ten bands of equal share, painted once for a size and kept. */
  ground(g) {
    const cell = 3, w = Math.ceil((this.w - 54) / cell), h = Math.ceil((this.h - 38) / cell);
    if (!this.map) {
      const d = this.data, b = this.box(), sorted = Array.from(d.z).filter(Number.isFinite).sort((p, q) => p - q);
      const bounds = Array.from({ length: 9 }, (_, k) => sorted[Math.floor((k + 1) / 10 * sorted.length)]);
      this.map = Object.assign(document.createElement("canvas"), { width: w, height: h });
      const m = this.map.getContext("2d"), value = fromGrid({ ...d, fx: d.z, fy: d.z });
      for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) {
        const v = value([lerp(b.x0, b.x1, (i + 0.5) / w), lerp(b.y1, b.y0, (j + 0.5) / h)]).f;
        if (!Number.isFinite(v)) continue;
        m.fillStyle = VIRIDIS[bounds.filter(c => v > c).length];
        m.fillRect(i, j, 1, 1);
      }
    }
    g.drawImage(this.map, 44, 10, this.w - 54, this.h - 38);
  }

  walk(g, run, current) {
    const at = s => this.plane ? this.to(s.p[0], s.p[1]) : this.to(s.p[0], s.f);
    const pts = run.path.map(at);
    g.globalAlpha = current ? 1 : 0.55;
    for (const [ink, width] of [[this.paper, 4], [run.ink, 2]]) {
      g.beginPath();
      pts.forEach((p, i) => i ? g.lineTo(p[0], p[1]) : g.moveTo(p[0], p[1]));
      g.strokeStyle = ink;
      g.lineWidth = width;
      g.stroke();
    }
    const s = run.last, end = pts[pts.length - 1];
    if (current && !this.plane) {
      const reach = (this.box().x1 - this.box().x0) / 9, a = this.to(s.p[0] - reach, s.f - reach * s.g[0]), b = this.to(s.p[0] + reach, s.f + reach * s.g[0]);
      g.beginPath();
      g.moveTo(...a);
      g.lineTo(...b);
      g.setLineDash([5, 4]);
      g.strokeStyle = run.ink;
      g.stroke();
      g.setLineDash([]);
    }
    for (const [i, p] of pts.entries()) {
      if (i + 1 < pts.length && pts.length > 60) continue;
      g.beginPath();
      g.arc(p[0], p[1], i + 1 === pts.length ? 6 : 2.5, 0, 7);
      g.fillStyle = run.ink;
      g.fill();
    }
    if (current) {
      g.beginPath();
      g.arc(end[0], end[1], 6, 0, 7);
      g.strokeStyle = this.paper;
      g.lineWidth = 1.5;
      g.stroke();
    }
    g.globalAlpha = 1;
  }

  axes(g) {
    const b = this.box(), d = this.data;
    g.fillStyle = g.strokeStyle = this.ink;
    g.lineWidth = 1;
    g.strokeRect(44, 10, this.w - 54, this.h - 38);
    g.font = "12px system-ui, sans-serif";
    g.textBaseline = "top";
    g.textAlign = "center";
    for (const t of [0, 0.25, 0.5, 0.75, 1]) { const x = lerp(b.x0, b.x1, t); g.fillText(say(+x.toPrecision(2)), this.to(x, b.y0)[0], this.h - 23); }
    g.textAlign = "right";
    g.textBaseline = "middle";
    for (const t of [0.02, 0.35, 0.65, 0.98]) { const y = lerp(b.y0, b.y1, t); g.fillText(say(+y.toPrecision(2)), 39, this.to(b.x0, y)[1]); }
    g.font = "italic 600 14px Georgia, serif";
    g.textAlign = "center";
    g.fillText(d.xName, lerp(44, this.w - 10, 0.62), this.h - 12);
    g.fillText(this.plane ? d.yName : "f", 12, this.h / 2);
  }

  dispose() { this.halt(); this.observer.disconnect(); }
}

const CSS = `
.jcb-descent { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; color: var(--jp-ui-font-color1, CanvasText); --jcb-paper: var(--jp-layout-color0, Canvas); font: 13px var(--jp-ui-font-family, system-ui), sans-serif; max-width: 980px; }
.jcb-descent .jcb-stage { flex: 1 1 420px; min-width: 280px; }
.jcb-descent canvas { width: 100%; display: block; cursor: crosshair; touch-action: none; border-radius: 3px; }
.jcb-descent canvas:focus-visible { outline: 2px solid var(--jp-brand-color1, #0072b2); outline-offset: -2px; }
.jcb-descent .jcb-side { flex: 0 1 320px; min-width: 240px; }
.jcb-descent label { display: grid; grid-template-columns: 5em 1fr 4.5em; gap: 6px; align-items: center; margin-bottom: 6px; }
.jcb-descent select { font: inherit; }
.jcb-descent .jcb-buttons { margin: 8px 0; }
.jcb-descent button { font: inherit; color: inherit; background: var(--jp-layout-color2, transparent); border: 1px solid var(--jp-border-color1, #888); border-radius: 3px; padding: 4px 10px; margin-right: 6px; cursor: pointer; }
.jcb-descent button[aria-pressed=true] { background: var(--jp-brand-color1, #0072b2); color: #fff; }
.jcb-descent .jcb-state { min-height: 1.4em; font-weight: 600; margin: 6px 0; }
.jcb-descent .jcb-bad { color: var(--jp-error-color1, #b00020); }
.jcb-descent table { border-collapse: collapse; width: 100%; }
.jcb-descent caption { text-align: left; padding-bottom: 4px; }
.jcb-descent th, .jcb-descent td { text-align: right; padding: 2px 6px; font-variant-numeric: tabular-nums; border-bottom: 1px solid var(--jp-border-color2, #ccc); }
.jcb-descent .jcb-hint { opacity: .75; font-size: 12px; }
`;

/** Slopes from the grid: cubic between the points of a curve, bilinear on a map. */
function fromGrid(d) {
  const axis = (a, v) => { const u = (v - a[0]) / (a[a.length - 1] - a[0]) * (a.length - 1), i = clamp(Math.floor(u), 0, a.length - 2); return [i, u - i, (a[a.length - 1] - a[0]) / (a.length - 1)]; };
  if (d.y === undefined) return ([x]) => {
    const [i, t, h] = axis(d.x, x), [a, b, p, q] = [d.f[i], d.f[i + 1], d.g[i] * h, d.g[i + 1] * h];
    const c2 = 3 * (b - a) - 2 * p - q, c3 = 2 * (a - b) + p + q;
    return { f: a + t * (p + t * (c2 + t * c3)), g: [(p + t * (2 * c2 + 3 * t * c3)) / h] };
  };
  return ([x, y]) => {
    const nx = d.x.length, [i, a] = axis(d.x, x), [j, b] = axis(d.y, y);
    const mix = m => lerp(lerp(m[j * nx + i], m[j * nx + i + 1], a), lerp(m[(j + 1) * nx + i], m[(j + 1) * nx + i + 1], a), b);
    return { f: mix(d.z), g: [mix(d.fx), mix(d.fy)] };
  };
}

/** For a page without a kernel. */
export function standalone(el, data) {
  return new Stepper(el, data, fromGrid(data));
}

/** For a notebook with a kernel; each step asks it. */
function render({ model, el }) {
  const grid = name => { const v = model.get(name); return v && v.byteLength ? new Float64Array(v.buffer, v.byteOffset, v.byteLength / 8) : undefined; };
  const meta = model.get("meta"), plane = meta.yName !== undefined;
  const data = { ...meta, x: grid("x"), ...(plane ? { y: grid("y"), z: grid("z"), fx: grid("fx"), fy: grid("fy") } : { f: Array.from(grid("f")), g: grid("g") }) };
  const line = asking(model, (...p) => fromGrid(data)(p));
  const stepper = new Stepper(el, data, p => line.ask(p));
  const hide = hideStatic(el, meta.identity);
  return () => { hide(); line.close(); stepper.dispose(); };
}

/**
 * Questions to the kernel, one at a time: while one is on its way only the latest of those that
 * follow is kept. A kernel that does not answer is said to be silent, and the grid answers instead.
 */
function asking(model, fromGrid) {
  let next = 0, flying = null, waiting = null;
  const finish = (job, answer) => {
    clearTimeout(job.timer);
    flying = null;
    job.done(answer);
    if (waiting) { const w = waiting; waiting = null; send(w); }
  };
  const send = job => {
    flying = job;
    job.id = next++;
    job.timer = setTimeout(() => finish(job, { ...fromGrid(...job.p), error: "No kernel answers: the numbers are interpolated from the grid." }), 4000);
    try { model.send({ kind: "slopes", id: job.id, p: job.p }); }
    catch { finish(job, { ...fromGrid(...job.p), error: "The kernel is gone: the numbers are interpolated from the grid." }); }
  };
  const hear = m => {
    if (m?.kind === "slopes" && flying && m.id === flying.id) finish(flying, { ...m, f: m.f ?? NaN, g: m.g.map(v => v ?? NaN) });
  };
  model.on("msg:custom", hear);
  return {
    ask: p => new Promise(done => { const job = { p, done }; flying ? waiting = job : send(job); }),
    close: () => model.off("msg:custom", hear),
  };
}

/** The same view without a kernel stands in an output before this one: one of them is enough. */
function hideStatic(el, identity) {
  const found = identity && document.getElementById(identity);
  const output = found?.closest(".jp-OutputArea-child") ?? found;
  if (output) output.style.display = "none";
  return () => { if (output) output.style.display = ""; };
}

export default { render };
