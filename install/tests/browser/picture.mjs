// Makes docs/pictures/notebook.png: node picture.mjs
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, startLab } from './jupyterlab.mjs'

const it = await startLab([join(ROOT, 'install/tests/browser/readme.ipynb')])
const { lab, page } = it
await page.setViewportSize({ width: 860, height: 900 })
await lab.open('readme.ipynb')
await lab.idle()
await page.keyboard.press('Control+b')
await lab.runAll()
await page.locator('.jp-OutputArea-output svg').first().waitFor({ timeout: 30000 })
await lab.idle()
await page.locator('.jp-Notebook').first().evaluate(e => { e.scrollTop = 0 })
const picture = join(ROOT, 'docs', 'pictures')
mkdirSync(picture, { recursive: true })
await page.waitForTimeout(1000)
await page.locator('.jp-NotebookPanel').screenshot({ path: join(picture, 'notebook.png') })
await it.stop()
