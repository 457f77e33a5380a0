// Space on a canvas: a camera, and a painter that draws what is farthest first.

const HOME = { turn: -58 * DEG, tilt: 31 * DEG, zoom: 1 };
const HIGH = 0.62, FLOOR = -0.98;

/** Where the eye is, and what a point in space becomes on the canvas. */
class Camera {
  constructor(field) { Object.assign(this, HOME, { field, w: 1, h: 1 }); this.aim(); }
  get bird() { return this.tilt > 86 * DEG; }
  /** To be called when the eye has moved. */
  aim() {
    this.c = Math.cos(this.turn); this.s = Math.sin(this.turn);
    this.up = Math.cos(this.tilt); this.over = Math.sin(this.tilt);
    const above = clamp((this.tilt / DEG - 55) / 33, 0, 1), soft = above * above * (3 - 2 * above);
    this.scale = this.zoom * lerp(Math.min(this.w / 3.2, this.h / 3.3), Math.min(this.w / 2.55, this.h / 2.5), soft);
    this.cx = this.w / 2 + 8 * (1 - soft);
    this.cy = this.h * 0.5 - lerp(0.35, 0.07, soft) * this.scale;
  }
  /** The function's x, y, z in the box of space. */
  place(x, y, z) {
    const f = this.field, [a, b, c, d] = f.ends;
    return [2 * (x - a) / (b - a) - 1, 2 * (y - c) / (d - c) - 1, HIGH * (2 * (z - f.lo) / (f.hi - f.lo) - 1)];
  }
  /** A point of the box to [across, down, distance]. */
  see(X, Y, Z) {
    const a = X * this.c - Y * this.s, b = X * this.s + Y * this.c, far = b * this.up - Z * this.over;
    const k = this.scale / (1 + 0.14 * this.up * far);
    return [this.cx + a * k, this.cy - (b * this.over + Z * this.up) * k, far];
  }
  project(x, y, z) { const p = this.place(x, y, z); return this.see(p[0], p[1], p[2]); }
  ground(x, y) { const p = this.place(x, y, 0); return this.see(p[0], p[1], this.bird ? -HIGH : FLOOR); }
  /** How bright a face with this normal is, and whether its back is seen; the light moves with the eye. */
  light(n) {
    const a = n[0] * this.c - n[1] * this.s, b = n[0] * this.s + n[1] * this.c, high = b * this.over + n[2] * this.up, far = b * this.up - n[2] * this.over;
    const back = far > 0, dot = (back ? -1 : 1) * (-0.42 * a + 0.66 * high - 0.62 * far);
    return [0.6 + 0.5 * Math.max(0, dot), back];
  }
}

/** Collects faces and lines, then draws them from back to front; hidden lines shine through. */
class Painter {
  constructor(g) { Object.assign(this, { g, parts: [], lines: [] }); }
  face(points, ink, edge) {
    let far = 0;
    for (const p of points) far += p[2];
    this.parts.push({ far: far / points.length, points, ink, edge });
  }
  /** A line is drawn a little nearer than it is, so that the surface it lies on does not hide it. */
  line(points, ink, width, rim, ghost = 0.3, nearer = 0.08) {
    this.lines.push({ points, ink, width, ghost });
    for (let i = 0; i + 1 < points.length; i++) {
      const p = points[i], q = points[i + 1];
      if (!p || !q) continue;
      const far = (p[2] + q[2]) / 2 - nearer, piece = [p, q];
      if (rim) this.parts.push({ far: far + 0.045, points: piece, ink: rim, width: width + 2.4 });
      this.parts.push({ far, points: piece, ink, width });
    }
  }
  /** A whole at one distance: what is too near to the surface to be parted by it. */
  over(far, draw) { this.parts.push({ far, draw }); }
  draw() {
    const g = this.g;
    this.parts.sort((a, b) => b.far - a.far);
    for (const { points, ink, edge, width, draw } of this.parts) {
      if (draw) { draw(g); continue; }
      if (width) { stroke(g, points, ink, width); continue; }
      g.beginPath();
      g.moveTo(points[0][0], points[0][1]);
      for (let m = 1; m < points.length; m++) g.lineTo(points[m][0], points[m][1]);
      g.closePath();
      g.fillStyle = ink;
      g.fill();
      if (!edge) continue;
      g.strokeStyle = edge;
      g.lineWidth = 0.8;
      g.stroke();
    }
    for (const { points, ink, width, ghost } of this.lines) if (ghost) {
      g.globalAlpha = ghost;
      stroke(g, points, ink, width);
    }
    g.globalAlpha = 1;
  }
}

