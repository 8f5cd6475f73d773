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
  const compared: Promise<string | null>[] = []
  for (const shot of shots) compared.push(differenceOf(shot, await pictureOf(page, shot)))
  const differences = (await Promise.all(compared)).filter(Boolean)
  reportFigure(
    `pictures of the components: ${shots.length}, at most ${THRESHOLD * 100} % of the points of each differ`,
  )
  expect(differences).toEqual([])
})

test('a component that looks a little different is found', async () => {
  const seal = shots.find(({ name }) => name === 'StampLine-light')!
  await show(page, seal)
  const planted = await page.addStyleTag({ content: '.stampline__who { font-weight: 400 !important }' })
  expect(await differenceOf(seal, await pictureOf(page, seal))).toMatch(
    /points differ: .+StampLine-light\.png$/,
  )
  await planted.evaluate(style => (style as HTMLElement).remove())
  expect(await differenceOf(seal, await pictureOf(page, seal))).toBeNull()
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
