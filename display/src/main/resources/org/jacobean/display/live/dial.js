// The directional dial: turn a direction, read the slope. The point, its gradient and a grid of
// values come with the data, so it needs no kernel.
//   data: {title, xName, yName, x, y, z, point: [x, y], gradient: [gx, gy], angle}

const VIRIDIS = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];
const DIRECTION = "#d55e00", GRADIENT = "#cc79a7";

const lerp = (a, b, t) => a + (b - a) * t;
const say = v => String(+(Math.abs(v) < 5e-10 ? 0 : v).toFixed(4)).replace("-", "−");

export class Dial {
  constructor(el, data) {
    this.data = data;
    const root = document.createElement("div");
    root.className = "jcb-dial";
    root.innerHTML = `<style>${CSS}</style>
      <div class="jcb-pair"><canvas class="jcb-map" role="img"></canvas><canvas class="jcb-wave" role="img"></canvas></div>
      <label>direction <input type="range" min="0" max="360" step="1"><output></output></label>
      <p aria-live="polite"></p>
      <div class="jcb-buttons"><button type="button" data-to="up">steepest up</button><button type="button" data-to="level">along the contour</button><button type="button" data-to="down">steepest down</button></div>`;
    el.replaceChildren(root);
    this.root = root;
    this.slider = root.querySelector("input");
    this.slider.value = data.angle ?? 0;
    this.slider.setAttribute("aria-label", "direction in degrees");
    this.slider.addEventListener("input", () => this.show());
    const [gx, gy] = data.gradient, up = Math.atan2(gy, gx) * 180 / Math.PI;
    root.querySelector(".jcb-buttons").addEventListener("click", e => {
      const add = { up: 0, level: 90, down: 180 }[e.target.dataset.to];
      if (add === undefined) return;
      this.exact = (up + add + 720) % 360;
      this.slider.value = this.exact;
      this.show(true);
    });
    this.map = root.querySelector(".jcb-map");
    this.wave = root.querySelector(".jcb-wave");
    this.map.setAttribute("aria-label", `Contours of ${data.title} with the gradient and the chosen direction`);
    this.wave.setAttribute("aria-label", "Slope against direction: a cosine with its top at the gradient's direction");
    this.observer = new ResizeObserver(() => this.show(true));
    this.observer.observe(root);
    this.show();
  }

  show(keep) {
    if (!keep) this.exact = undefined;
    const t = (this.exact ?? +this.slider.value) * Math.PI / 180, [gx, gy] = this.data.gradient;
    const slope = gx * Math.cos(t) + gy * Math.sin(t), norm = Math.hypot(gx, gy);
    this.root.querySelector("output").textContent = say(t * 180 / Math.PI) + "°";
    const share = norm ? slope / norm : 0;
    const word = norm === 0 ? "the gradient is zero: no direction has a slope" : share > 0.9999 ? "the steepest way up" : share < -0.9999 ? "the steepest way down" : Math.abs(share) < 1e-4 ? "along the contour: level" : `${say(100 * share)} % of the steepest`;
    this.root.querySelector("p").textContent = `u = (${say(Math.cos(t))}, ${say(Math.sin(t))}),  D_u f = ${say(gx)} · ${say(Math.cos(t))} + ${say(gy)} · ${say(Math.sin(t))} = ${say(slope)}: ${word}`;
    this.drawMap(t);
    this.drawWave(t, norm);
  }

