/** One picture of the explorer: box, floor, surface, slices, tangents, gradient, labels. */
class Picture {
  constructor(g, ink, { field, camera, sheet, point, fade, plane, hovered, data }) {
    Object.assign(this, { g, ink, field, camera, sheet, point, fade, plane, hovered, data });
    this.whole = point && Number.isFinite(point.z + point.fx + point.fy);
  }

  draw() {
    this.camera.bird ? this.map() : this.space();
    if (this.hovered) dot(this.g, this.camera.project(...this.hovered, this.field.value(...this.hovered)), 3.5, "rgba(255,255,255,.35)", this.ink.ink, 1.3);
    const p = this.point;
    if (p && Number.isFinite(p.z)) dot(this.g, this.camera.project(p.x, p.y, clamp(p.z, this.field.lo, this.field.hi)), 5.5, this.ink.paper, this.ink.ink, 2.2);
  }

  space() {
    const { g, ink, camera, field, sheet } = this, painter = new Painter(g);
    this.box();
    this.floor();
    sheet.paint(painter, camera, ink.dark);
    sheet.threads(painter, "rgba(0,0,0,.28)");
    this.cutting(painter);
    this.slopes(painter);
    painter.draw();
    const p = this.point;
    if (p && Number.isFinite(p.z)) { g.globalAlpha = 0.75; stroke(g, [camera.project(p.x, p.y, clamp(p.z, field.lo, field.hi)), camera.ground(p.x, p.y)], ink.ink, 1.1, [3, 4]); g.globalAlpha = 1; }
    this.heights();
    this.sides();
  }

  /** The map: bands, labelled contours, the gradient across them. */
  map() {
    const { g, ink, camera, field } = this, [a, b, c, d] = field.ends, heights = field.heights, to = (x, y) => camera.project(x, y, field.lo);
    const [p, q] = [to(a, d), to(b, c)], size = [210, 210];
    if (field.picture?.of !== field.curves) field.picture = { of: field.curves, canvas: field.bands(heights, ...size) };
    g.save();
    g.translate(p[0], p[1]);
    const along = to(b, d), up = to(a, c);
    g.transform((along[0] - p[0]) / size[0], (along[1] - p[1]) / size[0], (up[0] - p[0]) / size[1], (up[1] - p[1]) / size[1], 0, 0);
    g.imageSmoothingEnabled = true;
    g.drawImage(field.picture.canvas, 0, 0);
    g.restore();
    for (const h of heights) pieces(g, field.level(h), to, "rgba(255,255,255,.7)", 1);
    const painter = new Painter(g);
    this.cutting(painter);
    this.slopes(painter);
    painter.draw();
    this.gradient((x, y) => to(x, y));
    const spot = this.point ? [to(this.point.x, this.point.y)] : [];
    const inside = s => s[0] > 20 && s[0] < camera.w - 20 && s[1] > 16 && s[1] < camera.h - 16;
    field.label(g, heights, to, inside, spot);
    this.sides();
  }

  corners() { const [a, b, c, d] = this.field.ends; return [[a, c], [b, c], [b, d], [a, d]]; }

  /** The walls behind the surface, with lines at round heights. */
  box() {
    const { g, ink, camera, field } = this, corners = this.corners(), faint = ink.dark ? "rgba(255,255,255,.17)" : "rgba(0,0,0,.13)";
    for (let k = 0; k < 4; k++) {
      const [p, q] = [corners[k], corners[(k + 1) % 4]], mid = camera.ground((p[0] + q[0]) / 2, (p[1] + q[1]) / 2), other = camera.ground(...[0, 1].map(m => (corners[(k + 2) % 4][m] + corners[(k + 3) % 4][m]) / 2));
      if (mid[2] <= other[2]) continue;
      for (const z of ticks(field.lo, field.hi, 5)) stroke(g, [camera.project(...p, z), camera.project(...q, z)], faint, 1);
      for (const x of ticks(...(p[0] === q[0] ? [field.ends[2], field.ends[3]] : [field.ends[0], field.ends[1]]), 6)) {
        const at = p[0] === q[0] ? [p[0], x] : [x, p[1]];
        stroke(g, [camera.ground(...at), camera.project(...at, field.hi)], faint, 1);
      }
      stroke(g, [camera.ground(...p), camera.project(...p, field.hi), camera.project(...q, field.hi), camera.ground(...q)], faint, 1.2);
    }
  }

