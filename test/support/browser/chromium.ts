import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserServer } from 'playwright-core'

/** Where test files find the browser of their run: its WebSocket address. */
const BROWSER_VARIABLE = 'MINGBAI_TEST_BROWSER'

/** Where browsers of the Chromium family live; `CHROME_PATH` wins. */
const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds the browser that is installed here.
 * @throws in plain words when there is none
 */
function launchOptions(): { executablePath: string; args: string[] } {
  const wanted = process.env.CHROME_PATH
  const executablePath = wanted ?? CANDIDATES.find(existsSync)
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error('没有找到 Chromium、Chrome 或 Edge:请安装其中一个,或用环境变量 CHROME_PATH 指明它的位置')
  }
  return { executablePath, args: FLAGS }
}

/** Starts the one browser of a run of tests; `openChromium` of each test file connects to it. */
export async function serveChromium(): Promise<BrowserServer> {
  const server = await chromium.launchServer(launchOptions())
  process.env[BROWSER_VARIABLE] = server.wsEndpoint()
  return server
}

/** Connects to the browser of this run, or starts one; closing it closes the contexts of this connection. */
export function openChromium(): Promise<Browser> {
  const served = process.env[BROWSER_VARIABLE]
  return served ? chromium.connect(served) : chromium.launch(launchOptions())
}