  prepare(canvas) {
    const ratio = window.devicePixelRatio || 1, w = Math.max(200, canvas.clientWidth), h = 280;
    if (canvas.width !== w * ratio) { canvas.width = w * ratio; canvas.height = h * ratio; canvas.style.height = h + "px"; }
    const g = canvas.getContext("2d");
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, w, h);
    g.font = "12px system-ui, sans-serif";
    g.fillStyle = g.strokeStyle = getComputedStyle(this.root).color;
    return [g, w, h];
  }

  drawMap(t) {
    const d = this.data, [g, w, h] = this.prepare(this.map), nx = d.x.length, ny = d.y.length;
    const sorted = Array.from(d.z).filter(Number.isFinite).sort((a, b) => a - b), bounds = Array.from({ length: 9 }, (_, k) => sorted[Math.floor((k + 1) / 10 * sorted.length)]);
    // one unit is as long across as up, else the right angle would not look like one
    const spanX = d.x[nx - 1] - d.x[0], spanY = d.y[ny - 1] - d.y[0], unit = Math.min(w / spanX, h / spanY);
    const x0 = Math.round((w - unit * spanX) / 2), y0 = Math.round((h + unit * spanY) / 2), X = x => x0 + (x - d.x[0]) * unit, Y = y => y0 - (y - d.y[0]) * unit;
    const step = 3;
    for (let py = y0 - unit * spanY; py < y0; py += step) for (let px = x0; px < x0 + unit * spanX; px += step) {
      const u = (px - x0) / (unit * spanX) * (nx - 1), v = (y0 - py) / (unit * spanY) * (ny - 1), i = Math.min(nx - 2, Math.floor(u)), j = Math.min(ny - 2, Math.floor(v)), a = u - i, b = v - j;
      const z = lerp(lerp(d.z[j * nx + i], d.z[j * nx + i + 1], a), lerp(d.z[(j + 1) * nx + i], d.z[(j + 1) * nx + i + 1], a), b);
      if (!Number.isFinite(z)) continue;
      g.fillStyle = VIRIDIS[bounds.filter(c => z > c).length];
      g.fillRect(px, py, step, step);
    }
    const [x, y] = d.point, reach = Math.min(d.x[nx - 1] - d.x[0], d.y[ny - 1] - d.y[0]) / 3.2, [gx, gy] = d.gradient, n = Math.hypot(gx, gy);
    if (n) this.arrow(g, X(x), Y(y), X(x + gx / n * reach), Y(y + gy / n * reach), GRADIENT);
    this.arrow(g, X(x), Y(y), X(x + Math.cos(t) * reach), Y(y + Math.sin(t) * reach), DIRECTION);
    g.beginPath();
    g.arc(X(x), Y(y), 4.5, 0, 7);
    g.fillStyle = "#fff";
    g.fill();
  }

  arrow(g, a, b, c, e, ink) {
    const n = Math.hypot(c - a, e - b) || 1, ux = (c - a) / n, uy = (e - b) / n;
    for (const [colour, width] of [["#fff", 5.5], [ink, 3]]) {
      g.strokeStyle = g.fillStyle = colour;
      g.lineWidth = width;
      g.beginPath();
      g.moveTo(a, b);
      g.lineTo(c - ux * 8, e - uy * 8);
      g.stroke();
      g.beginPath();
      g.moveTo(c, e);
      g.lineTo(c - ux * 12 - uy * 6, e - uy * 12 + ux * 6);
      g.lineTo(c - ux * 12 + uy * 6, e - uy * 12 - ux * 6);
      g.closePath();
      g.fill();
    }
  }

  drawWave(t, norm) {
    const [g, w, h] = this.prepare(this.wave), [gx, gy] = this.data.gradient, left = 44, top = norm || 1;
    const X = a => lerp(left, w - 18, a / 360), Y = s => lerp(h - 26, 12, (s / top + 1.05) / 2.1), slope = a => gx * Math.cos(a) + gy * Math.sin(a);
    g.textAlign = "center";
    for (const a of [0, 90, 180, 270, 360]) g.fillText(a + "°", X(a), h - 8);
    g.textAlign = "right";
    for (const s of [-top, 0, top]) g.fillText(say(s), left - 6, Y(s) + 4);
    g.globalAlpha = 0.4;
    g.beginPath();
    g.moveTo(left, Y(0));
    g.lineTo(w - 18, Y(0));
    g.stroke();
    g.globalAlpha = 1;
    g.beginPath();
    for (let a = 0; a <= 360; a += 2) a ? g.lineTo(X(a), Y(slope(a * Math.PI / 180))) : g.moveTo(X(a), Y(slope(0)));
    g.lineWidth = 2;
    g.stroke();
    g.beginPath();
    g.arc(X(t * 180 / Math.PI), Y(slope(t)), 6, 0, 7);
    g.fillStyle = DIRECTION;
    g.fill();
  }

  dispose() { this.observer.disconnect(); }
}

const CSS = `
.jcb-dial { color: var(--jp-ui-font-color1, CanvasText); font: 13px var(--jp-ui-font-family, system-ui), sans-serif; max-width: 860px; }
.jcb-dial .jcb-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 14px; }
.jcb-dial canvas { width: 100%; height: 280px; display: block; border-radius: 3px; }
.jcb-dial label { display: grid; grid-template-columns: 5em 1fr 5em; gap: 8px; align-items: center; margin-top: 10px; }
.jcb-dial p { min-height: 1.3em; margin: 8px 0; font-variant-numeric: tabular-nums; }
.jcb-dial button { font: inherit; color: inherit; background: var(--jp-layout-color2, transparent); border: 1px solid var(--jp-border-color1, #888); border-radius: 3px; padding: 4px 10px; margin-right: 6px; cursor: pointer; }
`;

/** For a page without a kernel. */
export function standalone(el, data) {
  return new Dial(el, data);
}

function render({ model, el }) {
  const grid = name => { const v = model.get(name); return new Float64Array(v.buffer, v.byteOffset, v.byteLength / 8); };
  const dial = new Dial(el, { ...model.get("meta"), x: grid("x"), y: grid("y"), z: grid("z") });
  const hide = hideStatic(el, model.get("meta").identity);
  return () => { hide(); dial.dispose(); };
}

/** The same view without a kernel stands in an output before this one: one of them is enough. */
function hideStatic(el, identity) {
  const found = identity && document.getElementById(identity);
  const output = found?.closest(".jp-OutputArea-child") ?? found;
  if (output) output.style.display = "none";
  return () => { if (output) output.style.display = ""; };
}

export default { render };