  floor() {
    const { g, ink, camera, field } = this, on = (x, y) => camera.ground(x, y), [a, b, c, d] = field.ends, faint = ink.dark ? "rgba(255,255,255,.13)" : "rgba(0,0,0,.1)";
    for (const x of ticks(a, b, 6)) stroke(g, [on(x, c), on(x, d)], faint, 1);
    for (const y of ticks(c, d, 6)) stroke(g, [on(a, y), on(b, y)], faint, 1);
    for (const h of field.heights) {
      const [r, gr, bl] = shade(field.unit(h)).map(v => ink.dark ? Math.round(lerp(v, 255, 0.25)) : v);
      pieces(g, field.level(h), on, `rgba(${r},${gr},${bl},.75)`, 1.1);
    }
    const rim = this.corners().map(p => on(...p));
    stroke(g, [...rim, rim[0]], ink.dark ? "rgba(255,255,255,.45)" : "rgba(0,0,0,.4)", 1);
    this.gradient(on);
  }

  /** The level curve through the point and, at right angles to it, the gradient. */
  gradient(on) {
    if (!this.whole) return;
    const { g, ink, field, fade } = this, { x, y, z, fx, fy } = this.point, [a, b, c, d] = field.ends;
    pieces(g, field.level(z), on, ink.paper, 4.2);
    pieces(g, field.level(z), on, ink.arrow, 2);
    const n = Math.hypot(fx, fy);
    if (!(n > 1e-12)) return;
    const span = Math.min(b - a, d - c) / 4.2 * Math.max(0.15, fade), ux = fx / n * span, uy = fy / n * span, m = 0.17;
    if ((b - a) / (d - c) < 1.01 && (d - c) / (b - a) < 1.01) stroke(g, [on(x + m * ux, y + m * uy), on(x + m * (ux - uy), y + m * (uy + ux)), on(x - m * uy, y + m * ux)], ink.arrow, 1.3);
    arrow(g, on(x, y), on(x + ux, y + uy), ink.arrow, ink.paper, 3);
    dot(g, on(x, y), 3, ink.arrow, ink.paper);
  }

