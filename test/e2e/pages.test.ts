import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { axeViolations, clippedTexts, poorPressables } from '../support/browser/audits'
import { launchChromium } from '../support/browser/chromium'
import { H5Visitor, type H5Options } from '../support/browser/h5Visitor'
import { type AppPage, everyPage } from '../support/browser/pages'
import { openLibrary } from '../support/journeys/library'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'

const ELDER = { settings: { elder: true, text: null } }
const LARGEST = { settings: { elder: true, text: 30 } }

/** Set to a folder, the screenshots of README and manual are made anew: `npm run screenshots`. */
const PICTURES = process.env.MINGBAI_SCREENSHOTS

let server: RunningServer
let browser: Browser
let pages: AppPage[]

beforeAll(async () => {
  server = await startBuiltServer('pages')
  browser = await launchChromium()
  pages = await everyPage(openLibrary(server.url))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Looks at every page of the app in one mode; gives what was found wrong, by page. */
async function walk(options: H5Options, look: (visitor: H5Visitor, page: AppPage) => Promise<string[]>) {
  const visitor = await H5Visitor.open(browser, server.url, options)
  const found: Record<string, string[]> = {}
  let persona: string | undefined
  try {
    for (const page of pages) {
      if (page.persona && page.persona !== persona) await visitor.logIn((persona = page.persona))
      await visitor.visit(page.url)
      await visitor.see(page.says)
      const faults = await look(visitor, page)
      if (faults.length > 0) found[page.name] = faults
    }
    const errors = await visitor.errors()
    return errors.length > 0 ? { ...found, errors } : found
  } finally {
    await visitor.close()
  }
}

describe('every page of the web app', () => {
  it('breaks no rule of axe, by day', async () => {
    expect(await walk({}, ({ page }) => axeViolations(page))).toEqual({})
  }, 180_000)

  it('breaks no rule of axe by night', async () => {
    expect(await walk({ theme: 'dark' }, ({ page }) => axeViolations(page))).toEqual({})
  }, 180_000)

  it('breaks no rule of axe in 长辈版, and every pressable is 60×60 with a name', async () => {
    const look = async ({ page }: H5Visitor) => [
      ...(await axeViolations(page)),
      ...(await poorPressables(page, 60)),
    ]
    expect(await walk({ storage: ELDER }, look)).toEqual({})
  }, 180_000)

  it('has pressables of at least 44×44, each with a name', async () => {
    expect(await walk({}, ({ page }) => poorPressables(page, 44))).toEqual({})
  }, 120_000)

  it('cuts no text at width 320 with the largest letters', async () => {
    expect(await walk({ width: 320, storage: LARGEST }, ({ page }) => clippedTexts(page))).toEqual({})
  }, 120_000)

  const pictured = PICTURES ? it : it.skip
  pictured(
    'is pictured at 375 px in both modes and on a desk',
    async () => {
      const folder = path.resolve(PICTURES ?? '')
      mkdirSync(folder, { recursive: true })
      const take =
        (suffix: string) =>
        async (visitor: H5Visitor, { name }: AppPage) => {
          await visitor.page.screenshot({ path: path.join(folder, `${name}-${suffix}.png`), scale: 'css' })
          return []
        }
      expect(await walk({ height: 812 }, take('375'))).toEqual({})
      expect(await walk({ height: 812, storage: ELDER }, take('375-elder'))).toEqual({})
      expect(await walk({ width: 1280, height: 800 }, take('1280'))).toEqual({})
    },
    300_000,
  )
})
