import { axeViolations, clippedTexts, poorPressables } from '../support/browser/audits'
import { launchChromium } from '../support/browser/chromium'
import type { H5Visitor } from '../support/browser/h5Visitor'
import { everyPage } from '../support/browser/pages'
import { ELDER, LARGEST, type Site, walk } from '../support/browser/walk'
import { openLibrary } from '../support/journeys/library'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'

let server: RunningServer
let site: Site

beforeAll(async () => {
  server = await startBuiltServer('pages')
  const pages = await everyPage(openLibrary(server.url))
  site = { browser: await launchChromium(), server: server.url, pages }
}, 120_000)
afterAll(async () => {
  await site?.browser.close()
  await server?.stop()
})

describe('every page of the web app', () => {
  it('breaks no rule of axe, by day', async () => {
    expect(await walk(site, {}, ({ page }) => axeViolations(page))).toEqual({})
  }, 180_000)

  it('breaks no rule of axe by night', async () => {
    expect(await walk(site, { theme: 'dark' }, ({ page }) => axeViolations(page))).toEqual({})
  }, 180_000)

  it('breaks no rule of axe in 长辈版, and every pressable is 60×60 with a name', async () => {
    const look = async ({ page }: H5Visitor) => [
      ...(await axeViolations(page)),
      ...(await poorPressables(page, 60)),
    ]
    expect(await walk(site, { storage: ELDER }, look)).toEqual({})
  }, 180_000)

  it('has pressables of at least 44×44, each with a name', async () => {
    expect(await walk(site, {}, ({ page }) => poorPressables(page, 44))).toEqual({})
  }, 120_000)

  it('cuts no text at width 320 with the largest letters', async () => {
    expect(await walk(site, { width: 320, storage: LARGEST }, ({ page }) => clippedTexts(page))).toEqual({})
  }, 120_000)
})
