// The backprop stepper: forward through a computation graph value by value, then back edge by edge,
// each time with the local partial and the multiplication spelled out. It needs no kernel: values,
// local partials and places come with the data.
//   data: {title, nodes: [{id, label, value, x, y}] in order of computation, edges: [{from, to, partial}], output}

const SVG = "http://www.w3.org/2000/svg";
const BACK = "#d55e00", HERE = "#0072b2";

function say(v) {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? "NaN" : v > 0 ? "∞" : "−∞";
  const r = Math.abs(v) < 5e-13 ? 0 : v, t = Math.abs(r) >= 1e5 || (r !== 0 && Math.abs(r) < 1e-3) ? r.toExponential(2) : String(+r.toFixed(4));
  return t.replace("-", "−");
}

/** All states of the walk: what has a value, what an adjoint, what happens, and how it reads. */
export function walk(data) {
  const byId = new Map(data.nodes.map(n => [n.id, n])), states = [], adjoint = {}, done = new Set();
  const into = id => data.edges.filter(e => e.to === id);
  const name = id => byId.get(id).label;
  const add = (text, extra = {}) => states.push({ text, done: new Set(done), adjoint: { ...adjoint }, ...extra });
  add("Nothing is computed yet. Step to send the values forward.");
  for (const n of data.nodes) {
    done.add(n.id);
    add(into(n.id).length ? `Forward: ${n.label} has the value ${say(n.value)}.` : `Input: ${n.label} = ${say(n.value)}.`, { here: n.id });
  }
  adjoint[data.output] = 1;
  add(`The output changes as itself: its adjoint is 1. Now back.`, { here: data.output });
  for (const n of [...data.nodes].reverse()) {
    if (adjoint[n.id] === undefined) continue;
    for (const e of into(n.id)) {
      const before = adjoint[e.from], give = adjoint[n.id] * e.partial;
      adjoint[e.from] = (before ?? 0) + give;
      const product = `${say(adjoint[n.id])} · ${say(e.partial)} = ${say(give)}`;
      add(`Back from ${n.label} to ${name(e.from)}: adjoint times local partial, ${product}`
        + (before === undefined ? "." : `, added to what it had: ${say(before)} + ${say(give)} = ${say(adjoint[e.from])}.`), { here: e.from, edge: e });
    }
  }
  const inputs = data.nodes.filter(n => !into(n.id).length && adjoint[n.id] !== undefined);
  add("Done. " + inputs.map(n => `by ${n.label}: ${say(adjoint[n.id])}`).join(", ") + ".");
  return states;
}

export class BackpropStepper {
  constructor(el, data) {
    this.data = data;
    this.states = walk(data);
    this.at = 0;
    const root = document.createElement("div");
    root.className = "jcb-backprop";
    root.tabIndex = 0;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", `Backpropagation through ${data.title}, step by step; arrow keys step`);
    root.innerHTML = `<style>${CSS}</style>
      <div class="jcb-bar"><button type="button" data-act="first" >« Start</button><button type="button" data-act="back">◀ Back</button><button type="button" data-act="next">Step ▶</button><button type="button" data-act="turn">To the turn</button><button type="button" data-act="last" >End »</button><output></output></div>
      <p class="jcb-text" aria-live="polite"></p><div class="jcb-graph"></div>`;
    el.replaceChildren(root);
    this.root = root;
    const turn = this.states.findIndex(s => s.adjoint[data.output] !== undefined);
    const go = { first: () => 0, back: () => this.at - 1, next: () => this.at + 1, turn: () => turn, last: () => this.states.length - 1 };
    root.querySelector(".jcb-bar").addEventListener("click", e => { const f = go[e.target.dataset.act]; if (f) this.show(f()); });
    root.addEventListener("keydown", e => {
      const f = { ArrowRight: go.next, ArrowLeft: go.back, Home: go.first, End: go.last }[e.key];
      if (f) { this.show(f()); e.preventDefault(); }
    });
    this.draw();
    this.show(0);
  }

  element(tag, attributes, text) {
    const e = document.createElementNS(SVG, tag);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    if (text !== undefined) e.textContent = text;
    return e;
  }

