// The descent stepper: one start, one rate, one step at a time, on a curve or on a contour map.

const RUNS = { light: ["#d55e00", "#0068b5", "#008a63", "#c0398b", "#8a6d00", "#6a4fb3"], dark: ["#ff9b50", "#5bbdff", "#3ddba6", "#ff8fc7", "#ffc83d", "#b9a2ff"] };
const STILL = 1e-6, MOST = 2000;

/** Each optimiser turns a gradient into what is subtracted, and keeps what it remembers in s. */
const OPTIMISERS = {
  gd: { label: "plain (gd)", step: (g, rate) => g.map(v => rate * v), rule: (p, g, rate) => `${say(p)} − ${say(rate)} · ${factor(g)}` },
  momentum: { label: "momentum 0.9", step: (g, rate, s) => { s.v = g.map((v, i) => 0.9 * (s.v?.[i] ?? 0) + v); return s.v.map(v => rate * v); } },
  adagrad: { label: "AdaGrad", step: (g, rate, s) => { s.q = g.map((v, i) => (s.q?.[i] ?? 0) + v * v); return g.map((v, i) => rate * v / (Math.sqrt(s.q[i]) + 1e-10)); } },
  rmsprop: { label: "RMSProp 0.9", step: (g, rate, s) => { s.q = g.map((v, i) => 0.9 * (s.q?.[i] ?? 0) + 0.1 * v * v); return g.map((v, i) => rate * v / (Math.sqrt(s.q[i]) + 1e-8)); } },
  adam: {
    label: "Adam",
    step: (g, rate, s) => {
      s.t = (s.t ?? 0) + 1;
      s.m = g.map((v, i) => 0.9 * (s.m?.[i] ?? 0) + 0.1 * v);
      s.q = g.map((v, i) => 0.999 * (s.q?.[i] ?? 0) + 0.001 * v * v);
      return g.map((_, i) => rate * (s.m[i] / (1 - 0.9 ** s.t)) / (Math.sqrt(s.q[i] / (1 - 0.999 ** s.t)) + 1e-8));
    },
  },
};

/** One walk: where it has been, and why it stopped. */
class Run {
  constructor(at, rate, optimiser, colour, far) { Object.assign(this, { path: [at], rate, optimiser, colour, far, memory: {}, end: "" }); }
  get last() { return last(this.path); }
  get steps() { return this.path.length - 1; }
  advance(next) {
    this.path.push(next);
    const count = `${this.steps} step${this.steps === 1 ? "" : "s"}`;
    if (![...next.p, next.f, ...next.g].every(Number.isFinite) || norm(next.p) > this.far) this.end = `It diverged after ${count}: try a smaller rate.`;
    else if (norm(next.g) < STILL) this.end = `It arrived after ${count}: the slope is zero.`;
    else if (this.path.length > MOST) this.end = `It stopped after ${MOST} steps.`;
  }
  target() {
    const d = OPTIMISERS[this.optimiser].step(this.last.g, this.rate, this.memory);
    return this.last.p.map((v, i) => v - d[i]);
  }
  get name() { return `${OPTIMISERS[this.optimiser].label}, rate ${say(this.rate)}`; }
}

class Stepper {
  /** ask({p}) answers {f, g} at a point, or a promise of it. */
  constructor(el, data, ask) {
    Object.assign(this, { data, ask, runs: [], plane: data.y !== undefined });
    this.build(el);
    this.start(data.start);
  }

