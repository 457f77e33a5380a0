// The surface explorer: a function of two variables as a surface one can turn, click and cut.
// One piece of code for three lives: a widget that asks the kernel (render), an exported page that
// answers from its own grid (standalone), and the picture of either (draw). No library, no network.

const VIRIDIS = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];
const ALONG_X = "#d55e00", ALONG_Y = "#0072b2", ARROW = "#cc79a7";
const DEG = Math.PI / 180;

const clamp = (v, lo, hi) => Math.min(hi, Math.max(lo, v));
const lerp = (a, b, t) => a + (b - a) * t;

/** A number as a reader wants it: few digits, a real minus sign. */
export function say(v) {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? "not a number" : v > 0 ? "∞" : "−∞";
  const r = Math.abs(v) < 5e-10 ? 0 : v;
  const t = Math.abs(r) >= 1e5 || (r !== 0 && Math.abs(r) < 1e-3) ? r.toExponential(3) : String(+r.toFixed(4));
  return t.replace("-", "−");
}

function colour(t) {
  const s = clamp(t, 0, 1) * (VIRIDIS.length - 1), i = Math.min(VIRIDIS.length - 2, Math.floor(s)), f = s - i;
  const at = (h, k) => parseInt(VIRIDIS[h].slice(1 + 2 * k, 3 + 2 * k), 16);
  return [0, 1, 2].map(k => Math.round(lerp(at(i, k), at(i + 1, k), f)));
}

/** The nearest number with few digits, no further away than half a cell of the grid. */
function rounded(v, axis) {
  const half = (axis[axis.length - 1] - axis[0]) / (axis.length - 1) / 2, ten = 10 ** Math.floor(Math.log10(half));
  const step = [5, 2, 1].map(m => m * ten).find(m => m <= half);
  return clamp(+(Math.round(v / step) * step).toPrecision(10), axis[0], axis[axis.length - 1]);
}

/** The grid of values with what follows from it: ranges, interpolation, level curves. */
class Field {
  constructor(data) {
    this.x = data.x;
    this.y = data.y;
    this.z = data.z;
    this.fx = data.fx;
    this.fy = data.fy;
    const finite = Array.from(this.z).filter(Number.isFinite).sort((a, b) => a - b);
    const cut = q => finite.length ? finite[Math.round(q * (finite.length - 1))] : 0;
    // A pole would flatten all the rest: what lies far outside the bulk is cut off.
    const [low, high] = [cut(0.02), cut(0.98)], slack = 0.6 * (high - low);
    this.lo = Math.max(cut(0), low - slack);
    this.hi = Math.min(cut(1), high + slack);
    if (!(this.hi > this.lo)) { this.lo -= 1; this.hi += 1; }
  }
  at(i, j) { return this.z[j * this.x.length + i]; }
  unit(z) { return (clamp(z, this.lo, this.hi) - this.lo) / (this.hi - this.lo); }
  /** Bilinear interpolation of one of the grids. */
  sample(grid, px, py) {
    const { x, y } = this, nx = x.length, ny = y.length;
    const u = clamp((px - x[0]) / (x[nx - 1] - x[0]), 0, 1) * (nx - 1), v = clamp((py - y[0]) / (y[ny - 1] - y[0]), 0, 1) * (ny - 1);
    const i = Math.min(nx - 2, Math.floor(u)), j = Math.min(ny - 2, Math.floor(v)), a = u - i, b = v - j;
    const g = (p, q) => grid[q * nx + p];
    return lerp(lerp(g(i, j), g(i + 1, j), a), lerp(g(i, j + 1), g(i + 1, j + 1), a), b);
  }
  /**
   * The value between grid points. Interpolation errs by +½f″a(1−a)h², the blend of the corners'
   * tangents by the negative of it: their mean is exact where the function is quadratic.
   */
  value(px, py) {
    const flat = this.sample(this.z, px, py);
    if (!this.fx) return flat;
    const { x, y } = this, tangent = this.z.map((z, k) => z + this.fx[k] * (px - x[k % x.length]) + this.fy[k] * (py - y[Math.floor(k / x.length)]));
    return (flat + this.sample(tangent, px, py)) / 2;
  }
  /** Segments of the curve where the function has this value, by marching squares. */
  level(c) {
    const out = [], { x, y } = this;
    for (let j = 0; j + 1 < y.length; j++) for (let i = 0; i + 1 < x.length; i++) {
      const corner = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]], v = corner.map(([p, q]) => this.at(p, q) - c);
      if (!v.every(Number.isFinite)) continue;
      const cuts = [];
      for (let k = 0; k < 4; k++) {
        const m = (k + 1) % 4;
        if ((v[k] < 0) === (v[m] < 0)) continue;
        const t = v[k] / (v[k] - v[m]), [p, q] = corner[k], [r, s] = corner[m];
        cuts.push([lerp(x[p], x[r], t), lerp(y[q], y[s], t)]);
      }
      for (let k = 0; k + 1 < cuts.length; k += 2) out.push([cuts[k], cuts[k + 1]]);
    }
    return out;
  }
}

