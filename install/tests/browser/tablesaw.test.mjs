// Tablesaw's own figures where the browser reaches nothing but JupyterLab: their script lies on the web.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLab } from './jupyterlab.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const refused = []
let it, lab, page

before(async () => {
  it = await startLab([join(HERE, 'tablesaw.ipynb')])
  ;({ lab, page } = it)
  await page.route(url => url.hostname !== '127.0.0.1', route => { refused.push(route.request().url()); return route.abort() })
  await lab.open('tablesaw.ipynb')
  await lab.idle()
  await lab.runAll()
  await page.locator('.jp-OutputArea-output', { hasText: 'the end' }).waitFor({ timeout: 240000 })
}, { timeout: 420000 })

after(() => it?.stop())

test('a figure that can be drawn without the script is seen', { timeout: 60000 }, async () => {
  const picture = lab.cell(1).locator('.jp-OutputArea-output img[src^="data:image/svg+xml"]:visible').first()
  await picture.scrollIntoViewIfNeeded()
  const box = await picture.boundingBox()
  assert.ok(box.width > 200 && box.height > 100, JSON.stringify(box))
  await lab.picture('tablesaw-offline')
})

test('one that cannot says what is missing', { timeout: 60000 }, async () => {
  const words = lab.cell(2).locator('.jp-OutputArea-output', { hasText: 'could not be loaded from https://cdn.plot.ly/' })
  await words.waitFor({ timeout: 30000 })
  await words.scrollIntoViewIfNeeded()
  assert.ok(await words.isVisible())
  await lab.picture('tablesaw-offline-words')
})

test('the script was asked for and refused', () => {
  assert.ok(refused.some(url => url.startsWith('https://cdn.plot.ly/')), refused.join(' '))
})