  build(el) {
    const d = this.data, stage = make("div", { class: "jcb-stage" }), names = this.plane ? [d.xName, d.yName] : [d.xName];
    this.heads = ["step", ...names, "f", this.plane ? "‖∇f‖" : "f′"];
    this.slider = make("input", { type: "range", min: -4, max: 0.6, step: 0.02, "aria-label": "learning rate" });
    this.rateSaid = make("output");
    this.select = make("select", { "aria-label": "optimiser" }, ...Object.entries(OPTIMISERS).map(([k, o]) => make("option", { value: k }, o.label)));
    this.buttons = make("div", { class: "jcb-buttons" }, button("step", "Step", "one step (Space)"), button("play", "Play", "steps until it ends (p)"), button("reset", "Reset", "back to the start (r)"), button("clear", "Clear runs", "forget the earlier runs"));
    this.state = make("p", { class: "jcb-state jcb-said", "aria-live": "polite" });
    this.steps = make("div", { class: "jcb-steps" });
    this.legend = make("div", { class: "jcb-runs" });
    const side = make("div", { class: "jcb-side" }, make("h4", {}, d.title), make("label", {}, "rate", this.slider, this.rateSaid), make("label", {}, "optimiser", this.select), this.buttons, this.state, this.steps, this.legend,
      make("p", { class: "jcb-hint" }, "Drag on the picture to choose a start. Keys: Space steps, p plays, r resets, arrows move the start."));
    this.root = make("div", { class: "jcb-live jcb-descent", role: "group", "aria-label": `Gradient descent on ${d.title}` }, make("style", {}, CSS + STEPS_CSS), make("div", { class: "jcb-sides" }, stage, side));
    el.replaceChildren(this.root);
    this.select.value = d.optimiser ?? "gd";
    this.exact = d.rate ?? 0.1;
    this.slider.value = Math.log10(this.exact);
    const ground = this.ground = this.plane ? new Plane(d) : new Curve(d);
    this.board = new Board(stage, `${d.title}; arrow keys move the start, Space takes a step`, w => clamp(w * 0.74, 250, 470), (g, ink) => { if (ink.dark !== this.dark) { this.dark = ink.dark; this.tell(); } ground.draw(g, ink, this.board, this.runs, this.run, r => this.ink(r)); });
    this.losses = new Board(this.lossPlace = make("div", { class: "jcb-loss" }), "f after each step, one line a run", () => 110, (g, ink) => drawLosses(g, ink, this.losses, this.runs, this.run, r => this.ink(r)), "img");
    stage.append(this.lossPlace);
    this.listen();
    this.showRate();
  }

  ink(run) { return RUNS[this.dark ? "dark" : "light"][run.colour]; }
  get rate() { return this.exact ?? +(10 ** this.slider.value).toPrecision(2); }
  showRate() { this.rateSaid.textContent = say(this.rate); this.slider.setAttribute("aria-valuetext", say(this.rate)); }

