const CSS = `
.jcb-live { color: var(--jp-ui-font-color1, CanvasText); --jcb-paper: var(--jp-layout-color0, Canvas); --jcb-rule: var(--jp-border-color2, #ccc); font: 13px/1.35 var(--jp-ui-font-family, system-ui), system-ui, sans-serif; max-width: 1040px; }
.jcb-sides { display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: flex-start; }
.jcb-stage { position: relative; flex: 1 1 430px; min-width: min(280px, 100%); overflow: hidden; }
.jcb-side { flex: 1 1 270px; max-width: 440px; min-width: 240px; }
.jcb-live canvas { width: 100%; display: block; background: var(--jcb-paper); touch-action: none; border-radius: 3px; user-select: none; -webkit-user-select: none; }
.jcb-live canvas[role=application] { cursor: crosshair; }
.jcb-live canvas:focus { outline: none; }
.jcb-live canvas:focus-visible { outline: 2px solid var(--jp-brand-color1, #0072b2); outline-offset: -2px; }
.jcb-tip { position: absolute; left: 0; top: 0; pointer-events: none; padding: 2px 7px; border-radius: 4px; background: var(--jcb-paper); border: 1px solid var(--jcb-rule); white-space: nowrap; font-variant-numeric: tabular-nums; box-shadow: 0 1px 4px rgba(0,0,0,.25); }
.jcb-live h4 { font: 600 15px/1.3 var(--jp-ui-font-family, system-ui), system-ui, sans-serif; margin: 2px 0 6px; }
.jcb-live table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 0; }
.jcb-live table tr, .jcb-live table tr:nth-child(even) { background: none; }
.jcb-live th, .jcb-live td { text-align: right; padding: 4px 7px; border: 0; border-bottom: 1px solid var(--jcb-rule); font-variant-numeric: tabular-nums; font-weight: 400; white-space: nowrap; max-width: none; }
.jcb-live thead th { font-weight: 600; }
.jcb-live td:last-child, .jcb-live th:last-child { padding-right: 2px; }
.jcb-live .jcb-facts th { text-align: left; padding-left: 9px; white-space: normal; }
.jcb-live .jcb-facts td { font-weight: 600; }
.jcb-live caption { text-align: left; padding: 2px 0; }
.jcb-said { margin: 8px 0; min-height: 1.35em; font-variant-numeric: tabular-nums; }
.jcb-bad, .jcb-dead { color: var(--jp-error-color1, #b00020); }
.jcb-dead { border-left: 4px solid currentColor; margin: 0 0 8px; padding: 3px 10px; }
.jcb-live label { display: grid; grid-template-columns: minmax(5.2em, auto) 1fr 4.6em; gap: 8px; align-items: center; margin: 6px 0; font-variant-numeric: tabular-nums; }
.jcb-live label output { text-align: right; }
.jcb-live input[type=range] { width: 100%; min-width: 60px; margin: 0; accent-color: var(--jp-brand-color1, #0072b2); }
.jcb-live select { font: inherit; color: inherit; background: var(--jp-layout-color1, Canvas); border: 1px solid var(--jp-border-color1, #888); border-radius: 3px; padding: 3px; grid-column: 2 / 4; }
.jcb-live select option { background: var(--jp-layout-color1, Canvas); }
.jcb-buttons { display: flex; flex-wrap: wrap; gap: 6px; margin: 10px 0; align-items: center; }
.jcb-live button { font: inherit; line-height: 1.2; color: inherit; background: var(--jp-layout-color2, transparent); border: 1px solid var(--jp-border-color1, #888); border-radius: 4px; padding: 5px 10px; cursor: pointer; }
.jcb-live button:hover:not(:disabled) { border-color: currentColor; }
.jcb-live button:disabled { opacity: .4; cursor: default; }
.jcb-live button:focus-visible, .jcb-live summary:focus-visible, .jcb-live input:focus-visible, .jcb-live select:focus-visible { outline: 2px solid var(--jp-brand-color1, #0072b2); outline-offset: 1px; }
.jcb-live button[aria-pressed=true] { background: var(--jp-brand-color1, #0072b2); border-color: transparent; color: var(--jp-ui-inverse-font-color1, #fff); }
.jcb-hint { opacity: .72; font-size: 12px; margin: 8px 0; }
.jcb-table summary { cursor: pointer; padding: 3px 0; }
.jcb-table > div { overflow-x: auto; }
.jcb-key { display: inline-block; width: 14px; height: 4px; border-radius: 2px; vertical-align: middle; margin-right: 7px; }
`;
