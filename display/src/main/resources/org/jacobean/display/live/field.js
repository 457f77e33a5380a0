/** A grid of values with what follows from it: ranges, interpolation, level curves. */
class Field {
  constructor(data) { this.x = data.x; this.y = data.y; this.load(data); }

  /** Other values on the same grid; the range of heights only grows, so that change is seen. */
  load({ z, fx, fy }) {
    Object.assign(this, { z, fx, fy, curves: new Map() });
    const finite = Array.from(z).filter(Number.isFinite).sort((a, b) => a - b), cut = q => finite.length ? finite[Math.round(q * (finite.length - 1))] : 0;
    // A pole would flatten all the rest: what lies far outside the bulk is cut off.
    const low = cut(0.02), high = cut(0.98), slack = 0.6 * (high - low);
    let lo = Math.max(cut(0), low - slack), hi = Math.min(cut(1), high + slack);
    if (!(hi > lo)) { lo -= 1; hi += 1; }
    this.lo = Math.min(lo, this.lo ?? lo);
    this.hi = Math.max(hi, this.hi ?? hi);
    this.sorted = finite;
  }
  get ends() { return [this.x[0], last(this.x), this.y[0], last(this.y)]; }
  unit(z) { return (clamp(z, this.lo, this.hi) - this.lo) / (this.hi - this.lo); }
  /** Cell and place within it. */
  cell(px, py) {
    const nx = this.x.length, ny = this.y.length, [a, b, c, d] = this.ends;
    const u = clamp((px - a) / (b - a), 0, 1) * (nx - 1), v = clamp((py - c) / (d - c), 0, 1) * (ny - 1);
    const i = Math.min(nx - 2, Math.floor(u)), j = Math.min(ny - 2, Math.floor(v));
    return [i, j, u - i, v - j];
  }
  mix(px, py, of) {
    const [i, j, a, b] = this.cell(px, py), k = j * this.x.length + i, up = k + this.x.length;
    return lerp(lerp(of(k, i, j), of(k + 1, i + 1, j), a), lerp(of(up, i, j + 1), of(up + 1, i + 1, j + 1), a), b);
  }
  /**
   * The value between grid points. Interpolation errs by +½f″a(1−a)h², the blend of the corners'
   * tangents by the negative of it: their mean is exact where the function is quadratic.
   */
  value(px, py) {
    const flat = this.mix(px, py, k => this.z[k]);
    const bent = this.mix(px, py, (k, i, j) => this.z[k] + this.fx[k] * (px - this.x[i]) + this.fy[k] * (py - this.y[j]));
    return Number.isFinite(bent) ? (flat + bent) / 2 : flat;
  }
  slopes([px, py]) {
    return { f: this.value(px, py), g: [this.mix(px, py, k => this.fx[k]), this.mix(px, py, k => this.fy[k])] };
  }

  /** Segments of the curve where the function has this value, by marching squares. */
  level(c) {
    if (this.curves.has(c)) return this.curves.get(c);
    const out = [], { x, y, z } = this, nx = x.length, v = [0, 0, 0, 0];
    for (let j = 0; j + 1 < y.length; j++) for (let i = 0; i + 1 < nx; i++) {
      const k = j * nx + i;
      v[0] = z[k] - c; v[1] = z[k + 1] - c; v[2] = z[k + nx + 1] - c; v[3] = z[k + nx] - c;
      const below = (v[0] < 0) + (v[1] < 0) + (v[2] < 0) + (v[3] < 0);
      if (below === 0 || below === 4 || !Number.isFinite(v[0] + v[1] + v[2] + v[3])) continue;
      const cuts = [];
      for (let m = 0; m < 4; m++) {
        const n = (m + 1) % 4;
        if ((v[m] < 0) === (v[n] < 0)) continue;
        const t = v[m] / (v[m] - v[n]), ax = i + (m === 1 || m === 2), ay = j + (m > 1), bx = i + (n === 1 || n === 2), by = j + (n > 1);
        cuts.push([lerp(x[ax], x[bx], t), lerp(y[ay], y[by], t)]);
      }
      for (let n = 0; n + 1 < cuts.length; n += 2) out.push([cuts[n], cuts[n + 1]]);
    }
    if (this.curves.size > 60) this.curves.clear();
    this.curves.set(c, out);
    return out;
  }

  /** Heights at equal distance, round numbers. */
  get heights() { return ticks(this.lo, this.hi, 12).filter(c => c > this.lo && c < this.hi); }
  /** Heights that part the map into shares of equal area. */
  shares(n) {
    return [...new Set(Array.from({ length: n - 1 }, (_, k) => this.sorted[Math.floor((k + 1) / n * this.sorted.length)]))].filter(Number.isFinite);
  }

  /** A picture of the bands between heights, to be drawn at any size. */
  bands(heights, w, h) {
    const picture = Object.assign(document.createElement("canvas"), { width: w, height: h }), g = picture.getContext("2d"), image = g.createImageData(w, h), [a, b, c, d] = this.ends;
    for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) {
      const v = this.value(lerp(a, b, (i + 0.5) / w), lerp(d, c, (j + 0.5) / h));
      if (!Number.isFinite(v)) continue;
      let k = 0;
      while (k < heights.length && v > heights[k]) k++;
      image.data.set([...shade(heights.length ? k / heights.length : 0.5), 255], 4 * (j * w + i));
    }
    g.putImageData(image, 0, 0);
    return picture;
  }

  /** Writes heights on their curves, apart from one another; to() maps to the canvas. */
  label(g, heights, to, room, taken = []) {
    const [a, b, c, d] = this.ends, placed = taken.slice();
    g.font = "11px system-ui, sans-serif";
    for (const height of heights) {
      const spots = this.level(height).map(([p, q]) => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]);
      spots.sort((p, q) => Math.abs((p[0] - a) / (b - a) - (p[1] - c) / (d - c)) - Math.abs((q[0] - a) / (b - a) - (q[1] - c) / (d - c)));
      const spot = spots.map(p => to(p[0], p[1])).find(p => room(p) && placed.every(o => Math.hypot(o[0] - p[0], o[1] - p[1]) > 40));
      if (!spot) continue;
      placed.push(spot);
      write(g, say(height, 3), spot[0], spot[1], "#fff", "rgba(20,20,40,.75)");
    }
    g.font = "12px system-ui, sans-serif";
  }
}
