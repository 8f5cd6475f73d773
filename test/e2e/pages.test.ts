import {
  axeViolations,
  axeViolationsByNight,
  clippedTexts,
  poorPressables,
  slidingTables,
} from '../support/browser/audits'
import { openChromium } from '../support/browser/chromium'
import { colourAlone } from '../support/browser/colourAlone'
import type { H5Visitor } from '../support/browser/h5Visitor'
import { overlapsAtAnyWidth } from '../support/browser/overlaps'
import { everyPage } from '../support/browser/pages'
import { ELDER, LARGEST, type Site, walk } from '../support/browser/walk'
import { reportFigure, SAMPLED } from '../support/figures'
import { openLibrary } from '../support/journeys/library'
import { JOURNEY_MS } from '../support/journeys/limits'
import { SHARE_TAKEN, shareOf } from '../support/sample'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'

let server: RunningServer
let site: Site
/** The same with a share of the pages, another one each day. */
let share: Site

jest.setTimeout(JOURNEY_MS)

beforeAll(async () => {
  server = await startBuiltServer('pages')
  const pages = await everyPage(openLibrary(server.url))
  site = { browser: await openChromium(), server: server.url, pages }
  // The first page chooses the village for those after it.
  share = { ...site, pages: shareOf(pages, page => page === pages[0]) }
  reportFigure(
    `walk of the web app: ${pages.length} pages by day and by night, ${share.pages.length} of them in 长辈版 and with the largest letters${SAMPLED}${SHARE_TAKEN}`,
  )
})
afterAll(async () => {
  await site?.browser.close()
  await server?.stop()
})

/** Each walk opens every page once and looks for everything that can be wrong with it in these settings. */
describe('every page of the web app', () => {
  it('by day and by night: breaks no rule of axe, has pressables of 44×44 with names, lays no text over another at any width, tells no state by colour alone', async () => {
    const look = async ({ page }: H5Visitor) => [
      ...(await axeViolations(page)),
      ...(await axeViolationsByNight(page)),
      ...(await poorPressables(page, 44)),
      ...(await overlapsAtAnyWidth(page)),
      ...(await colourAlone(page)),
    ]
    expect(await walk(site, {}, look)).toEqual({})
  })

  it('in 长辈版: breaks no rule of axe, has pressables of 60×60 with names, shows every figure without sliding', async () => {
    const look = async ({ page }: H5Visitor) => [
      ...(await axeViolations(page)),
      ...(await poorPressables(page, 60)),
      ...(await slidingTables(page)),
    ]
    expect(await walk(share, { storage: ELDER }, look)).toEqual({})
  })

  it('with the largest letters: cuts no text at width 320 and hides none to the side, lays none over another at any width', async () => {
    const look = async ({ page }: H5Visitor) => [
      ...(await clippedTexts(page)),
      ...(await slidingTables(page)),
      ...(await overlapsAtAnyWidth(page)),
    ]
    expect(await walk(share, { width: 320, storage: LARGEST }, look)).toEqual({})
  })
})