  draw() {
    const { nodes, edges, title } = this.data, W = 118, H = 54;
    const xs = nodes.map(n => n.x), ys = nodes.map(n => n.y), x0 = Math.min(...xs) - W / 2 - 8, y0 = Math.min(...ys) - H / 2 - 8;
    const w = Math.max(...xs) + W / 2 + 8 - x0, h = Math.max(...ys) + H / 2 + 24 - y0;
    const svg = this.element("svg", { viewBox: `${x0} ${y0} ${w} ${h}`, width: Math.min(w, 960), role: "img" });
    svg.append(this.element("title", {}, `Computation graph of ${title}`));
    const marker = this.element("marker", { id: this.arrow = "jcb-arrow-" + Math.random().toString(36).slice(2), viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" });
    marker.append(this.element("path", { d: "M0 0L8 4L0 8z", fill: "context-stroke" }));
    svg.append(marker);
    const by = new Map(nodes.map(n => [n.id, n]));
    this.edgeMarks = new Map(edges.map(e => {
      const a = by.get(e.from), b = by.get(e.to), dx = b.x - a.x, dy = b.y - a.y;
      const cut = (n, s) => { const t = Math.min(W / 2 / Math.abs(dx || 1e-9), H / 2 / Math.abs(dy || 1e-9)); return [n.x + s * dx * t, n.y + s * dy * t]; };
      const [p, q] = [cut(a, 1), cut(b, -1)], twin = edges.filter(o => o.from === e.from && o.to === e.to), shift = (twin.indexOf(e) - (twin.length - 1) / 2) * 26;
      const n = Math.hypot(dx, dy) || 1, mid = [(p[0] + q[0]) / 2 - dy / n * shift, (p[1] + q[1]) / 2 + dx / n * shift];
      const path = this.element("path", { d: `M${p} Q${mid} ${q}`, class: "jcb-edge", "marker-end": `url(#${this.arrow})` });
      const label = this.element("text", { x: mid[0], y: mid[1] - 4, class: "jcb-partial" }, "×" + say(e.partial));
      svg.append(path, label);
      return [e, { path, label }];
    }));
    this.nodeMarks = new Map(nodes.map(n => {
      const g = this.element("g", { class: "jcb-node", transform: `translate(${n.x - W / 2},${n.y - H / 2})` });
      const value = this.element("text", { x: W / 2, y: 38, class: "jcb-value" }), adjoint = this.element("text", { x: W / 2, y: H + 14, class: "jcb-adjoint" });
      const label = n.label.length > 16 ? n.label.slice(0, 15) + "…" : n.label;
      g.append(this.element("rect", { width: W, height: H, rx: 7 }), this.element("text", { x: W / 2, y: 19, class: "jcb-label" }, label), value, adjoint, this.element("title", {}, n.label));
      svg.append(g);
      return [n.id, { g, value, adjoint, node: n }];
    }));
    this.root.querySelector(".jcb-graph").append(svg);
  }

  show(i) {
    this.at = Math.max(0, Math.min(this.states.length - 1, i));
    const s = this.states[this.at];
    this.root.querySelector(".jcb-text").textContent = s.text;
    this.root.querySelector("output").textContent = `${this.at} of ${this.states.length - 1}`;
    this.root.querySelector("[data-act=back]").disabled = this.at === 0;
    this.root.querySelector("[data-act=next]").disabled = this.at === this.states.length - 1;
    for (const [id, m] of this.nodeMarks) {
      m.value.textContent = s.done.has(id) ? say(m.node.value) : "";
      m.adjoint.textContent = s.adjoint[id] !== undefined ? "adjoint " + say(s.adjoint[id]) : "";
      m.g.classList.toggle("jcb-here", s.here === id);
      m.g.classList.toggle("jcb-off", !s.done.has(id));
      m.g.classList.toggle("jcb-back", s.adjoint[id] !== undefined);
    }
    for (const [e, m] of this.edgeMarks) {
      m.path.classList.toggle("jcb-active", s.edge === e);
      m.label.classList.toggle("jcb-active", s.edge === e);
      m.label.style.visibility = s.done.has(e.to) ? "visible" : "hidden";
    }
  }
}

const CSS = `
.jcb-backprop { color: var(--jp-ui-font-color1, CanvasText); font: 13px var(--jp-ui-font-family, system-ui), sans-serif; max-width: 980px; outline-offset: 3px; }
.jcb-backprop button { font: inherit; color: inherit; background: var(--jp-layout-color2, transparent); border: 1px solid var(--jp-border-color1, #888); border-radius: 3px; padding: 4px 10px; margin-right: 6px; cursor: pointer; }
.jcb-backprop button:disabled { opacity: .4; cursor: default; }
.jcb-backprop .jcb-text { min-height: 2.6em; margin: 8px 0; font-size: 14px; }
.jcb-backprop .jcb-graph { overflow-x: auto; }
.jcb-backprop svg { max-width: 100%; height: auto; }
.jcb-backprop rect { fill: var(--jp-layout-color1, Canvas); stroke: currentColor; stroke-width: 1.2; }
.jcb-backprop svg text { fill: currentColor; text-anchor: middle; font: 13px system-ui, sans-serif; }
.jcb-backprop .jcb-label { font-weight: 600; }
.jcb-backprop svg .jcb-adjoint, .jcb-backprop svg .jcb-partial.jcb-active { fill: ${BACK}; font-weight: 600; }
.jcb-backprop svg .jcb-partial { font-size: 12px; paint-order: stroke; stroke: var(--jp-layout-color0, Canvas); stroke-width: 4px; }
.jcb-backprop .jcb-edge { fill: none; stroke: currentColor; stroke-width: 1.3; opacity: .7; }
.jcb-backprop .jcb-edge.jcb-active { stroke: ${BACK}; stroke-width: 3; opacity: 1; }
.jcb-backprop .jcb-off { opacity: .35; }
.jcb-backprop .jcb-back rect { stroke: ${BACK}; }
.jcb-backprop .jcb-here rect { stroke-width: 3.2; stroke: ${HERE}; }
.jcb-backprop .jcb-here.jcb-back rect { stroke: ${BACK}; }
`;

/** For a page without a kernel. */
export function standalone(el, data) {
  return new BackpropStepper(el, data);
}

function render({ model, el }) {
  new BackpropStepper(el, model.get("meta"));
  return hideStatic(el, model.get("meta").identity);
}

/** The same view without a kernel stands in an output before this one: one of them is enough. */
function hideStatic(el, identity) {
  const found = identity && document.getElementById(identity);
  const output = found?.closest(".jp-OutputArea-child") ?? found;
  if (output) output.style.display = "none";
  return () => { if (output) output.style.display = ""; };
}

export default { render };
