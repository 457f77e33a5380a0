// The directional dial: turn a direction, read the slope; drag the point, and all of it follows.
//   data: {title, xName, yName, x, y, z, fx, fy, start: [x, y], angle}

const turned = a => (a % 360 + 360) % 360;

class Dial {
  /** ask({p}) answers {f, g} at a point, or a promise of it. */
  constructor(el, data, ask) {
    Object.assign(this, { data, ask, field: new Field(data), angle: turned(data.angle ?? 0), polar: true });
    const mapPlace = make("div"), plotPlace = make("div");
    this.slider = make("input", { type: "range", min: 0, max: 360, step: 1, value: Math.round(this.angle), "aria-label": "direction in degrees" });
    this.output = make("output");
    this.said = make("p", { class: "jcb-said", "aria-live": "polite" });
    this.buttons = make("div", { class: "jcb-buttons" }, button("up", "Steepest up"), button("level", "Along the contour"), button("down", "Steepest down"), button("plot", "Line plot", "the slope against the angle, as a line or around a circle"));
    this.table = folded("Table of slopes", () => table(`Dᵤf at (${this.point.map(v => say(v)).join(", ")})`, ["angle", "Dᵤf"], Array.from({ length: 12 }, (_, k) => [30 * k + "°", say(this.slope(30 * k))])));
    this.root = make("div", { class: "jcb-live jcb-dial", role: "group", "aria-label": `Slopes of ${data.title} in every direction` }, make("style", {}, CSS + DIAL_CSS), make("h4", {}, data.title), make("div", { class: "jcb-pair" }, mapPlace, plotPlace),
      make("label", {}, "direction", this.slider, this.output), this.said, this.buttons, make("p", { class: "jcb-hint" }, "Drag around the point to turn the direction, drag the point itself to move it. Keys on the map: arrows move the point, + and − turn the direction."), this.table);
    el.replaceChildren(this.root);
    const height = w => clamp(w * 0.86, 240, 380);
    this.map = new Board(mapPlace, `Contours of ${data.title} with gradient and direction; arrow keys move the point`, height, (g, ink) => this.drawMap(g, ink));
    this.plot = new Board(plotPlace, "The slope in each direction; its largest value lies in the direction of the gradient", height, (g, ink) => this.polar ? this.drawPolar(g, ink) : this.drawLine(g, ink), "img");
    this.listen();
    this.move(data.start);
  }

  slope(angle) { return this.gradient[0] * Math.cos(angle * DEG) + this.gradient[1] * Math.sin(angle * DEG); }
  get up() { return turned(Math.atan2(this.gradient[1], this.gradient[0]) / DEG); }

