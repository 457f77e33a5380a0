// A JupyterLab of one's own in a real browser, in a reader's words.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const VENV = join(ROOT, '.venv')
const PICTURES = join(ROOT, 'install', 'target', 'screenshots')
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']

const freePort = () => new Promise(found => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => found(port))
  })
})

/** JupyterLab stops listening for completions after a second, which a busy machine may need. */
function patience (settings) {
  const extension = join(settings, '@jupyterlab', 'completer-extension')
  mkdirSync(extension, { recursive: true })
  writeFileSync(join(extension, 'manager.jupyterlab-settings'), '{ "providerTimeout": 20000 }')
}

/** A server on a folder with copies of the given files, and a browser to look at it. */
export async function startLab (files, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jacobean lab '))
  for (const file of files) cpSync(file, join(folder, file.split('/').pop()))
  mkdirSync(PICTURES, { recursive: true })
  patience(join(folder, '.settings'))
  const port = await freePort()
  const token = randomUUID()
  const log = openSync(join(ROOT, 'install', 'target', 'jupyterlab-under-test.log'), 'a')
  const server = spawn(join(VENV, 'bin', 'jupyter-lab'), ['--no-browser', '--allow-root', `--port=${port}`,
    '--ServerApp.port_retries=0', `--IdentityProvider.token=${token}`, `--ServerApp.root_dir=${folder}`], {
    stdio: ['ignore', log, log],
    env: { ...process.env, JUPYTER_CONFIG_DIR: join(folder, '.config'), JUPYTER_RUNTIME_DIR: join(folder, '.runtime'),
      JUPYTERLAB_SETTINGS_DIR: join(folder, '.settings'), JUPYTERLAB_WORKSPACES_DIR: join(folder, '.workspaces'), ...environment }
  })
  const address = `http://127.0.0.1:${port}`
  for (let i = 0; ; i++) {
    if (await fetch(`${address}/api?token=${token}`).then(r => r.ok, () => false)) break
    if (i > 1200) throw new Error('JupyterLab does not answer; see install/target/jupyterlab-under-test.log')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  return {
    page,
    lab: new Lab(page, address, token, folder),
    async stop () {
      await browser.close()
      await fetch(`${address}/api/shutdown?token=${token}`, { method: 'POST', headers: { Authorization: `token ${token}` } }).catch(() => {})
      await Promise.race([new Promise(resolve => server.once('exit', resolve)), new Promise(resolve => setTimeout(resolve, 10000))])
      server.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

class Lab {
  constructor (page, address, token, folder) {
    Object.assign(this, { page, address, token, folder })
  }

  async open (name) {
    await this.page.goto(`${this.address}/lab/tree/${name}?token=${this.token}&reset`)
    await this.page.locator('.jp-NotebookPanel .jp-Cell').first().waitFor({ timeout: 60000 })
  }

  /** Waits until there is a kernel and it has nothing to do. */
  async idle (timeout = 60000) {
    await this.page.locator('#jp-main-statusbar', { hasText: 'Java (Jacobean) | Idle' }).waitFor({ timeout })
  }

  async menu (...path) {
    for (const [depth, label] of path.entries()) {
      const item = depth === 0
        ? this.page.locator('.lm-MenuBar-item', { hasText: new RegExp(`^${label}$`) })
        : this.page.locator('.lm-Menu-item:visible', { has: this.page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${label}`) }) }).first()
      depth === 0 || depth === path.length - 1 ? await item.click() : await item.hover()
    }
  }

  cell (number) {
    return this.page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell').nth(number)
  }

  codeCells () {
    return this.page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell')
  }

  /** Types into the last cell, which the notebook keeps empty for it. */
  async type (text) {
    const cell = this.codeCells().last()
    await cell.scrollIntoViewIfNeeded()
    await cell.locator('.cm-content').click()
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.press('Delete')
    await this.page.keyboard.insertText(text)
    return cell
  }

  async run (text) {
    const cell = await this.type(text)
    await this.page.keyboard.press('Control+Enter')
    return cell
  }

  async runAll () {
    await this.menu('Run', 'Run All Cells')
  }

  prompt (cell) {
    return cell.locator('.jp-InputPrompt')
  }

  async theme (name) {
    await this.menu('Settings', 'Theme', name)
    await this.page.locator(`body[data-jp-theme-name="${name}"]`).waitFor({ state: 'attached' })
    await this.page.waitForTimeout(500)
  }

  async picture (name) {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
}
