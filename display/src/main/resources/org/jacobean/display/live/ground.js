// What a descent walks on: a curve, or a map with contours; and the losses below it.

const LEFT = 50, RIGHT = 12, TOP = 12, BOTTOM = 40;

/** Slopes from the grid: cubic between the points of a curve, nearly quadratic on a map. */
function fromGrid(d) {
  if (d.y !== undefined) { const field = new Field(d); return p => field.slopes(p); }
  const n = d.x.length, h = (last(d.x) - d.x[0]) / (n - 1);
  return ([x]) => {
    const u = (x - d.x[0]) / h, i = clamp(Math.floor(u), 0, n - 2), t = u - i, a = d.f[i], b = d.f[i + 1], p = d.g[i] * h, q = d.g[i + 1] * h;
    const c2 = 3 * (b - a) - 2 * p - q, c3 = 2 * (a - b) + p + q;
    return { f: a + t * (p + t * (c2 + t * c3)), g: [(p + t * (2 * c2 + 3 * t * c3)) / h] };
  };
}

/** What curve and map share: a frame with round numbers, and the walks within it. */
class Ground {
  constructor(data, x, y, names) {
    Object.assign(this, { data, box: [...x, ...y], names, far: 1000 * (Math.abs(x[0]) + Math.abs(x[1])) });
    this.stride = [(x[1] - x[0]) / 60, (y[1] - y[0]) / 60];
  }
  to(b, x, y) { const [p, q, r, s] = this.box; return [lerp(LEFT, b.w - RIGHT, (x - p) / (q - p)), lerp(b.h - BOTTOM, TOP, (y - r) / (s - r))]; }
  from(b, px, py) {
    const [p, q, r, s] = this.box, u = clamp((px - LEFT) / (b.w - LEFT - RIGHT), 0, 1), v = clamp((b.h - BOTTOM - py) / (b.h - BOTTOM - TOP), 0, 1);
    return [[lerp(p, q, u), q - p], [lerp(r, s, v), s - r]].map(([c, span]) => { const fine = 10 ** Math.floor(Math.log10(span / 100)); return +(Math.round(c / fine) * fine).toPrecision(10); });
  }

  frame(g, ink, b, lines) {
    const [p, q, r, s] = this.box, faint = ink.dark ? "rgba(255,255,255,.15)" : "rgba(0,0,0,.1)";
    for (const x of ticks(p, q, 8)) {
      const [cx, cy] = this.to(b, x, r);
      if (lines) stroke(g, [[cx, cy], [cx, TOP]], faint, 1);
      stroke(g, [[cx, cy], [cx, cy + 4]], ink.ink, 1);
      write(g, say(x), cx, cy + 13, ink.ink);
    }
    for (const y of ticks(r, s, 6)) {
      const [cx, cy] = this.to(b, p, y);
      if (lines) stroke(g, [[cx, cy], [b.w - RIGHT, cy]], faint, 1);
      stroke(g, [[cx - 4, cy], [cx, cy]], ink.ink, 1);
      write(g, say(y, 3), cx - 7, cy, ink.ink, undefined, "right");
    }
    g.strokeStyle = faint;
    g.lineWidth = 1;
    g.strokeRect(LEFT, TOP, b.w - LEFT - RIGHT, b.h - TOP - BOTTOM);
    g.font = "italic 600 15px Georgia, 'Times New Roman', serif";
    write(g, this.names[0], (LEFT + b.w - RIGHT) / 2, b.h - 9, ink.ink);
    write(g, this.names[1], 9, (TOP + b.h - BOTTOM) / 2, ink.ink);
    g.font = "12px system-ui, sans-serif";
  }

  within(g, b, body) {
    g.save();
    g.beginPath();
    g.rect(LEFT, TOP, b.w - LEFT - RIGHT, b.h - TOP - BOTTOM);
    g.clip();
    body();
    g.restore();
  }

  walk(g, ink, points, colour, current) {
    g.globalAlpha = current ? 1 : 0.65;
    const near = points.map(p => p.map(v => clamp(v, -1e5, 1e5)));
    stroke(g, near, ink.paper, 4.5);
    stroke(g, near, colour, 2);
    if (points.length <= 80) for (const p of points.slice(0, -1)) dot(g, p, 3, colour, ink.paper, 1);
    dot(g, last(points), current ? 6.5 : 4.5, colour, ink.paper, 2);
    g.globalAlpha = 1;
  }
}

