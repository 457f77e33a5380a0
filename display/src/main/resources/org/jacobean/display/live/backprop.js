// The backprop stepper: forward through a computation graph value by value, then back edge by edge,
// each time with the local partial and the multiplication spelled out. It needs no kernel: values,
// local partials and places come with the data.
//   data: {title, nodes: [{id, name, label, value, x, y}] in order of computation, edges: [{from, to, partial}], output}

/** All states of the walk: what has a value, what an adjoint, what happens, and how it reads. */
function walk({ nodes, edges, output }) {
  const byId = new Map(nodes.map(n => [n.id, n])), states = [], adjoint = {}, done = new Set();
  const into = id => edges.filter(e => e.to === id), goal = byId.get(output).name;
  const add = (text, extra = {}) => states.push({ text, done: new Set(done), adjoint: { ...adjoint }, ...extra });
  const by = name => `∂${goal}/∂${name}`;
  add("Nothing is computed yet. Step to send the values forward.");
  for (const n of nodes) {
    done.add(n.id);
    add(n.constant ? `A constant: ${n.label}.` : into(n.id).length ? `Forward: ${n.name} = ${n.made ?? n.label} = ${say(n.value)}` : `Input: ${n.name} = ${say(n.value)}`, { here: n.id });
  }
  adjoint[output] = 1;
  add(`The turn. The result changes as itself: the adjoint of ${goal} is 1. Now back.`, { here: output });
  for (const n of [...nodes].reverse()) {
    if (adjoint[n.id] === undefined) continue;
    for (const e of into(n.id)) {
      const from = byId.get(e.from);
      if (from.constant) continue;
      const before = adjoint[e.from], give = adjoint[n.id] * e.partial, sum = (before ?? 0) + give;
      adjoint[e.from] = sum;
      const rule = `adjoint of ${n.name} · ∂${n.name}/∂${from.name} = ${say(adjoint[n.id])} · ${factor(e.partial)} = ${say(give)}`;
      add(`Back from ${n.name} to ${from.name}: ${rule}` + (before === undefined ? "" : `, and with what it had ${say(before)} + ${factor(give)} = ${say(sum)}`), { here: e.from, edge: e });
    }
  }
  add("Done: " + nodes.filter(n => !n.constant && !into(n.id).length && adjoint[n.id] !== undefined).map(n => `${by(n.name)} = ${say(adjoint[n.id])}`).join(", "));
  return states;
}

const BOX = { w: 116, h: 62 };

class BackpropStepper {
  constructor(el, data) {
    Object.assign(this, { data, states: walk(data), at: 0 });
    this.turn = this.states.findIndex(s => s.adjoint[data.output] !== undefined);
    this.buttons = make("div", { class: "jcb-buttons" }, button("first", "« Start", "to the start (Home)"), button("back", "◀ Back", "one step back (←)"), button("next", "Step ▶", "one step on (→)"), button("play", "Play", "by itself (p)"), button("turn", "To the turn", "where the way back begins (t)"), button("last", "End »", "to the end (End)"));
    this.count = make("span", { class: "jcb-hint" });
    this.buttons.append(this.count);
    this.slider = make("input", { type: "range", min: 0, max: this.states.length - 1, step: 1, value: 0, "aria-label": "step" });
    this.text = make("p", { class: "jcb-text", "aria-live": "polite" });
    this.graph = make("div", { class: "jcb-graph" });
    this.table = folded("Table of values and adjoints", () => this.tabulate());
    this.root = make("div", { class: "jcb-live jcb-backprop", role: "group", tabindex: 0, "aria-label": `Backpropagation through ${data.title}, step by step; arrow keys step` },
      make("style", {}, CSS + GRAPH_CSS), make("h4", {}, data.title), this.buttons, this.slider, this.text, this.graph, make("p", { class: "jcb-hint" }, "Keys: → and ← step, Home and End, t to the turn, p plays."), this.table);
    el.replaceChildren(this.root);
    const go = this.go = { first: () => this.show(0), back: () => this.show(this.at - 1), next: () => this.show(this.at + 1), play: () => this.play(), turn: () => this.show(this.turn), last: () => this.show(Infinity) };
    this.buttons.addEventListener("click", e => { const act = e.target.dataset.act; if (act && act !== "play") this.halt(); go[act]?.(); });
    this.slider.addEventListener("input", () => { this.halt(); this.show(+this.slider.value); });
    this.root.addEventListener("keydown", e => {
      if (e.target === this.slider || e.target.closest("summary")) return;
      const act = { ArrowRight: "next", ArrowLeft: "back", Home: "first", End: "last", p: "play", t: "turn" }[e.key];
      if (!act) return;
      if (act !== "play") this.halt();
      go[act]();
      e.preventDefault();
      e.stopPropagation();
    });
    this.draw();
    this.show(0);
  }