  listen() {
    const act = { step: () => this.step(), play: () => this.play(), reset: () => this.start(this.from), clear: () => { this.runs = []; this.start(this.from); } };
    this.buttons.addEventListener("click", e => act[e.target.dataset.act]?.());
    this.slider.addEventListener("input", () => { this.exact = null; this.showRate(); this.start(this.from); });
    this.select.addEventListener("change", () => this.start(this.from));
    const c = this.board.canvas, at = e => this.ground.back(this.board, ...this.board.at(e));
    let down = false;
    c.addEventListener("pointerdown", e => { down = true; try { c.setPointerCapture(e.pointerId); } catch { /* made by a program */ } this.start(at(e)); });
    c.addEventListener("pointermove", e => { if (down) this.start(at(e)); });
    for (const end of ["pointerup", "pointercancel"]) c.addEventListener(end, () => { down = false; });
    c.addEventListener("keydown", e => {
      const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key], step = this.ground.stride;
      if (move) this.start(this.from.map((v, i) => +(v + move[i] * step[i]).toPrecision(10)));
      else if (e.key === " ") this.step();
      else if (e.key === "p") this.play();
      else if (e.key === "r") this.start(this.from);
      else return;
      e.preventDefault();
      e.stopPropagation();
    });
  }

  /** A new walk from a point; one that has taken steps stays as a picture beneath. */
  async start(p) {
    this.halt();
    this.from = p.slice();
    const asked = this.asked = (this.asked ?? 0) + 1, got = slopesIn(await this.ask({ kind: "slopes", p }));
    if (asked !== this.asked || got.stale) return;
    this.runs = this.runs.filter(r => r.steps > 0).slice(-RUNS.light.length + 1);
    const used = new Set(this.runs.map(r => r.colour)), colour = RUNS.light.findIndex((_, k) => !used.has(k));
    this.run = new Run({ p: p.slice(), ...got }, this.rate, this.select.value, colour, this.ground.far);
    this.runs.push(this.run);
    this.tell();
  }

  async step() {
    const run = this.run;
    if (!run || run.end || run.busy) return;
    run.busy = true;
    const p = run.target(), got = slopesIn(await this.ask({ kind: "slopes", p }));
    run.busy = false;
    if (got.stale) return;
    run.advance({ p, ...got });
    if (run === this.run) this.tell();
  }

  async play() {
    if (this.playing) return this.halt();
    if (this.run?.end) await this.start(this.from);
    this.playing = true;
    this.press();
    const run = this.run;
    while (this.playing && run === this.run && !run.end && this.root.isConnected) {
      await this.step();
      await new Promise(done => setTimeout(done, run.steps < 20 ? 170 : 35));
    }
    this.halt();
  }
  halt() { this.playing = false; this.press(); }
  press() {
    const b = this.buttons.querySelector("[data-act=play]");
    b.setAttribute("aria-pressed", String(!!this.playing));
    b.textContent = this.playing ? "Pause" : "Play";
  }

  tell() {
    const run = this.run;
    if (!run) return;
    const rows = run.path.map((s, i) => [String(i), ...s.p, s.f, this.plane ? norm(s.g) : s.g[0]].map((v, k) => k ? say(v, 5) : v));
    const shown = rows.length <= 9 ? rows : [...rows.slice(0, 3), this.heads.map(() => "⋯"), ...rows.slice(-5)];
    this.steps.replaceChildren(table(`${run.name}`, this.heads, shown));
    this.legend.replaceChildren(...this.runs.filter(r => r !== run).map(r => make("div", {}, make("span", { class: "jcb-key", style: `background:${this.ink(r)}` }), `${r.name}: f = ${say(r.last.f)} after ${r.steps}`)));
    this.steps.querySelector("caption").prepend(make("span", { class: "jcb-key", style: `background:${this.ink(run)}` }));
    this.state.textContent = run.last.error ?? (run.end || `Step ${run.steps}: f = ${say(run.last.f, 5)}${this.next(run)}`);
    this.state.classList.toggle("jcb-bad", /diverged/.test(run.end) || !!run.last.error);
    this.buttons.querySelector("[data-act=step]").disabled = !!run.end;
    this.board.paint();
    this.losses?.paint();
  }

  /** What the next step computes, for the plain rule. */
  next(run) {
    const rule = OPTIMISERS[run.optimiser].rule;
    if (!rule) return "";
    const names = [this.data.xName, this.data.yName];
    return ". Next " + run.last.p.map((v, i) => `${names[i]} = ${rule(v, run.last.g[i], run.rate)} = ${say(v - run.rate * run.last.g[i])}`).join(", ");
  }

  dispose() { this.halt(); this.board.dispose(); this.losses.dispose(); }
}

const STEPS_CSS = `
.jcb-descent .jcb-loss { margin-top: 4px; }
.jcb-descent .jcb-state { font-weight: 600; min-height: 2.7em; }
.jcb-descent .jcb-runs { margin-top: 6px; font-size: 12px; }
.jcb-descent td, .jcb-descent th { padding: 3px 6px; }
.jcb-descent thead th { text-align: right; }
`;

/** For a page without a kernel. */
export function standalone(el, data) {
  return alone(el, data, (place, d) => { const guess = fromGrid(d); return new Stepper(place, d, q => guess(q.p)); });
}

export default {
  render: lively((model, el) => {
    const data = received(model), guess = fromGrid(data), line = converse(model, el, q => guess(q.p)), stepper = new Stepper(el, data, q => line.ask(q));
    line.begin(() => { if (stepper.run?.last.error && !stepper.run.steps) stepper.start(stepper.from); });
    const dispose = stepper.dispose.bind(stepper);
    stepper.dispose = () => { line.close(); dispose(); };
    return stepper;
  }),
};