/** Where the eye is, and what a point in space becomes on the canvas. */
class Camera {
  constructor(field) {
    this.field = field;
    this.turn = -58 * DEG;
    this.tilt = 28 * DEG;
    this.zoom = 1;
  }
  size(width, height) { this.w = width; this.h = height; }
  /** x, y, z of the function to [screen x, screen y, depth]. */
  project(x, y, z) {
    const f = this.field, n = a => a[a.length - 1];
    const u = 2 * (x - f.x[0]) / (n(f.x) - f.x[0]) - 1, v = 2 * (y - f.y[0]) / (n(f.y) - f.y[0]) - 1;
    const h = 1.1 * ((z - f.lo) / (f.hi - f.lo) - 0.5) * Math.cos(this.tilt * 0.999);
    const c = Math.cos(this.turn), s = Math.sin(this.turn);
    const a = u * c - v * s, b = u * s + v * c, t = Math.sin(this.tilt), k = Math.cos(this.tilt);
    const scale = this.zoom * Math.min(this.w / 3, this.h / (this.tilt > 85 * DEG ? 2.5 : 2.55));
    return [this.w / 2 + a * scale, this.h * (this.tilt > 85 * DEG ? 0.5 : 0.47) - (b * t + h * 1.15) * scale, b * k - h * t];
  }
}

export class Explorer {
  /** ask(x, y) answers {z, fx, fy}, or a promise of it. */
  constructor(el, data, ask) {
    this.data = data;
    this.field = new Field(data);
    this.camera = new Camera(this.field);
    this.ask = ask;
    this.point = null;
    this.fade = 0;
    this.plane = NaN;
    this.build(el);
    this.pick(data.start ? data.start[0] : (data.x[0] + data.x[data.x.length - 1]) / 2,
              data.start ? data.start[1] : (data.y[0] + data.y[data.y.length - 1]) / 2, false);
  }

  build(el) {
    const d = this.data, root = document.createElement("div");
    root.className = "jcb-explorer";
    root.innerHTML = `<style>${CSS}</style>
      <div class="jcb-stage"><canvas tabindex="0" role="application"></canvas><div class="jcb-tip" hidden></div></div>
      <div class="jcb-side">
        <table><caption></caption><tbody aria-live="polite"></tbody></table>
        <label class="jcb-plane">cut at height <input type="range" min="0" max="1000" value="0"><output></output></label>
        <div class="jcb-buttons"><button type="button" data-act="bird" aria-pressed="false">Bird’s eye</button><button type="button" data-act="reset">Reset view</button></div>
        <p class="jcb-hint">Drag to turn, wheel to zoom, click for slopes. Keys: arrows move the point, Shift with arrows turns, + − zoom, b bird’s eye.</p>
      </div>`;
    el.replaceChildren(root);
    this.root = root;
    this.canvas = root.querySelector("canvas");
    this.tip = root.querySelector(".jcb-tip");
    this.slider = root.querySelector("input");
    this.canvas.setAttribute("aria-label", `Surface of ${d.title} over ${d.xName} and ${d.yName}; arrow keys move the point`);
    root.querySelector("caption").textContent = d.title;
    this.listen();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(root.querySelector(".jcb-stage"));
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener?.("change", this.onTheme = () => this.paint());
    this.resize();
  }