  play() {
    if (this.timer) return this.halt();
    if (this.at === this.states.length - 1) this.show(0);
    this.timer = setInterval(() => { if (!this.root.isConnected || this.at === this.states.length - 1) this.halt(); else this.show(this.at + 1); }, 1100);
    this.press();
  }
  halt() { clearInterval(this.timer); this.timer = 0; this.press(); }
  press() {
    const b = this.buttons.querySelector("[data-act=play]");
    b.textContent = this.timer ? "Pause" : "Play";
    b.setAttribute("aria-pressed", String(!!this.timer));
  }

  draw() {
    const { nodes, edges, title } = this.data, { w: W, h: H } = BOX, xs = nodes.map(n => n.x), ys = nodes.map(n => n.y), x0 = Math.min(...xs) - W / 2 - 12, y0 = Math.min(...ys) - H / 2 - 8;
    const w = Math.max(...xs) + W / 2 + 12 - x0, h = Math.max(...ys) + H / 2 + 24 - y0, id = "jcb-arrow-" + Math.random().toString(36).slice(2);
    const tip = (name, colour) => { const m = make("svg:marker", { id: id + name, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }); m.append(make("svg:path", { d: "M0 0L8 4L0 8z", fill: colour })); return m; };
    const svg = make("svg:svg", { viewBox: `${x0} ${y0} ${w} ${h}`, width: Math.min(w, 1040), role: "img" });
    svg.append(make("svg:title", {}, `Computation graph of ${title}`), tip("", "currentColor"), tip("b", "var(--jcb-back)"));
    const byId = new Map(nodes.map(n => [n.id, n]));
    this.edges = new Map(edges.map(e => {
      const a = byId.get(e.from), b = byId.get(e.to), twins = edges.filter(o => o.from === e.from && o.to === e.to), lean = (twins.indexOf(e) - (twins.length - 1) / 2) * 34;
      const side = (n, o) => n.x + lean / 2 + clamp((o - n.x) * 0.15, -34, 34), points = [[side(a, e.way[0]?.[0] ?? b.x), a.y + H / 2], ...e.way, [side(b, last(e.way)?.[0] ?? a.x), b.y - H / 2]];
      const curve = ps => "M" + ps[0] + ps.slice(1).map((q, k) => { const p = ps[k], m = (p[1] + q[1]) / 2; return `C${p[0] + lean} ${m} ${q[0] + lean} ${m} ${q}`; }).join("");
      const path = make("svg:path", { d: curve(points), class: "jcb-edge", "marker-end": `url(#${id})` }), back = make("svg:path", { d: curve(points.slice().reverse()), class: "jcb-flow", "marker-end": `url(#${id}b)` });
      const [p, q] = points.slice(-2), label = make("svg:text", { x: (p[0] + q[0]) / 2 + lean * 0.75, y: (p[1] + q[1]) / 2 + 4, class: "jcb-partial" }, "×" + say(e.partial, 3));
      svg.append(path, back);
      return [e, { path, back, label }];
    }));
    for (const { label } of this.edges.values()) svg.append(label);
    this.nodes = new Map(nodes.map(n => {
      const g = make("svg:g", { class: "jcb-node" + (n.constant ? " jcb-constant" : ""), transform: `translate(${n.x - W / 2},${n.y - H / 2})` });
      const value = make("svg:text", { x: W / 2, y: 37, class: "jcb-value" }), adjoint = make("svg:text", { x: W / 2, y: 54, class: "jcb-adjoint" }), full = n.constant || n.name === n.label ? n.label : `${n.name} = ${n.made ?? n.label}`;
      g.append(make("svg:rect", { width: W, height: H, rx: 8 }), make("svg:text", { x: W / 2, y: n.constant ? 36 : 19, class: "jcb-label" }, full.length > 15 ? full.slice(0, 14) + "…" : full), value, adjoint, make("svg:title", {}, full));
      svg.append(g);
      return [n.id, { g, value, adjoint, node: n }];
    }));
    this.graph.replaceChildren(svg);
  }