  /** The horizontal plane and the level set it cuts out. */
  cutting(painter) {
    const { camera, field, ink, plane } = this;
    if (!Number.isFinite(plane)) return;
    const [a, b, c, d] = field.ends, n = 14;
    if (!camera.bird) for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) {
      const at = (u, v) => camera.project(lerp(a, b, u / n), lerp(c, d, v / n), plane);
      painter.face([at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)], ink.dark ? "rgba(210,220,235,.3)" : "rgba(110,125,150,.3)");
    }
    for (const [p, q] of field.level(plane)) painter.line([camera.project(...p, plane), camera.project(...q, plane)], ink.level, 2.6, ink.dark ? "#000" : "#fff", 0.35);
  }

  /** Slices through the point, their tangents, and the tangent plane. */
  slopes(painter) {
    if (!this.point) return;
    const { camera, field, ink, fade } = this, { x, y, z, fx, fy } = this.point, [a, b, c, d] = field.ends, rim = ink.dark ? "rgba(0,0,0,.75)" : "rgba(255,255,255,.85)";
    const on = (p, q) => { const v = field.value(p, q); return Number.isFinite(v) && v >= field.lo && v <= field.hi ? camera.project(p, q, v) : null; };
    painter.line(Array.from(field.x, p => on(p, y)), ink.x, 2, rim);
    painter.line(Array.from(field.y, q => on(x, q)), ink.y, 2, rim);
    if (!this.whole) return;
    const rx = (b - a) / 5, ry = (d - c) / 5, limit = (field.hi - field.lo) * 0.42;
    const at = (p, q) => camera.project(x + p, y + q, z + fx * p + fy * q), reach = (s, r) => Math.min(r, limit / (Math.abs(s) + 1e-300));
    const shrink = Math.min(1, limit / (Math.abs(fx) * rx + Math.abs(fy) * ry + 1e-300)) * (0.4 + 0.6 * fade), ax = rx * shrink, ay = ry * shrink;
    const lines = [[[at(-reach(fx, rx), 0), at(reach(fx, rx), 0)], ink.x], [[at(0, -reach(fy, ry)), at(0, reach(fy, ry))], ink.y]];
    painter.over(camera.project(x, y, z)[2] - 0.28, g => {
      const plane = [at(-ax, -ay), at(ax, -ay), at(ax, ay), at(-ax, ay)];
      if (!camera.bird) { fill(g, plane, `rgba(${ink.plane},${0.55 * fade})`); stroke(g, [...plane, plane[0]], `rgba(${ink.plane},${fade})`, 1); }
      for (const [line, colour] of lines) { stroke(g, line, rim, 6.4); stroke(g, line, colour, 4); }
    });
    for (const [line, colour] of lines) painter.lines.push({ points: line, ink: colour, width: 4, ghost: 0.4 });
  }

  /** The scale of heights on the leftmost edge. */
  heights() {
    const { g, ink, camera, field } = this, left = this.corners().reduce((m, p) => camera.ground(...p)[0] < camera.ground(...m)[0] ? p : m);
    stroke(g, [camera.ground(...left), camera.project(...left, field.hi)], ink.dark ? "rgba(255,255,255,.5)" : "rgba(0,0,0,.45)", 1);
    for (const z of ticks(field.lo, field.hi, 5)) {
      const [x, y] = camera.project(...left, z);
      stroke(g, [[x - 5, y], [x, y]], ink.ink, 1);
      write(g, say(z, 3), x - 8, y, ink.ink, ink.paper, "right");
    }
    g.font = "italic 600 15px Georgia, 'Times New Roman', serif";
    const top = camera.project(...left, field.hi);
    write(g, "f", top[0] - 4, top[1] - 15, ink.ink, ink.paper);
    g.font = "12px system-ui, sans-serif";
  }

  /** Numbers and names outside the two nearest edges of the floor. */
  sides() {
    const { g, ink, camera, field, data } = this, [a, b, c, d] = field.ends, on = (x, y) => camera.ground(x, y);
    const [px, py] = this.corners().reduce((m, p) => on(...p)[1] > on(...m)[1] + 1e-9 ? p : m), [qx, qy] = [px === a ? b : a, py === c ? d : c];
    const label = (text, p, inner, away) => {
      const e = [p[0] - inner[0], p[1] - inner[1]], n = Math.hypot(...e) || 1, at = [p[0] + e[0] / n * away, p[1] + e[1] / n * away];
      if (away < 20) stroke(g, [p, [p[0] + e[0] / n * 5, p[1] + e[1] / n * 5]], ink.ink, 1);
      write(g, text, at[0], at[1], ink.ink, ink.paper);
    };
    const corner = on(px, py), clear = p => Math.hypot(p[0] - corner[0], p[1] - corner[1]) > 18 || camera.bird;
    for (const x of ticks(a, b, 6)) if (clear(on(x, py))) label(say(x), on(x, py), on(x, qy), 16);
    for (const y of ticks(c, d, 6)) if (clear(on(px, y))) label(say(y), on(px, y), on(qx, y), 17);
    g.font = "italic 600 16px Georgia, 'Times New Roman', serif";
    label(data.xName, on((a + b) / 2, py), on((a + b) / 2, qy), 36);
    label(data.yName, on(px, (c + d) / 2), on(qx, (c + d) / 2), 36);
    g.font = "12px system-ui, sans-serif";
  }
}
