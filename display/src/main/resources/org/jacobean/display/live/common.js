// What the live views share: numbers in words, colours, a canvas that follows its page, the kernel's
// ear. LiveView puts this module before each of theirs.

const VIRIDIS = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];
const DEG = Math.PI / 180;

const clamp = (v, lo, hi) => Math.min(hi, Math.max(lo, v));
const lerp = (a, b, t) => a + (b - a) * t;
const last = a => a[a.length - 1];
const norm = g => Math.hypot(...g);

/** A number as a reader wants it: few digits, a real minus sign. */
function say(v, digits = 4) {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? "not a number" : v > 0 ? "∞" : "−∞";
  const r = Math.abs(v) < 5e-13 ? 0 : v, size = Math.abs(r);
  if (size >= 1e6 || (r !== 0 && size < 0.5 * 10 ** -digits)) return r.toExponential(2).replace("e+", "e").replaceAll("-", "−");
  return String(+r.toFixed(digits)).replace("-", "−");
}
/** The same inside a product or a sum: negative ones in brackets. */
const factor = (v, digits) => v < 0 ? `(${say(v, digits)})` : say(v, digits);

/** Round numbers from lo to hi, at most so many. */
function ticks(lo, hi, most = 6) {
  const raw = (hi - lo) / most, ten = 10 ** Math.floor(Math.log10(raw)), step = ten * [1, 2, 5, 10].find(m => m * ten >= raw * 0.999);
  const out = [];
  for (let k = Math.ceil(lo / step - 1e-6); k * step <= hi + 1e-6 * step; k++) out.push(+(k * step).toPrecision(12));
  return out;
}

const SHADES = Array.from({ length: 101 }, (_, k) => {
  const s = k / 100 * (VIRIDIS.length - 1), i = Math.min(VIRIDIS.length - 2, Math.floor(s)), at = (h, c) => parseInt(VIRIDIS[h].slice(1 + 2 * c, 3 + 2 * c), 16);
  return [0, 1, 2].map(c => Math.round(lerp(at(i, c), at(i + 1, c), s - i)));
});
const shade = t => SHADES[Math.round(clamp(t, 0, 1) * 100)];

/** An element with attributes and children; text stands for itself. */
function make(tag, attributes = {}, ...children) {
  const e = tag.startsWith("svg:") ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4)) : document.createElement(tag);
  for (const [k, v] of Object.entries(attributes)) if (v !== undefined && v !== false) e.setAttribute(k, v);
  e.append(...children);
  return e;
}
const button = (act, text, title) => make("button", { type: "button", "data-act": act, title }, text);

/** A table: heads, then rows whose first cell is their head. */
function table(caption, heads, rows) {
  const cells = (kind, row) => row.map((v, i) => make(kind === "th" || (i === 0) ? "th" : "td", kind === "th" ? { scope: "col" } : i === 0 ? { scope: "row" } : {}, typeof v === "number" ? say(v) : v));
  return make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...cells("th", heads))), make("tbody", {}, ...rows.map(r => make("tr", {}, ...cells("td", r)))));
}

/** A table that is made when somebody opens it. */
function folded(title, content) {
  const d = make("details", { class: "jcb-table" }, make("summary", {}, title)), body = make("div");
  d.append(body);
  const renew = () => { if (d.open) body.replaceChildren(content()); };
  d.addEventListener("toggle", renew);
  return Object.assign(d, { renew });
}

/** Ink and paper of the page an element stands on, and accents that are legible there. */
function theme(el) {
  const s = getComputedStyle(el), [r, g, b] = (s.backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number), dark = 0.3 * r + 0.59 * g + 0.11 * b < 128;
  return dark
    ? { ink: s.color, paper: s.backgroundColor, dark, x: "#ff9b50", y: "#5bbdff", arrow: "#ff8fc7", level: "#ffc83d", plane: "255,236,120" }
    : { ink: s.color, paper: s.backgroundColor, dark, x: "#d55e00", y: "#0068b5", arrow: "#c0398b", level: "#d98200", plane: "250,205,40" };
}

/** Calls back when the reader changes between light and dark. */
function onTheme(changed) {
  const system = matchMedia("(prefers-color-scheme: dark)"), watch = new MutationObserver(() => changed());
  system.addEventListener("change", changed);
  watch.observe(document.body, { attributes: true, attributeFilter: ["class", "data-jp-theme-name", "data-jp-theme-light"] });
  return () => { system.removeEventListener("change", changed); watch.disconnect(); };
}