  show(i) {
    this.at = clamp(i, 0, this.states.length - 1);
    const s = this.states[this.at];
    this.text.textContent = s.text;
    this.count.textContent = `${this.at} of ${this.states.length - 1}`;
    this.slider.value = this.at;
    this.slider.setAttribute("aria-valuetext", s.text);
    for (const [act, off] of [["first", this.at === 0], ["back", this.at === 0], ["next", this.at === this.states.length - 1], ["last", this.at === this.states.length - 1]]) this.buttons.querySelector(`[data-act=${act}]`).disabled = off;
    for (const [id, m] of this.nodes) {
      const back = s.adjoint[id] !== undefined;
      m.value.textContent = s.done.has(id) && !m.node.constant ? say(m.node.value) : "";
      m.adjoint.textContent = back ? `adjoint ${say(s.adjoint[id])}` : "";
      for (const [name, on] of [["jcb-here", s.here === id], ["jcb-off", !s.done.has(id)], ["jcb-back", back]]) m.g.classList.toggle(name, on);
    }
    for (const [e, m] of this.edges) {
      m.back.style.display = s.edge === e ? "" : "none";
      m.path.style.visibility = s.edge === e ? "hidden" : "";
      m.path.classList.toggle("jcb-off", !s.done.has(e.to));
      m.label.classList.toggle("jcb-active", s.edge === e);
      m.label.style.visibility = s.done.has(e.to) ? "visible" : "hidden";
    }
    this.table.renew();
  }

  tabulate() {
    const s = this.states[this.at];
    return table(`After step ${this.at}`, ["node", "value", "adjoint"], this.data.nodes.filter(n => !n.constant).map(n => [n.name + (n.name === n.label ? "" : ` = ${n.made ?? n.label}`), s.done.has(n.id) ? say(n.value) : "–", s.adjoint[n.id] === undefined ? "–" : say(s.adjoint[n.id])]));
  }

  dispose() { this.halt(); }
}

const GRAPH_CSS = `
.jcb-backprop { --jcb-back: #c2410c; outline-offset: 3px; }
body[data-jp-theme-light=false] .jcb-backprop { --jcb-back: #ff9b50; }
.jcb-backprop:focus { outline: none; }
.jcb-backprop:focus-visible { outline: 2px solid var(--jp-brand-color1, #0072b2); }
.jcb-backprop > input { max-width: 560px; }
.jcb-backprop .jcb-buttons .jcb-hint { margin: 0 4px; }
.jcb-backprop .jcb-text { min-height: 2.7em; margin: 8px 0; font-size: 15px; font-weight: 600; font-variant-numeric: tabular-nums; max-width: 62em; }
.jcb-backprop .jcb-graph { overflow-x: auto; }
.jcb-backprop svg { max-width: 100%; height: auto; display: block; }
.jcb-backprop rect { fill: var(--jp-layout-color1, Canvas); stroke: currentColor; stroke-width: 1.1; transition: stroke .2s; }
.jcb-backprop svg text { fill: currentColor; text-anchor: middle; font: 13px system-ui, sans-serif; }
.jcb-backprop svg .jcb-label { font-weight: 600; }
.jcb-backprop svg .jcb-adjoint { fill: var(--jcb-back); font-weight: 600; }
.jcb-backprop svg .jcb-partial { font-size: 12px; paint-order: stroke; stroke: var(--jcb-paper); stroke-width: 5px; }
.jcb-backprop svg .jcb-partial.jcb-active { fill: var(--jcb-back); font-weight: 700; font-size: 15px; }
.jcb-backprop .jcb-edge { fill: none; stroke: currentColor; stroke-width: 1.3; opacity: .7; }
.jcb-backprop .jcb-flow { fill: none; stroke: var(--jcb-back); stroke-width: 3; }
.jcb-backprop .jcb-off { opacity: .32; }
.jcb-backprop .jcb-constant rect { stroke-dasharray: 4 3; }
.jcb-backprop .jcb-back rect { stroke: var(--jcb-back); }
.jcb-backprop .jcb-here rect { stroke-width: 3.2; stroke: var(--jp-brand-color1, #0068b5); }
.jcb-backprop .jcb-here.jcb-back rect { stroke: var(--jcb-back); }
@media (prefers-reduced-motion: reduce) { .jcb-backprop rect { transition: none; } }
`;

/** For a page without a kernel. */
export function standalone(el, data) {
  return alone(el, data, (place, d) => new BackpropStepper(place, d));
}

export default { render: lively((model, el) => new BackpropStepper(el, model.get("meta"))) };