  listen() {
    this.slider.addEventListener("input", () => this.turn(+this.slider.value));
    this.buttons.addEventListener("click", e => {
      const act = e.target.dataset.act, add = { up: 0, level: 90, down: 180 }[act];
      if (add !== undefined) this.turn(this.up + add);
      if (act === "plot") { this.polar = !this.polar; e.target.textContent = this.polar ? "Line plot" : "Polar plot"; this.plot.paint(); }
    });
    const c = this.map.canvas, plot = this.plot.canvas;
    let held = null;
    const follow = e => {
      const at = this.map.at(e);
      if (held === "point") return this.move(this.place(...at));
      const [x, y] = this.to(...this.point);
      this.turn(Math.round(Math.atan2(y - at[1], at[0] - x) / DEG));
    };
    c.addEventListener("pointerdown", e => {
      const at = this.map.at(e), here = this.to(...this.point);
      try { c.setPointerCapture(e.pointerId); } catch { /* made by a program */ }
      held = Math.hypot(at[0] - here[0], at[1] - here[1]) < 14 ? "point" : "direction";
      if (held === "direction") follow(e);
    });
    c.addEventListener("pointermove", e => { if (held) follow(e); });
    for (const end of ["pointerup", "pointercancel"]) c.addEventListener(end, () => { held = null; });
    let turning = false;
    const around = e => {
      const [x, y] = this.plot.at(e);
      this.turn(this.polar ? Math.round(Math.atan2(this.plot.h / 2 - y, x - this.plot.w / 2) / DEG) : Math.round(clamp((x - 48) / (this.plot.w - 64), 0, 1) * 360));
    };
    plot.addEventListener("pointerdown", e => { turning = true; try { plot.setPointerCapture(e.pointerId); } catch { /* made by a program */ } around(e); });
    plot.addEventListener("pointermove", e => { if (turning) around(e); });
    for (const end of ["pointerup", "pointercancel"]) plot.addEventListener(end, () => { turning = false; });
    c.addEventListener("keydown", e => {
      const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key], [a, b, p, q] = this.field.ends, spin = { "+": 5, "=": 5, "-": -5 }[e.key];
      if (move) this.move([this.point[0] + move[0] * (b - a) / 40, this.point[1] + move[1] * (q - p) / 40]);
      else if (spin) this.turn(this.angle + spin);
      else return;
      e.preventDefault();
      e.stopPropagation();
    });
  }

  async move(p) {
    const [a, b, c, d] = this.field.ends, fine = span => 10 ** Math.floor(Math.log10(span / 50)), near = (v, f) => +(Math.round(v / f) * f).toPrecision(10);
    const to = this.point ? [near(clamp(p[0], a, b), fine(b - a)), near(clamp(p[1], c, d), fine(d - c))] : p;
    const asked = this.asked = (this.asked ?? 0) + 1, got = slopesIn(await this.ask({ kind: "slopes", p: to }));
    if (asked !== this.asked || got.stale) return;
    Object.assign(this, { point: to, gradient: got.g.length ? got.g : [NaN, NaN], error: got.error });
    this.turn(this.angle);
  }

  turn(angle) {
    this.angle = angle === 360 ? 360 : turned(angle);
    this.slider.value = this.angle;
    const t = this.angle * DEG, [gx, gy] = this.gradient, slope = this.slope(this.angle), most = Math.hypot(gx, gy), share = most ? slope / most : 0;
    this.output.textContent = say(this.angle, 1) + "°";
    const word = most === 0 ? "the gradient is zero: no direction has a slope" : share > 0.99995 ? "the steepest way up" : share < -0.99995 ? "the steepest way down" : Math.abs(share) < 1e-4 ? "along the contour, level" : `${say(100 * share, 1)} % of the steepest`;
    this.said.classList.toggle("jcb-bad", !!this.error);
    this.said.textContent = this.error ?? `At (${say(this.point[0])}, ${say(this.point[1])}) the gradient is (${say(gx)}, ${say(gy)}), its length ${say(most)}. With u = (${say(Math.cos(t), 3)}, ${say(Math.sin(t), 3)}): Dᵤf = ${factor(gx)} · ${factor(Math.cos(t), 3)} + ${factor(gy)} · ${factor(Math.sin(t), 3)} = ${say(slope)}, ${word}.`;
    this.table.renew();
    this.map.paint();
    this.plot.paint();
  }

  /** One unit is as long across as up, else the right angle would not look like one. */
  frame() {
    const { w, h } = this.map, [a, b, c, d] = this.field.ends, unit = Math.min((w - 52) / (b - a), (h - 44) / (d - c));
    return { a, c, unit, x0: 40 + (w - 52 - unit * (b - a)) / 2, y0: h - 34 - (h - 44 - unit * (d - c)) / 2, wide: unit * (b - a), tall: unit * (d - c) };
  }
  to(x, y) { const f = this.frame(); return [f.x0 + (x - f.a) * f.unit, f.y0 - (y - f.c) * f.unit]; }
  place(px, py) { const f = this.frame(); return [f.a + (px - f.x0) / f.unit, f.c + (f.y0 - py) / f.unit]; }

  drawMap(g, ink) {
    if (!this.gradient) return;
    const f = this.frame(), to = (x, y) => this.to(x, y), heights = this.field.heights, [a, b, c, d] = this.field.ends;
    this.picture ??= this.field.bands(heights, 220, 220);
    g.drawImage(this.picture, f.x0, f.y0 - f.tall, f.wide, f.tall);
    for (const h of heights) pieces(g, this.field.level(h), to, "rgba(255,255,255,.6)", 1);
    this.field.label(g, heights, to, s => s[0] > f.x0 + 14 && s[0] < f.x0 + f.wide - 14 && s[1] > f.y0 - f.tall + 10 && s[1] < f.y0 - 10, [to(...this.point)]);
    for (const x of ticks(a, b, 6)) write(g, say(x), to(x, c)[0], f.y0 + 12, ink.ink);
    for (const y of ticks(c, d, 6)) write(g, say(y), f.x0 - 7, to(a, y)[1], ink.ink, undefined, "right");
    g.font = "italic 600 15px Georgia, 'Times New Roman', serif";
    write(g, this.data.xName, f.x0 + f.wide / 2, f.y0 + 27, ink.ink);
    write(g, this.data.yName, f.x0 - 31, f.y0 - f.tall / 2, ink.ink);
    g.font = "12px system-ui, sans-serif";
    const [x, y] = to(...this.point), reach = Math.min(f.wide, f.tall) / 3.4, most = norm(this.gradient), t = this.angle * DEG, rim = ink.dark ? "#111" : "#fff";
    const level = this.field.level(this.field.value(...this.point));
    pieces(g, level, to, rim, 3);
    pieces(g, level, to, ink.arrow, 1.6);
    if (most > 0) arrow(g, [x, y], [x + this.gradient[0] / most * reach, y - this.gradient[1] / most * reach], ink.arrow, rim, 3);
    arrow(g, [x, y], [x + Math.cos(t) * reach, y - Math.sin(t) * reach], ink.x, rim, 3.6);
    dot(g, [x, y], 6, rim, ink.ink, 2);
  }

  /** Around the point: how long the ray is, is how steep; downhill is dashed. */
  drawPolar(g, ink) {
    if (!this.gradient) return;
    const { w, h } = this.plot, x = w / 2, y = h / 2, most = norm(this.gradient), R = Math.min(w / 2 - 46, h / 2 - 26), faint = ink.dark ? "rgba(255,255,255,.18)" : "rgba(0,0,0,.14)";
    const ring = r => Array.from({ length: 73 }, (_, k) => [x + r * Math.cos(5 * k * DEG), y - r * Math.sin(5 * k * DEG)]);
    const circles = most > 0 ? ticks(0, most, 3).filter(v => v > 0) : [];
    for (const v of circles) stroke(g, ring(v / most * R), faint, 1);
    for (let a = 0; a < 360; a += 30) {
      stroke(g, [[x, y], [x + R * Math.cos(a * DEG), y - R * Math.sin(a * DEG)]], faint, 1);
      write(g, a + "°", x + (R + 20) * Math.cos(a * DEG), y - (R + 14) * Math.sin(a * DEG), ink.ink);
    }
    const lobe = sign => Array.from({ length: 181 }, (_, k) => { const a = 2 * k, s = sign * this.slope(a); return s >= 0 ? [x + s / most * R * Math.cos(a * DEG), y - s / most * R * Math.sin(a * DEG)] : null; });
    if (most > 0) {
      stroke(g, lobe(1), ink.ink, 2);
      stroke(g, lobe(-1), ink.ink, 1.6, [4, 4]);
      const up = this.up * DEG;
      stroke(g, [[x, y], [x + R * Math.cos(up), y - R * Math.sin(up)]], ink.arrow, 2.4);
      const s = this.slope(this.angle), r = Math.abs(s) / most * R, at = [x + r * Math.cos(this.angle * DEG), y - r * Math.sin(this.angle * DEG)];
      stroke(g, [[x, y], [x + R * Math.cos(this.angle * DEG), y - R * Math.sin(this.angle * DEG)]], ink.x, 1.2, [2, 4]);
      stroke(g, [[x, y], at], ink.x, 4);
      dot(g, at, 6, ink.x, ink.paper, 2);
      const side = at[0] < x ? -1 : 1;
      write(g, `${say(s, 3)}`, clamp(at[0] + side * 14, 34, w - 34), clamp(at[1] - 14, 12, h - 12), ink.x, ink.paper, side < 0 ? "right" : "left");
    }
    for (const v of circles) write(g, say(v, 3), x + 3, y - v / most * R + 8, ink.ink, ink.paper, "left");
  }

  drawLine(g, ink) {
    if (!this.gradient) return;
    const { w, h } = this.plot, most = norm(this.gradient), top = most || 1, X = a => lerp(48, w - 16, a / 360), Y = s => lerp(h - 34, 14, (s / top + 1.08) / 2.16), faint = ink.dark ? "rgba(255,255,255,.17)" : "rgba(0,0,0,.12)";
    for (const a of [0, 45, 90, 135, 180, 225, 270, 315, 360]) { stroke(g, [[X(a), Y(-top)], [X(a), Y(top)]], faint, 1); if (a % 90 === 0) write(g, a + "°", X(a), h - 14, ink.ink); }
    for (const s of ticks(-top, top, 6)) { stroke(g, [[48, Y(s)], [w - 16, Y(s)]], s === 0 ? ink.ink : faint, 1); write(g, say(s, 3), 42, Y(s), ink.ink, undefined, "right"); }
    stroke(g, [[X(this.up), Y(0)], [X(this.up), Y(most)]], ink.arrow, 2.4);
    stroke(g, Array.from({ length: 181 }, (_, k) => [X(2 * k), Y(this.slope(2 * k))]), ink.ink, 2.2);
    const at = [X(this.angle), Y(this.slope(this.angle))];
    stroke(g, [[at[0], Y(0)], at], ink.x, 3);
    dot(g, at, 6.5, ink.x, ink.paper, 2);
    write(g, say(this.slope(this.angle), 3), clamp(at[0], 70, w - 40), clamp(at[1] - 16, 10, h), ink.x, ink.paper);
  }

  dispose() { this.map.dispose(); this.plot.dispose(); }
}

const DIAL_CSS = `
.jcb-dial .jcb-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(290px, 100%), 1fr)); gap: 14px; }
.jcb-dial .jcb-pair > div { min-width: 0; }
.jcb-dial .jcb-said { min-height: 2.7em; }
.jcb-dial canvas[role=img] { cursor: pointer; }
.jcb-dial table { max-width: 260px; }
`;

/** For a page without a kernel. */
export function standalone(el, data) {
  return alone(el, data, (place, d) => { const field = new Field(d); return new Dial(place, d, q => field.slopes(q.p)); });
}

export default {
  render: lively((model, el) => {
    const data = received(model), field = new Field(data), line = converse(model, el, q => field.slopes(q.p)), dial = new Dial(el, data, q => line.ask(q));
    line.begin(() => dial.point && dial.move(dial.point));
    const dispose = dial.dispose.bind(dial);
    dial.dispose = () => { line.close(); dispose(); };
    return dial;
  }),
};