  listen() {
    const c = this.canvas;
    let down = null;
    c.addEventListener("pointerdown", e => {
      c.setPointerCapture(e.pointerId);
      down = { x: e.clientX, y: e.clientY, turn: this.camera.turn, tilt: this.camera.tilt, moved: false };
    });
    c.addEventListener("pointermove", e => {
      if (!down) return this.hover(e);
      const dx = e.clientX - down.x, dy = e.clientY - down.y;
      if (Math.hypot(dx, dy) > 3) down.moved = true;
      if (!down.moved) return;
      this.camera.turn = down.turn + dx * 0.008;
      this.camera.tilt = clamp(down.tilt + dy * 0.006, 4 * DEG, 90 * DEG);
      this.press();
      this.paint();
    });
    c.addEventListener("pointerup", e => {
      if (down && !down.moved) {
        const hit = this.under(e);
        if (hit) this.pick(hit[0], hit[1]);
      }
      down = null;
    });
    c.addEventListener("pointercancel", () => { down = null; });
    c.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    c.addEventListener("wheel", e => { e.preventDefault(); this.scale(Math.exp(-e.deltaY * 0.001)); }, { passive: false });
    c.addEventListener("keydown", e => this.key(e));
    this.slider.addEventListener("input", () => this.cut(this.slider.value / 1000));
    this.root.querySelector(".jcb-buttons").addEventListener("click", e => {
      const act = e.target.dataset.act;
      if (act === "bird") this.bird();
      if (act === "reset") { Object.assign(this.camera, { turn: -58 * DEG, tilt: 28 * DEG, zoom: 1 }); this.press(); this.paint(); }
    });
  }

  key(e) {
    const { x, y } = this.field, sx = (x[x.length - 1] - x[0]) / (x.length - 1), sy = (y[y.length - 1] - y[0]) / (y.length - 1);
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[e.key];
    if (move && e.shiftKey) {
      this.camera.turn += move[0] * 5 * DEG;
      this.camera.tilt = clamp(this.camera.tilt + move[1] * 4 * DEG, 4 * DEG, 90 * DEG);
      this.press();
      this.paint();
    } else if (move && this.point) this.pick(this.point.x + move[0] * sx, this.point.y + move[1] * sy);
    else if (e.key === "+" || e.key === "=") this.scale(1.15);
    else if (e.key === "-") this.scale(1 / 1.15);
    else if (e.key === "b") this.bird();
    else return;
    e.preventDefault();
  }

  scale(by) { this.camera.zoom = clamp(this.camera.zoom * by, 0.4, 6); this.paint(); }
  isBird() { return this.camera.tilt > 85 * DEG; }
  press() { this.root.querySelector("[data-act=bird]").setAttribute("aria-pressed", String(this.isBird())); }
  bird() {
    const to = this.isBird() ? { turn: -58 * DEG, tilt: 28 * DEG } : { turn: 0, tilt: 90 * DEG };
    const from = { turn: this.camera.turn, tilt: this.camera.tilt };
    this.animate(350, t => {
      this.camera.turn = lerp(from.turn, to.turn, t);
      this.camera.tilt = lerp(from.tilt, to.tilt, t);
      this.press();
    });
  }
  cut(t) {
    this.plane = t > 0 ? lerp(this.field.lo, this.field.hi, t) : NaN;
    this.root.querySelector("output").textContent = t > 0 ? say(this.plane) : "off";
    this.paint();
  }