/** The faces of a field with their normals and colours; kept until the values change. */
class Sheet {
  constructor(field) {
    const { x, y, z } = field, nx = x.length, ny = y.length, kept = v => clamp(v, field.lo, field.hi);
    this.field = field;
    this.faces = [];
    const rise = 2 * HIGH / (field.hi - field.lo), dx = 2 / (nx - 1), dy = 2 / (ny - 1);
    for (let j = 0; j + 1 < ny; j++) for (let i = 0; i + 1 < nx; i++) {
      const k = j * nx + i, corners = [z[k], z[k + 1], z[k + nx + 1], z[k + nx]];
      if (!corners.every(Number.isFinite) || corners.every(v => v > field.hi) || corners.every(v => v < field.lo)) continue;
      const [a, b, c, d] = corners.map(kept), p = (b + c - a - d) / 2 * rise / dx, q = (c + d - a - b) / 2 * rise / dy, n = Math.hypot(p, q, 1);
      this.faces.push({ k, i, j, height: field.unit((a + b + c + d) / 4), normal: [-p / n, -q / n, 1 / n] });
    }
  }
  /** All points as the camera sees them. */
  seen(camera) {
    const { x, y, z, lo, hi } = this.field, nx = x.length;
    return this.points = Array.from(z, (v, k) => camera.project(x[k % nx], y[Math.floor(k / nx)], Number.isFinite(v) ? clamp(v, lo, hi) : lo));
  }
  paint(painter, camera, dark) {
    const p = this.points, nx = this.field.x.length;
    for (const { k, height, normal } of this.faces) {
      const [bright, back] = camera.light(normal), base = shade(height);
      const [r, g, b] = base.map(v => Math.round(clamp(back ? lerp(v, dark ? 110 : 150, 0.35) * bright : v * bright, 0, 255)));
      painter.face([p[k], p[k + 1], p[k + nx + 1], p[k + nx]], `rgb(${r},${g},${b})`, `rgb(${r},${g},${b})`);
    }
  }
  /** Every fourth grid line, as threads over the surface. */
  threads(painter, ink) {
    const { x, y, z, lo, hi } = this.field, nx = x.length, ny = y.length, p = this.points, step = Math.max(1, Math.round(nx / 10));
    const on = k => Number.isFinite(z[k]) && z[k] >= lo && z[k] <= hi ? p[k] : null;
    for (let j = 0; j < ny; j += step) painter.line(Array.from(x, (_, i) => on(j * nx + i)), ink, 0.7, undefined, 0, 0.02);
    for (let i = 0; i < nx; i += step) painter.line(Array.from(y, (_, j) => on(j * nx + i)), ink, 0.7, undefined, 0, 0.02);
  }
  /** The point of the surface under a point of the canvas, as [x, y]; the nearest to the eye wins. */
  under(px, py) {
    const f = this.field, nx = f.x.length, p = this.points;
    let best = null, near = Infinity;
    const test = (a, b, c, i, j, lower) => {
      const d = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
      if (Math.abs(d) < 1e-9) return;
      const u = ((b[1] - c[1]) * (px - c[0]) + (c[0] - b[0]) * (py - c[1])) / d, v = ((c[1] - a[1]) * (px - c[0]) + (a[0] - c[0]) * (py - c[1])) / d, w = 1 - u - v;
      if (u < -1e-9 || v < -1e-9 || w < -1e-9) return;
      const far = u * a[2] + v * b[2] + w * c[2];
      if (far >= near) return;
      near = far;
      best = [lerp(f.x[i], f.x[i + 1], lower ? v + w : v), lerp(f.y[j], f.y[j + 1], lower ? w : v + w)];
    };
    for (const { k, i, j } of this.faces) {
      test(p[k], p[k + 1], p[k + nx + 1], i, j, true);
      test(p[k], p[k + nx + 1], p[k + nx], i, j, false);
    }
    return best;
  }
}