/** A canvas as wide as its place, drawn at most once a frame, anew when size or colours change. */
class Board {
  constructor(place, label, height, draw, role = "application") {
    this.canvas = make("canvas", { role, "aria-label": label, ...(role === "application" ? { tabindex: 0 } : {}) });
    Object.assign(this, { place, height, paintOn: draw, w: 0 });
    place.append(this.canvas);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(place);
    this.forget = onTheme(() => this.paint());
    this.resize();
  }
  resize() {
    const w = Math.max(200, Math.round(this.place.clientWidth)), h = Math.round(this.height(w)), ratio = window.devicePixelRatio || 1;
    if (w === this.w && h === this.h && ratio === this.ratio) return;
    Object.assign(this, { w, h, ratio });
    Object.assign(this.canvas, { width: w * ratio, height: h * ratio });
    this.canvas.style.height = h + "px";
    this.resized?.();
    this.paint();
  }
  paint() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => { this.pending = false; this.now(); });
  }
  now() {
    const g = this.canvas.getContext("2d");
    g.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    g.clearRect(0, 0, this.w, this.h);
    g.font = "12px system-ui, sans-serif";
    g.lineJoin = g.lineCap = "round";
    this.paintOn(g, theme(this.canvas));
  }
  at(e) { const r = this.canvas.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; }
  dispose() { this.observer.disconnect(); this.forget(); }
}

/** A line through points; null lifts the pen. */
function stroke(g, points, ink, width, dash = []) {
  g.beginPath();
  let pen = false;
  for (const p of points) { p ? pen ? g.lineTo(p[0], p[1]) : g.moveTo(p[0], p[1]) : 0; pen = !!p; }
  g.setLineDash(dash);
  g.strokeStyle = ink;
  g.lineWidth = width;
  g.stroke();
  g.setLineDash([]);
}
/** Many separate pieces at once; to() maps them to the canvas. */
function pieces(g, segments, to, ink, width) {
  g.beginPath();
  for (const [p, q] of segments) { const a = to(p[0], p[1]), b = to(q[0], q[1]); g.moveTo(a[0], a[1]); g.lineTo(b[0], b[1]); }
  g.strokeStyle = ink;
  g.lineWidth = width;
  g.stroke();
}
function fill(g, points, ink) {
  g.beginPath();
  points.forEach((p, i) => i ? g.lineTo(p[0], p[1]) : g.moveTo(p[0], p[1]));
  g.closePath();
  g.fillStyle = ink;
  g.fill();
}
function dot(g, [x, y], radius, ink, rim, width = 1.5) {
  g.beginPath();
  g.arc(x, y, radius, 0, 7);
  g.fillStyle = ink;
  g.fill();
  if (!rim) return;
  g.strokeStyle = rim;
  g.lineWidth = width;
  g.stroke();
}
/** Text with a rim of paper, legible on any ground. */
function write(g, text, x, y, ink, rim, align = "center", base = "middle") {
  g.textAlign = align;
  g.textBaseline = base;
  if (rim) { g.strokeStyle = rim; g.lineWidth = 3.5; g.strokeText(text, x, y); }
  g.fillStyle = ink;
  g.fillText(text, x, y);
}
function arrow(g, [a, b], [c, e], ink, rim, width = 3) {
  const n = Math.hypot(c - a, e - b);
  if (!(n > 1)) return;
  const ux = (c - a) / n, uy = (e - b) / n, head = Math.min(4.2 * width, n * 0.7), half = head * 0.48;
  const tip = [[c, e], [c - ux * head - uy * half, e - uy * head + ux * half], [c - ux * head + uy * half, e - uy * head - ux * half]];
  if (rim) { stroke(g, [[a, b], [c, e]], rim, width + 3); stroke(g, [...tip, tip[0]], rim, 3); }
  stroke(g, [[a, b], [c - ux * head * 0.8, e - uy * head * 0.8]], ink, width);
  fill(g, tip, ink);
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Numbers as they come with a page (base64 of floats, ends of an axis) or with a model. */
function unpacked(data) {
  const array = v => Float64Array.from(new Float32Array(Uint8Array.from(atob(v), c => c.charCodeAt(0)).buffer));
  return axes(Object.fromEntries(Object.entries(data).map(([k, v]) => [k, v?.f32 !== undefined ? array(v.f32) : v])));
}
const numbers = v => new Float64Array(v.buffer.slice(v.byteOffset, v.byteOffset + v.byteLength));
function received(model) {
  const data = { ...model.get("meta") };
  for (const k of ["z", "fx", "fy", "f", "g"]) { const v = model.get(k); if (v?.byteLength) data[k] = numbers(v); }
  return axes(data);
}
function axes(data) {
  for (const k of ["x", "y"]) if (data[k]?.points) { const { from, to, points } = data[k]; data[k] = Float64Array.from({ length: points }, (_, i) => from + (to - from) * i / (points - 1)); }
  return data;
}
