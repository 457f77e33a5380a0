// The surface explorer: a function of two variables as a surface one can turn, click and cut.

/** The nearest number with few digits, no further away than half a cell of the grid. */
function rounded(v, axis) {
  const half = (last(axis) - axis[0]) / (axis.length - 1) / 2, ten = 10 ** Math.floor(Math.log10(half)), step = [5, 2, 1].map(m => m * ten).find(m => m <= half);
  return clamp(+(Math.round(v / step) * step).toPrecision(10), axis[0], last(axis));
}

class Explorer {
  /** ask({p}) answers {f, g}; regrid(values, p), where there are parameters, the values on the grid too. */
  constructor(el, data, ask, regrid) {
    Object.assign(this, { data, ask, regrid, field: new Field(data), point: null, fade: 0, plane: NaN, hovered: null });
    this.given = (data.sliders ?? []).map(s => s.value);
    this.sheet = new Sheet(this.field);
    this.camera = new Camera(this.field);
    this.build(el);
    this.pick(data.start[0], data.start[1], false);
  }

  build(el) {
    const d = this.data, stage = make("div", { class: "jcb-stage" });
    this.tip = make("div", { class: "jcb-tip", hidden: "" });
    this.facts = make("tbody", { "aria-live": "polite" });
    this.said = make("p", { class: "jcb-said" });
    this.slider = make("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": "height of the cutting plane" });
    this.cutAt = make("output", {}, "off");
    this.values = folded("Table of values", () => this.tabulate());
    this.buttons = make("div", { class: "jcb-buttons" }, button("bird", "Bird’s eye", "the contour map, seen from above (b)"), button("reset", "Reset view", "as it was at first (r)"));
    const side = make("div", { class: "jcb-side" }, make("h4", {}, d.title), make("table", { class: "jcb-facts" }, this.facts), this.said, ...this.sliders(),
      make("label", {}, "cut at height", this.slider, this.cutAt), this.buttons,
      make("p", { class: "jcb-hint" }, "Click for slopes, drag the point, drag elsewhere to turn; wheel zooms once clicked. Keys: arrows move the point, Shift with arrows turns, + − zoom, b bird’s eye, r reset."), this.values);
    this.root = make("div", { class: "jcb-live jcb-explorer", role: "group", "aria-label": `Surface of ${d.title}` }, make("style", {}, CSS), make("div", { class: "jcb-sides" }, stage, side));
    el.replaceChildren(this.root);
    this.board = new Board(stage, `Surface of ${d.title} over ${d.xName} and ${d.yName}; arrow keys move the point`, w => clamp(w * 0.78, 260, 520), (g, ink) => this.draw(g, ink));
    stage.append(this.tip);
    this.listen();
  }

  /** One for each parameter beyond x and y; they need the kernel. */
  sliders() {
    return (this.data.sliders ?? []).map((s, i) => {
      const input = make("input", { type: "range", min: s.from, max: s.to, step: (s.to - s.from) / 200, value: s.value, disabled: this.regrid ? undefined : "", "data-name": s.name }), shown = make("output", {}, say(s.value, 3));
      input.addEventListener("input", () => { this.given[i] = +input.value; shown.textContent = say(+input.value, 3); this.turnTo(); });
      return make("label", {}, s.name, input, shown);
    });
  }
  async turnTo() {
    const at = this.point, asked = this.asked, grid = await this.regrid(this.given, at ? [at.x, at.y, ...this.given] : []);
    if (grid.stale) return;
    if (grid.error || !grid.z) { this.said.textContent = grid.error ?? ""; return; }
    this.field.load(grid);
    this.sheet = new Sheet(this.field);
    this.values.renew();
    if (asked === this.asked && grid.g) { Object.assign(this.point, { z: grid.f ?? NaN, fx: grid.g[0] ?? NaN, fy: grid.g[1] ?? NaN, error: undefined }); this.tell(); }
    this.board.now();
    this.root.dispatchEvent(new CustomEvent("jcb-grid"));
  }

  listen() {
    const c = this.board.canvas, fingers = new Map();
    let down = null, moved = false, spread = 0;
    const onPoint = at => this.mark && Math.hypot(at[0] - this.mark[0], at[1] - this.mark[1]) < 13;
    const apart = () => { const [p, q] = [...fingers.values()]; return Math.hypot(p[0] - q[0], p[1] - q[1]); };
    c.addEventListener("pointerdown", e => {
      try { c.setPointerCapture(e.pointerId); } catch { /* a pointer made by a program cannot be held */ }
      const at = this.board.at(e);
      fingers.set(e.pointerId, at);
      if (fingers.size === 2) { spread = apart(); down = null; return; }
      down = { at, turn: this.camera.turn, tilt: this.camera.tilt, holds: onPoint(at), speed: 0, when: performance.now(), was: at };
      moved = false;
      this.spin = 0;
      this.tip.hidden = true;
    });
    c.addEventListener("pointermove", e => {
      const at = this.board.at(e);
      if (fingers.size === 2 && fingers.has(e.pointerId)) {
        fingers.set(e.pointerId, at);
        const now = apart();
        this.zoom(now / spread);
        spread = now;
        return;
      }
      if (!down) { c.style.cursor = onPoint(at) ? "grab" : ""; this.hover(at); return; }
      const dx = at[0] - down.at[0], dy = at[1] - down.at[1], now = performance.now();
      moved ||= Math.hypot(dx, dy) > 3;
      if (!moved) return;
      if (down.holds) { const hit = this.sheet.under(...at); if (hit) this.pick(hit[0], hit[1], true, true); return; }
      down.speed = now > down.when ? (at[0] - down.was[0]) / (now - down.when) : 0;
      Object.assign(down, { was: at, when: now });
      this.look(down.turn + dx * 0.0085, down.tilt + dy * 0.0065);
    });
    const up = e => {
      fingers.delete(e.pointerId);
      if (!down) return;
      const { at, holds, speed, when } = down;
      down = null;
      if (!moved) { const hit = e.type === "pointerup" && this.sheet.under(...at); if (hit) this.pick(hit[0], hit[1]); }
      else if (!holds && performance.now() - when < 60) this.coast(speed * 0.0085);
    };
    c.addEventListener("pointerup", up);
    c.addEventListener("pointercancel", up);
    c.addEventListener("pointerleave", () => { this.tip.hidden = true; this.hovered = null; this.board.paint(); });
    c.addEventListener("wheel", e => { if (e.ctrlKey || document.activeElement === c) { e.preventDefault(); this.zoom(Math.exp(-e.deltaY * 0.0012)); } }, { passive: false });
    c.addEventListener("keydown", e => this.key(e));
    this.slider.addEventListener("input", () => this.cut(this.slider.value / 1000));
    this.buttons.addEventListener("click", e => ({ bird: () => this.bird(), reset: () => this.fly(HOME) })[e.target.dataset.act]?.());
  }

  key(e) {
    const [a, b, c, d] = this.field.ends, sx = (b - a) / (this.field.x.length - 1), sy = (d - c) / (this.field.y.length - 1);
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[e.key];
    if (move && e.shiftKey) this.look(this.camera.turn + move[0] * 5 * DEG, this.camera.tilt + move[1] * 4 * DEG);
    else if (move && this.point) this.pick(this.point.x + move[0] * sx, this.point.y + move[1] * sy, true, true);
    else if (e.key === "+" || e.key === "=") this.zoom(1.15);
    else if (e.key === "-") this.zoom(1 / 1.15);
    else if (e.key === "b") this.bird();
    else if (e.key === "r") this.fly(HOME);
    else return;
    e.preventDefault();
    e.stopPropagation();
  }

  look(turn, tilt) {
    Object.assign(this.camera, { turn, tilt: clamp(tilt, 2 * DEG, 90 * DEG) });
    this.buttons.querySelector("[data-act=bird]").setAttribute("aria-pressed", String(this.camera.bird));
    this.board.paint();
  }
  zoom(by) { this.camera.zoom = clamp(this.camera.zoom * by, 0.4, 6); this.board.paint(); }
  bird() { this.camera.bird ? this.fly(HOME) : this.fly({ turn: 0, tilt: 90 * DEG, zoom: 1 }); }
  fly(to) {
    this.spin = 0;
    const { tilt, zoom } = this.camera, turn = to.turn + ((this.camera.turn - to.turn + Math.PI) % (2 * Math.PI) + 2 * Math.PI) % (2 * Math.PI) - Math.PI;
    this.animate(420, t => { this.camera.zoom = lerp(zoom, to.zoom, t); this.look(lerp(turn, to.turn, t), lerp(tilt, to.tilt, t)); });
  }
  /** What is set turning comes to rest by itself. */
  coast(speed) {
    if (calm() || Math.abs(speed) < 4e-4) return;
    this.spin = speed;
    let before = performance.now();
    const tick = now => {
      if (!this.spin || !this.root.isConnected) return;
      const ms = Math.min(50, now - before);
      before = now;
      this.look(this.camera.turn + this.spin * ms, this.camera.tilt);
      this.spin *= Math.exp(-ms / 220);
      if (Math.abs(this.spin) > 2e-5) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }
  cut(t) {
    this.plane = t > 0 ? lerp(this.field.lo, this.field.hi, t) : NaN;
    this.cutAt.textContent = t > 0 ? say(this.plane, 3) : "off";
    this.slider.setAttribute("aria-valuetext", this.cutAt.textContent);
    this.board.paint();
  }
  animate(ms, frame) {
    const run = this.run = (this.run ?? 0) + 1, begin = performance.now();
    if (calm()) { frame(1); this.board.paint(); return; }
    const tick = now => {
      if (run !== this.run) return;
      const t = clamp((now - begin) / ms, 0, 1);
      frame(t * t * (3 - 2 * t));
      this.board.now();
      if (t < 1) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  hover(at) {
    const hit = this.hovered = this.sheet.under(...at), d = this.data;
    this.tip.hidden = !hit;
    this.board.paint();
    if (!hit) return;
    this.tip.textContent = `f(${say(hit[0], 2)}, ${say(hit[1], 2)}) = ${say(this.field.value(...hit), 3)}`;
    const left = at[0] + this.tip.offsetWidth + 24 > this.board.w;
    this.tip.style.transform = `translate(${at[0] + (left ? -this.tip.offsetWidth - 14 : 16)}px, ${Math.max(0, at[1] - 34)}px)`;
  }

  /** Asks for the slopes at a point and shows them; a late answer to an earlier click is dropped. */
  async pick(x, y, round = true, moving = false) {
    const f = this.field, [a, b, c, d] = f.ends;
    x = clamp(x, a, b);
    y = clamp(y, c, d);
    if (round) { x = rounded(x, f.x); y = rounded(y, f.y); }
    const asked = this.asked = (this.asked ?? 0) + 1, got = slopesIn(await this.ask({ kind: "slopes", p: [x, y, ...this.given] }));
    if (asked !== this.asked || got.stale) return;
    this.point = { x, y, z: got.f, fx: got.g[0] ?? NaN, fy: got.g[1] ?? NaN, error: got.error };
    this.tell();
    if (moving) { this.fade = 1; this.board.paint(); } else { this.fade = 0; this.animate(450, t => { this.fade = t; }); }
    this.root.dispatchEvent(new CustomEvent("jcb-point", { detail: this.point }));
  }

  tell() {
    const d = this.data, p = this.point, ink = theme(this.board.canvas), formula = d.formula ?? {};
    const row = (name, value, key) => make("tr", {}, make("th", { scope: "row" }, ...(key ? [make("span", { class: "jcb-key", style: `background:${key}` })] : []), name), make("td", {}, value));
    const partial = (by, text) => `∂f/∂${by}` + (text ? ` = ${text}` : "");
    this.facts.replaceChildren(
      row(`${d.xName}, ${d.yName}`, `${say(p.x)}, ${say(p.y)}`), row("f", say(p.z)),
      row(partial(d.xName, formula.fx), say(p.fx), ink.x), row(partial(d.yName, formula.fy), say(p.fy), ink.y),
      row("‖∇f‖, the steepest slope", say(Math.hypot(p.fx, p.fy)), ink.arrow));
    const part = (s, name, at) => Math.abs(s) < 5e-5 ? "" : ` ${s < 0 ? "−" : "+"} ${Math.abs(s) === 1 ? "" : say(Math.abs(s), 3)}${at === 0 ? name : `(${name} ${at < 0 ? "+" : "−"} ${say(Math.abs(at), 3)})`}`;
    this.said.classList.toggle("jcb-bad", !!p.error);
    this.said.textContent = p.error ?? (Number.isFinite(p.fx + p.fy + p.z) ? `Tangent plane: ${(Math.abs(p.z) < 5e-4 && p.fx > 5e-5 ? "" : say(p.z, 3)) + part(p.fx, d.xName, p.x) + part(p.fy, d.yName, p.y)}`.replace(":  +", ":") : "There is no tangent plane here.");
  }

  tabulate() {
    const f = this.field, d = this.data, of = a => ticks(a[0], last(a), 6), heads = of(f.x);
    return table(`Values of ${d.title}: ${d.xName} across, ${d.yName} down`, ["", ...heads.map(x => say(x))], of(f.y).reverse().map(y => [say(y), ...heads.map(x => say(f.value(x, y), 3))]));
  }

  draw(g, ink) {
    const cam = this.camera;
    if (this.point && this.dark !== ink.dark) this.tell();
    this.dark = ink.dark;
    Object.assign(cam, { w: this.board.w, h: this.board.h });
    cam.aim();
    this.sheet.seen(cam);
    new Picture(g, ink, this).draw();
    const p = this.point;
    this.mark = p && Number.isFinite(p.z) ? cam.project(p.x, p.y, clamp(p.z, this.field.lo, this.field.hi)) : null;
  }

  dispose() { this.spin = 0; this.board.dispose(); }
}

/** For a page without a kernel: answers come from the grids the page carries. */
export function standalone(el, data) {
  return alone(el, data, (place, d) => { const field = new Field(d); return new Explorer(place, d, ({ p }) => field.slopes(p)); });
}

export default {
  render: lively((model, el) => {
    const data = received(model), line = converse(model, el, q => q.kind === "grid" ? {} : view ? view.field.slopes(q.p) : new Field(data).slopes(q.p));
    const regrid = async (values, p) => { const a = await line.ask({ kind: "grid", values, p }); const [z, fx, fy] = (a.buffers ?? []).map(numbers); return { ...a, z, fx, fy }; };
    let view;
    view = new Explorer(el, data, q => line.ask(q), data.sliders ? regrid : undefined);
    line.begin(() => view.point && view.pick(view.point.x, view.point.y, false, true));
    const dispose = view.dispose.bind(view);
    view.dispose = () => { line.close(); dispose(); };
    return view;
  }),
};
