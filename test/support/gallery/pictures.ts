import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'
import { MODES, type ModeName } from './modes'

const REFERENCES = path.resolve(__dirname, '../../fixtures/gallery')
/** Where a picture that differs is put, with what differs marked in it. */
const DIFFERENCES = path.resolve(__dirname, '../../../.cache/gallery-differences')
/** Few colours and the smallest file. */
const SMALL = { palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 }
/** Of what is taller, the beginning and the end. */
const TALLEST = 1_400
/** How unlike in colour two points have to be to count, from 0 to 1; edges of letters do not count. */
const COLOUR = 0.15
/** Share of the points that may differ. */
export const THRESHOLD = 0.001

/** One picture: a component in a mode. */
export interface Shot {
  name: string
  page: string
  mode: ModeName
}

/** A tab with the gallery. */
export async function openGallery(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', deviceScaleFactor: 1 })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Every component by day, by night, in 长辈版 and on paper, and wide where it is another then. */
export async function shotsOf(page: Page): Promise<Shot[]> {
  const shown = await page.waitForFunction(() => document.body.dataset['pages'])
  const pages = JSON.parse(String(await shown.jsonValue())) as { name: string; wide?: boolean }[]
  return pages.flatMap(({ name, wide }) =>
    (['light', 'dark', 'elder', 'print', ...(wide ? (['wide'] as const) : [])] as const).map(mode => ({
      name: `${name}-${mode}`,
      page: name,
      mode,
    })),
  )
}

/** Goes to a component in a mode, and waits until it is drawn. */
export async function show(page: Page, { page: name, mode }: Omit<Shot, 'name'>): Promise<void> {
  await page.setViewportSize({ width: MODES[mode].width, height: 800 })
  await page.evaluate(hash => {
    window.location.hash = hash
  }, `${name}/${mode}`)
  await page.waitForFunction(hash => document.body.dataset['shown'] === hash, `#${name}/${mode}`)
}

export async function pictureOf(page: Page, shot: Shot): Promise<Buffer> {
  await show(page, shot)
  const { width } = MODES[shot.mode]
  const box = await page.locator('.frame').boundingBox()
  const height = Math.ceil(box?.height ?? 0)
  const beginning = { x: 0, y: 0, width, height: Math.min(height, TALLEST) }
  const whole = await page.screenshot({ fullPage: true, clip: beginning })
  if (height <= TALLEST) return whole
  const rest = { x: 0, y: height - TALLEST / 2, width, height: TALLEST / 2 }
  const end = await page.screenshot({ fullPage: true, clip: rest })
  return sharp(whole)
    .extend({ bottom: TALLEST / 2, background: '#fff' })
    .composite([{ input: end, top: TALLEST, left: 0 }])
    .png()
    .toBuffer()
}

const referenceOf = ({ name }: Shot): string => path.join(REFERENCES, `${name}.png`)

/** Replaces the reference picture of a shot. */
export async function renew(shot: Shot, picture: Buffer): Promise<number> {
  mkdirSync(REFERENCES, { recursive: true })
  const small = await sharp(picture).png(SMALL).toBuffer()
  writeFileSync(referenceOf(shot), small)
  return small.length
}

const pointsOf = (picture: Buffer | string) =>
  sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })

/** Returns how a picture differs from its reference, with the path of a picture of it; null if it does not. */
export async function differenceOf(shot: Shot, picture: Buffer): Promise<string | null> {
  const reference = referenceOf(shot)
  if (!existsSync(reference)) return `${shot.name}: no reference picture`
  const [now, before] = await Promise.all([pointsOf(picture), pointsOf(readFileSync(reference))])
  const { width, height } = now.info
  if (width !== before.info.width || height !== before.info.height) {
    const kept = keep(shot, picture)
    return `${shot.name}: ${width}×${height} instead of ${before.info.width}×${before.info.height}: ${kept}`
  }
  const marked = new Uint8Array(width * height * 4)
  const points = pixelmatch(before.data, now.data, marked, width, height, { threshold: COLOUR })
  if (points <= width * height * THRESHOLD) return null
  const raw = { width, height, channels: 4 as const }
  const kept = keep(shot, await sharp(marked, { raw }).png().toBuffer())
  return `${shot.name}: ${points} of ${width * height} points differ: ${kept}`
}

function keep({ name }: Shot, picture: Buffer): string {
  mkdirSync(DIFFERENCES, { recursive: true })
  const file = path.join(DIFFERENCES, `${name}.png`)
  writeFileSync(file, picture)
  return file
}