class Curve extends Ground {
  constructor(d) {
    const f = Array.from(d.f).filter(Number.isFinite), lo = Math.min(...f), hi = Math.max(...f), pad = 0.07 * (hi - lo || 1);
    super(d, [d.x[0], last(d.x)], [lo - pad, hi + pad], [d.xName, "f"]);
  }
  back(b, px, py) { return [this.from(b, px, py)[0]]; }
  draw(g, ink, b, runs, run, colourOf) {
    const d = this.data;
    this.frame(g, ink, b, true);
    this.within(g, b, () => {
      stroke(g, Array.from(d.x, (x, i) => Number.isFinite(d.f[i]) ? this.to(b, x, d.f[i]) : null), ink.ink, 2.2);
      for (const r of runs) if (r !== run) this.walk(g, ink, r.path.map(s => this.to(b, s.p[0], s.f)), colourOf(r), false);
      if (!run) return;
      const { p: [x], f, g: [slope] } = run.last, reach = (this.box[1] - this.box[0]) / 8;
      if (Number.isFinite(slope + f)) {
        stroke(g, [this.to(b, x - reach, f - reach * slope), this.to(b, x + reach, f + reach * slope)], colourOf(run), 2, [6, 5]);
        const foot = this.to(b, x, this.box[2]);
        stroke(g, [this.to(b, x, f), foot], colourOf(run), 1, [2, 4]);
        if (!run.end && run.optimiser === "gd") arrow(g, [foot[0], foot[1] - 8], [clamp(this.to(b, x - run.rate * slope, 0)[0], LEFT - 9, b.w), foot[1] - 8], colourOf(run), ink.paper, 2.6);
      }
      this.walk(g, ink, run.path.map(s => this.to(b, s.p[0], s.f)), colourOf(run), true);
    });
  }
}

class Plane extends Ground {
  constructor(d) {
    super(d, [d.x[0], last(d.x)], [d.y[0], last(d.y)], [d.xName, d.yName]);
    this.field = new Field(d);
    this.levels = this.field.shares(11);
  }
  back(b, px, py) { return this.from(b, px, py); }
  draw(g, ink, b, runs, run, colourOf) {
    const to = (x, y) => this.to(b, x, y);
    this.picture ??= this.field.bands(this.levels, 220, 160);
    g.drawImage(this.picture, LEFT, TOP, b.w - LEFT - RIGHT, b.h - TOP - BOTTOM);
    this.within(g, b, () => {
      for (const h of this.levels) pieces(g, this.field.level(h), to, "rgba(255,255,255,.55)", 1);
      const white = { ...ink, paper: ink.dark ? "#111" : "#fff" };
      for (const r of runs) if (r !== run) this.walk(g, white, r.path.map(s => to(...s.p)), colourOf(r), false);
      if (!run) return;
      const { p: [x, y], g: slopes } = run.last;
      if (!run.end && run.optimiser === "gd" && slopes.every(Number.isFinite)) arrow(g, to(x, y), to(x - run.rate * slopes[0], y - run.rate * slopes[1]), colourOf(run), white.paper, 2.4);
      this.walk(g, white, run.path.map(s => to(...s.p)), colourOf(run), true);
    });
    this.frame(g, ink, b, false);
  }
}

/** f after each step, one line a run. */
function drawLosses(g, ink, b, runs, run, colourOf) {
  const all = runs.flatMap(r => r.path.map(s => s.f)).filter(Number.isFinite), most = Math.max(5, ...runs.map(r => r.steps));
  if (!all.length) return;
  let lo = Math.min(...all), hi = Math.min(Math.max(...all), Math.max(...runs.map(r => r.path[0].f)) * 1 + 3 * (Math.max(...runs.map(r => r.path[0].f)) - lo || 1));
  if (!(hi > lo)) { lo -= 1; hi += 1; }
  const pad = 0.06 * (hi - lo), X = k => lerp(LEFT, b.w - RIGHT, k / most), Y = v => lerp(b.h - 20, 8, (clamp(v, lo - pad, hi + pad) - lo + pad) / (hi - lo + 2 * pad)), faint = ink.dark ? "rgba(255,255,255,.15)" : "rgba(0,0,0,.1)";
  for (const v of ticks(lo, hi, 3)) { stroke(g, [[LEFT, Y(v)], [b.w - RIGHT, Y(v)]], faint, 1); write(g, say(v, 3), LEFT - 7, Y(v), ink.ink, undefined, "right"); }
  for (const k of ticks(0, most, 8)) if (Number.isInteger(k)) write(g, String(k), X(k), b.h - 8, ink.ink);
  for (const r of runs) {
    g.globalAlpha = r === run ? 1 : 0.65;
    stroke(g, r.path.map((s, k) => Number.isFinite(s.f) ? [X(k), Y(s.f)] : null), colourOf(r), 2);
    if (Number.isFinite(r.last.f)) dot(g, [X(r.steps), Y(r.last.f)], 3, colourOf(r));
  }
  g.globalAlpha = 1;
  g.font = "italic 600 13px Georgia, 'Times New Roman', serif";
  write(g, "f", 9, b.h / 2 - 6, ink.ink);
  g.font = "12px system-ui, sans-serif";
}
