import type { Browser, Page } from 'playwright-core'
import { clippedTexts, poorPressables } from '../support/browser/audits'
import { openChromium } from '../support/browser/chromium'
import { reportFigure } from '../support/figures'
import {
  type Shot,
  THRESHOLD,
  differenceOf,
  openGallery,
  pictureOf,
  shotsOf,
  show,
} from '../support/gallery/pictures'
import { type ServedGallery, serveGallery } from '../support/gallery/serve'

/** The components of the gallery, drawn and compared with pictures: `npm run gallery -- --renew` takes these again. */
let browser: Browser
let served: ServedGallery
let page: Page
let shots: Shot[]

jest.setTimeout(240_000)

beforeAll(async () => {
  served = await serveGallery()
  browser = await openChromium()
  page = await openGallery(browser, served.url)
  shots = await shotsOf(page)
})
afterAll(async () => {
  await browser?.close()
  served?.stop()
})

test('every component looks as in its picture', async () => {
  const differences: string[] = []
  for (const shot of shots) {
    const difference = await differenceOf(shot, await pictureOf(page, shot))
    if (difference !== null) differences.push(difference)
  }
  reportFigure(
    `pictures of the components: ${shots.length}, at most ${THRESHOLD * 100} % of the points of each differ`,
  )
  expect(differences).toEqual([])
})

test('every component has its targets in 长辈版, and with the largest letters cuts no text at width 320', async () => {
  const faults: Record<string, string[]> = {}
  for (const { page: name, mode } of shots.filter(({ mode }) => mode === 'elder')) {
    await show(page, { page: name, mode })
    const small = await poorPressables(page, 60)
    await show(page, { page: name, mode: 'largest' })
    const found = [...small, ...(await clippedTexts(page))]
    if (found.length > 0) faults[name] = found
  }
  expect(faults).toEqual({})
})
