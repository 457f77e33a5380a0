// The wheel on a machine without Java: what a reader is told, and where.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { ROOT, startLab } from './jupyterlab.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const PYTHON = join(ROOT, '.venv', 'bin', 'python')
let it, lab, page, place

/** A folder with the wheel's kernel and package in it, as pip would lay them out, and a path without Java. */
function install () {
  place = mkdtempSync(join(tmpdir(), 'jacobean wheel '))
  const wheel = execFileSync(join(ROOT, 'install/wheel'), { encoding: 'utf8' }).trim()
  execFileSync(PYTHON, ['-m', 'pip', 'install', '-q', '--no-deps', '--no-index', '--disable-pip-version-check',
    '--prefix', place, join(ROOT, wheel)])
  const lib = join(place, 'lib')
  const site = join(lib, readdirSync(lib)[0], 'site-packages')
  // a JDK in its usual folder must not be found: this machine has one
  writeFileSync(join(site, 'sitecustomize.py'), 'import jacobean_kernel.java as java\njava.usual_folders = lambda: []\n')
  mkdirSync(join(place, 'path'))
  for (const tool of ['sh', 'env', 'git', 'ps']) {
    try { symlinkSync(execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim(), join(place, 'path', tool)) } catch { /* not needed */ }
  }
  return { PYTHONPATH: site, JUPYTER_PATH: join(place, 'share', 'jupyter'), PATH: join(place, 'path'), JAVA_HOME: '' }
}

before(async () => {
  it = await startLab([join(HERE, 'everyday.ipynb')], install())
  ;({ lab, page } = it)
}, { timeout: 240000 })

after(async () => {
  await it?.stop()
  if (place) rmSync(place, { recursive: true, force: true })
})

test("the notebook's own dialog says what to install", { timeout: 120000 }, async () => {
  await lab.open('everyday.ipynb')
  const dialog = page.locator('.jp-Dialog')
  await dialog.waitFor({ timeout: 60000 })
  const words = await dialog.innerText()
  assert.match(words, /Error Starting Kernel/)
  assert.match(words, /The Java kernel needs a JDK 17 or newer\.\s+There is none on this machine\./)
  assert.match(words, /Install one with: \S+/)
  await lab.picture('wheel-without-java')
  const cut = await dialog.evaluate(e => [...e.querySelectorAll('*')].filter(c => c.scrollWidth > c.clientWidth + 1 && c.clientWidth > 0).map(c => c.className))
  assert.deepEqual(cut, [], 'no line runs out of the dialog')
})