  animate(ms, frame) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { frame(1); this.paint(); return; }
    const begin = performance.now(), run = ++this.run || (this.run = 1);
    const tick = now => {
      if (run !== this.run) return;
      const t = clamp((now - begin) / ms, 0, 1);
      frame(t * t * (3 - 2 * t));
      this.paint();
      if (t < 1) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  /** The point of the surface under the pointer, as [x, y]; the nearest to the eye wins. */
  under(e) {
    const r = this.canvas.getBoundingClientRect(), px = e.clientX - r.left, py = e.clientY - r.top;
    const f = this.field;
    let best = null;
    for (let j = 0; j + 1 < f.y.length; j++) for (let i = 0; i + 1 < f.x.length; i++) {
      const q = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]].map(([a, b]) => this.grid[b * f.x.length + a]);
      if (q.some(p => !p)) continue;
      for (const [a, b, c, corner] of [[q[0], q[1], q[2], 0], [q[0], q[2], q[3], 1]]) {
        const w = barycentric(px, py, a, b, c);
        if (!w) continue;
        const depth = w[0] * a[2] + w[1] * b[2] + w[2] * c[2];
        if (best && depth >= best.depth) continue;
        const u = corner === 0 ? w[1] + w[2] : w[1], v = corner === 0 ? w[2] : w[1] + w[2];
        best = { depth, x: lerp(f.x[i], f.x[i + 1], u), y: lerp(f.y[j], f.y[j + 1], v) };
      }
    }
    return best && [best.x, best.y];
  }

  hover(e) {
    const hit = this.under(e), d = this.data;
    this.tip.hidden = !hit;
    if (!hit) return;
    this.tip.textContent = `${d.xName} = ${say(hit[0])}, ${d.yName} = ${say(hit[1])}: ${say(this.field.sample(this.field.z, hit[0], hit[1]))}`;
    this.tip.style.transform = `translate(${e.offsetX + 12}px, ${e.offsetY + 12}px)`;
  }

  /** Asks for the slopes at a point and shows them; a late answer to an earlier click is dropped. */
  async pick(x, y, round = true) {
    const f = this.field;
    x = clamp(x, f.x[0], f.x[f.x.length - 1]);
    y = clamp(y, f.y[0], f.y[f.y.length - 1]);
    if (round) {
      x = rounded(x, f.x);
      y = rounded(y, f.y);
    }
    const asked = this.asked = (this.asked || 0) + 1;
    const got = await this.ask(x, y);
    if (asked !== this.asked) return;
    this.point = { x, y, ...got };
    this.fade = 0;
    this.tell();
    this.animate(400, t => { this.fade = t; });
    this.root.dispatchEvent(new CustomEvent("jcb-point", { detail: this.point }));
  }

  tell() {
    const d = this.data, p = this.point, body = this.root.querySelector("tbody");
    const norm = Math.hypot(p.fx, p.fy);
    const rows = [
      [d.xName + ", " + d.yName, `${say(p.x)}, ${say(p.y)}`, ""],
      [d.formula?.f ? `f = ${d.formula.f}` : "f", say(p.z), ""],
      [`∂f/∂${d.xName}` + (d.formula?.fx ? ` = ${d.formula.fx}` : ""), say(p.fx), ALONG_X],
      [`∂f/∂${d.yName}` + (d.formula?.fy ? ` = ${d.formula.fy}` : ""), say(p.fy), ALONG_Y],
      ["‖∇f‖, the steepest slope", say(norm), ARROW],
    ];
    body.replaceChildren(...rows.map(([name, value, ink]) => {
      const tr = document.createElement("tr"), th = document.createElement("th"), td = document.createElement("td");
      th.scope = "row";
      th.textContent = name;
      td.textContent = value;
      if (ink) th.style.borderLeft = `4px solid ${ink}`;
      tr.append(th, td);
      return tr;
    }));
    if (p.error) {
      const tr = document.createElement("tr"), td = document.createElement("td");
      td.colSpan = 2;
      td.className = "jcb-error";
      td.textContent = p.error;
      tr.append(td);
      body.append(tr);
    }
  }

  resize() {
    const box = this.root.querySelector(".jcb-stage"), ratio = window.devicePixelRatio || 1;
    const w = Math.max(200, box.clientWidth), h = Math.round(clamp(w * 0.72, 240, 460));
    this.canvas.width = w * ratio;
    this.canvas.height = h * ratio;
    this.canvas.style.height = h + "px";
    this.camera.size(w, h);
    this.ratio = ratio;
    this.paint();
  }

  paint() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => { this.pending = false; this.draw(); });
  }

  draw() {
    const g = this.canvas.getContext("2d"), f = this.field, cam = this.camera;
    const style = getComputedStyle(this.root);
    this.ink = style.color;
    this.paper = style.getPropertyValue("--jcb-paper").trim() || "#fff";
    g.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    g.clearRect(0, 0, cam.w, cam.h);
    const nx = f.x.length;
    this.grid = Array.from(f.z, (z, k) => Number.isFinite(z) && z >= f.lo && z <= f.hi ? cam.project(f.x[k % nx], f.y[Math.floor(k / nx)], z) : null);
    this.floor(g);
    this.sheet(g);
    if (this.isBird()) this.contours(g);
    if (Number.isFinite(this.plane)) this.cutting(g);
    if (this.point && Number.isFinite(this.point.z)) this.slopes(g);
    this.axes(g);
  }

  line(g, points, ink, width, dash = []) {
    g.beginPath();
    let pen = false;
    for (const p of points) {
      if (!p) { pen = false; continue; }
      pen ? g.lineTo(p[0], p[1]) : g.moveTo(p[0], p[1]);
      pen = true;
    }
    g.setLineDash(dash);
    g.strokeStyle = ink;
    g.lineWidth = width;
    g.stroke();
    g.setLineDash([]);
  }

  corners() {
    const { x, y } = this.field, a = x[0], b = x[x.length - 1], c = y[0], d = y[y.length - 1];
    return [[a, c], [b, c], [b, d], [a, d]];
  }

  floor(g) {
    const f = this.field, p = this.corners().map(([x, y]) => this.camera.project(x, y, f.lo));
    g.globalAlpha = 0.5;
    this.line(g, [...p, p[0]], this.ink, 1);
    g.globalAlpha = 1;
  }

  /** The quads from back to front; a light from the left shades them. */
  sheet(g) {
    const f = this.field, nx = f.x.length, quads = [];
    for (let j = 0; j + 1 < f.y.length; j++) for (let i = 0; i + 1 < nx; i++) {
      const k = j * nx + i, q = [this.grid[k], this.grid[k + 1], this.grid[k + nx + 1], this.grid[k + nx]];
      if (q.some(p => !p)) continue;
      const z = (f.z[k] + f.z[k + 1] + f.z[k + nx] + f.z[k + nx + 1]) / 4;
      const tilt = ((f.z[k + 1] - f.z[k]) - (f.z[k + nx] - f.z[k])) / (f.hi - f.lo) * nx / 8;
      quads.push({ q, depth: q[0][2] + q[1][2] + q[2][2] + q[3][2], z, shade: this.isBird() ? 1 : clamp(1 - 0.25 * tilt, 0.72, 1.2) });
    }
    quads.sort((a, b) => b.depth - a.depth);
    const lines = !this.isBird() && nx <= 60;
    for (const { q, z, shade } of quads) {
      const level = this.isBird() ? Math.floor(f.unit(z) * 10) / 9.5 : f.unit(z);
      const [r, gr, b] = colour(level).map(v => clamp(Math.round(v * shade), 0, 255));
      g.beginPath();
      g.moveTo(q[0][0], q[0][1]);
      for (let m = 1; m < 4; m++) g.lineTo(q[m][0], q[m][1]);
      g.closePath();
      g.fillStyle = g.strokeStyle = `rgb(${r},${gr},${b})`;
      g.lineWidth = 0.7;
      g.fill();
      if (lines) g.strokeStyle = `rgba(${r >> 1},${gr >> 1},${b >> 1},0.45)`;
      g.stroke();
    }
  }

  contours(g) {
    const f = this.field;
    for (let k = 1; k < 10; k++) {
      const c = lerp(f.lo, f.hi, k / 10);
      for (const [a, b] of f.level(c)) this.line(g, [this.camera.project(a[0], a[1], c), this.camera.project(b[0], b[1], c)], "rgba(255,255,255,0.75)", 1);
    }
  }

  cutting(g) {
    const c = this.plane, p = this.corners().map(([x, y]) => this.camera.project(x, y, c));
    g.beginPath();
    p.forEach((q, i) => i ? g.lineTo(q[0], q[1]) : g.moveTo(q[0], q[1]));
    g.closePath();
    g.fillStyle = "rgba(128,128,128,0.28)";
    g.fill();
    for (const [a, b] of this.field.level(c)) {
      this.line(g, [this.camera.project(a[0], a[1], c), this.camera.project(b[0], b[1], c)], this.paper, 4);
      this.line(g, [this.camera.project(a[0], a[1], c), this.camera.project(b[0], b[1], c)], "#e69f00", 2.4);
    }
  }

  /** Slices, tangents, tangent plane, and on the floor the gradient with its level curve. */
  slopes(g) {
    const f = this.field, { x, y, z, fx, fy } = this.point, cam = this.camera;
    const on = (a, b) => { const v = f.sample(f.z, a, b); return Number.isFinite(v) && v >= f.lo && v <= f.hi ? cam.project(a, b, v) : null; };
    this.line(g, Array.from(f.x, a => on(a, y)), this.paper, 4.5);
    this.line(g, Array.from(f.x, a => on(a, y)), ALONG_X, 2);
    this.line(g, Array.from(f.y, b => on(x, b)), this.paper, 4.5);
    this.line(g, Array.from(f.y, b => on(x, b)), ALONG_Y, 2);
    const rx = (f.x[f.x.length - 1] - f.x[0]) / 5, ry = (f.y[f.y.length - 1] - f.y[0]) / 5;
    if (Number.isFinite(fx) && Number.isFinite(fy)) {
      const tp = (a, b) => cam.project(x + a, y + b, z + fx * a + fy * b);
      const limit = (f.hi - f.lo) * 0.55, shrink = Math.min(1, limit / (Math.abs(fx) * rx + Math.abs(fy) * ry + 1e-300));
      const ax = rx * shrink, ay = ry * shrink;
      g.globalAlpha = 0.42 * this.fade;
      g.beginPath();
      [tp(-ax, -ay), tp(ax, -ay), tp(ax, ay), tp(-ax, ay)].forEach((q, i) => i ? g.lineTo(q[0], q[1]) : g.moveTo(q[0], q[1]));
      g.closePath();
      g.fillStyle = "#f0e442";
      g.fill();
      g.globalAlpha = 1;
      const reach = (s, r) => Math.min(r, limit / (Math.abs(s) + 1e-300));
      this.line(g, [tp(-reach(fx, rx), 0), tp(reach(fx, rx), 0)], ALONG_X, 3.6);
      this.line(g, [tp(0, -reach(fy, ry)), tp(0, reach(fy, ry))], ALONG_Y, 3.6);
      this.onFloor(g, x, y, z, fx, fy);
    }
    const top = cam.project(x, y, z), foot = cam.project(x, y, f.lo);
    this.line(g, [top, foot], this.ink, 1, [3, 3]);
    g.beginPath();
    g.arc(top[0], top[1], 5, 0, 7);
    g.fillStyle = this.paper;
    g.fill();
    g.strokeStyle = this.ink;
    g.lineWidth = 2;
    g.stroke();
  }

  onFloor(g, x, y, z, fx, fy) {
    const f = this.field, cam = this.camera, norm = Math.hypot(fx, fy);
    const base = this.isBird() ? z : f.lo;
    for (const [a, b] of f.level(z)) this.line(g, [cam.project(a[0], a[1], base), cam.project(b[0], b[1], base)], ARROW, 1.6);
    if (!(norm > 0)) return;
    const span = Math.min(f.x[f.x.length - 1] - f.x[0], f.y[f.y.length - 1] - f.y[0]) / 5 * this.fade;
    const ux = fx / norm * span, uy = fy / norm * span, tip = cam.project(x + ux, y + uy, base);
    this.line(g, [cam.project(x, y, base), tip], ARROW, 3);
    const wing = s => cam.project(x + 0.72 * ux - s * 0.16 * uy, y + 0.72 * uy + s * 0.16 * ux, base);
    g.beginPath();
    [tip, wing(1), wing(-1)].forEach((q, i) => i ? g.lineTo(q[0], q[1]) : g.moveTo(q[0], q[1]));
    g.closePath();
    g.fillStyle = ARROW;
    g.fill();
    // the little square that says "right angle"
    const m = 0.13, sx = ux * m, sy = uy * m;
    this.line(g, [cam.project(x + sx, y + sy, base), cam.project(x + sx - sy, y + sy + sx, base), cam.project(x - sy, y + sx, base)], ARROW, 1.2);
  }

  axes(g) {
    const f = this.field, d = this.data, cam = this.camera;
    g.font = "12px system-ui, sans-serif";
    g.fillStyle = this.ink;
    g.textAlign = "center";
    g.textBaseline = "middle";
    const [a, b] = [f.x[0], f.x[f.x.length - 1]], [c, e] = [f.y[0], f.y[f.y.length - 1]];
    const at = (x, y) => cam.project(x, y, f.lo);
    // the corner nearest to the reader; labels stand outside the two edges that meet there
    const [px, py] = this.corners().reduce((m, p) => at(p[0], p[1])[1] > at(m[0], m[1])[1] + 1e-9 ? p : m);
    const [qx, qy] = [px === a ? b : a, py === c ? e : c];
    const label = (text, p, inner, away) => {
      const d = [p[0] - inner[0], p[1] - inner[1]], n = Math.hypot(d[0], d[1]) || 1;
      g.fillText(text, p[0] + d[0] / n * away, p[1] + d[1] / n * away);
    };
    for (const t of [0.08, 0.5, 0.92]) {
      const x = lerp(a, b, t), y = lerp(c, e, t);
      const sx = +x.toPrecision(2), sy = +y.toPrecision(2);
      label(say(sx), at(sx, py), at(sx, qy), 14);
      label(say(sy), at(px, sy), at(qx, sy), 14);
    }
    g.font = "italic 600 15px Georgia, serif";
    label(d.xName, at(lerp(a, b, 0.3), py), at(lerp(a, b, 0.3), qy), 18);
    label(d.yName, at(px, lerp(c, e, 0.3)), at(qx, lerp(c, e, 0.3)), 18);
  }

  dispose() {
    this.observer.disconnect();
    this.dark.removeEventListener?.("change", this.onTheme);
  }
}

function barycentric(x, y, a, b, c) {
  const d = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
  if (Math.abs(d) < 1e-12) return null;
  const u = ((b[1] - c[1]) * (x - c[0]) + (c[0] - b[0]) * (y - c[1])) / d, v = ((c[1] - a[1]) * (x - c[0]) + (a[0] - c[0]) * (y - c[1])) / d, w = 1 - u - v;
  return u >= 0 && v >= 0 && w >= 0 ? [u, v, w] : null;
}

const CSS = `
.jcb-explorer { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; color: var(--jp-ui-font-color1, CanvasText); --jcb-paper: var(--jp-layout-color0, Canvas); font: 13px var(--jp-ui-font-family, system-ui), sans-serif; max-width: 980px; }
.jcb-stage { position: relative; flex: 1 1 420px; min-width: 280px; overflow: hidden; }
.jcb-stage canvas { width: 100%; display: block; cursor: crosshair; touch-action: none; border-radius: 3px; }
.jcb-stage canvas:focus-visible { outline: 2px solid var(--jp-brand-color1, #0072b2); outline-offset: -2px; }
.jcb-tip { position: absolute; left: 0; top: 0; pointer-events: none; padding: 2px 6px; border-radius: 3px; background: var(--jcb-paper); border: 1px solid var(--jp-border-color2, #999); white-space: nowrap; }
.jcb-side { flex: 0 1 270px; min-width: 220px; }
.jcb-side table { border-collapse: collapse; width: 100%; }
.jcb-side caption { text-align: left; font-weight: 600; padding: 2px 0 6px; }
.jcb-side th { text-align: left; font-weight: 400; padding: 4px 8px; border-bottom: 1px solid var(--jp-border-color2, #ccc); }
.jcb-side td { text-align: right; padding: 4px 0; font-variant-numeric: tabular-nums; border-bottom: 1px solid var(--jp-border-color2, #ccc); }
.jcb-error { color: var(--jp-error-color1, #b00020); text-align: left !important; }
.jcb-plane { display: grid; grid-template-columns: 1fr auto; gap: 2px 8px; margin: 12px 0; }
.jcb-plane input { grid-column: 1 / 3; width: 100%; }
.jcb-buttons button { font: inherit; color: inherit; background: var(--jp-layout-color2, transparent); border: 1px solid var(--jp-border-color1, #888); border-radius: 3px; padding: 4px 10px; margin-right: 6px; cursor: pointer; }
.jcb-buttons button[aria-pressed=true] { background: var(--jp-brand-color1, #0072b2); color: #fff; }
.jcb-hint { opacity: .75; font-size: 12px; }
`;

/** For a page without a kernel: answers come from the grids the page carries. */
export function standalone(el, data) {
  const field = new Field(data);
  return new Explorer(el, data, (x, y) => ({ z: field.value(x, y), fx: field.sample(data.fx, x, y), fy: field.sample(data.fy, x, y) }));
}

/** For a notebook with a kernel: anywidget calls this; each click asks the kernel. */
function render({ model, el }) {
  const grid = name => { const v = model.get(name); return new Float64Array(v.buffer, v.byteOffset, v.byteLength / 8); };
  const read = () => ({ ...model.get("meta"), x: grid("x"), y: grid("y"), z: grid("z"), fx: grid("fx"), fy: grid("fy") });
  const line = asking(model, (x, y) => { const f = new Field(read()); return { z: f.value(x, y), fx: f.sample(f.fx, x, y), fy: f.sample(f.fy, x, y) }; });
  const explorer = new Explorer(el, read(), async (x, y) => { const a = await line.ask([x, y]); return a.g ? { z: a.f, fx: a.g[0], fy: a.g[1], error: a.error } : a; });
  const hide = hideStatic(el, model.get("meta").identity);
  return () => { hide(); line.close(); explorer.dispose(); };
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
