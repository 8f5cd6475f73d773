import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { clerkDay } from '../journeys/clerkDay'
import { countyFile } from '../journeys/clerkFile'
import { type Library, openLibrary } from '../journeys/library'
import { picturesOf } from '../print/pages'
import { type RunningServer, startBuiltServer } from '../server/runningServer'
import { openChromium } from './chromium'
import { type H5Options, H5Visitor } from './h5Visitor'
import { type AppPage, VILLAGE, everyPage } from './pages'
import { ELDER, walk } from './walk'

const FOLDER = path.resolve(__dirname, '../../../docs/images')
const MOST_BYTES = 6_500_000
const FEW_COLOURS = { palette: true, colours: 32, dither: 0 }
const PHONE = { width: 375, height: 812 }
/** Two screens of a phone at once: sentence, picture and table of a notice. */
const TALL = { width: 375, height: 1_624 }
/** How every page is looked at; the name is the end of the picture's. */
const FORMS: Readonly<Record<string, H5Options>> = {
  '375': {},
  '375-elder': { storage: ELDER },
  '375-dark': { theme: 'dark' },
  '1280': { width: 1280, height: 800 },
}

/** Small enough for a folder under version control, sharp enough to read. */
async function keep(name: string, picture: Buffer): Promise<void> {
  const plain = await sharp(picture).png(FEW_COLOURS).toBuffer()
  const packed = await sharp(plain).webp({ lossless: true, effort: 6 }).toBuffer()
  await writeFile(path.join(FOLDER, `${name}.webp`), packed)
}

const screenshot = (page: Page) => page.screenshot({ scale: 'css' })

/** The newest notice of each of the five categories 五类公示, called by its category. */
async function categoryPages({ client }: Library): Promise<AppPage[]> {
  const { categories } = await client.api('GET /home', { query: { org: VILLAGE } })
  return categories.flatMap(({ code, newest }) =>
    newest ? [{ name: code, url: `/pages/notice/index?id=${newest.id}`, says: newest.title }] : [],
  )
}

/** What hangs on the wall and goes to the group, drawn from the files that are handed out. */
async function picturePrints({ client }: Library): Promise<void> {
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  const fetched = async (form: 'a4' | 'poster') => {
    const answer = await fetch(
      client.urlOf('GET /notices/:id/wall', { params: { id: items[0]?.id ?? '' }, query: { form } }),
    )
    return Buffer.from(await answer.arrayBuffer())
  }
  const [sheet] = await picturesOf(await fetched('a4'), [1], 1.2)
  if (sheet) await keep('wall-a4', sheet)
  await keep(
    'wall-poster',
    await sharp(await fetched('poster'))
      .resize(540)
      .toBuffer(),
  )
}

/** The street clerk's day, step by step on a phone; it moves the server's clock, so it comes last. */
async function pictureDay(browser: Browser, server: RunningServer): Promise<void> {
  const visitor = await H5Visitor.open(browser, server.url, PHONE)
  const { file, remove } = await countyFile()
  const look = async (name: string) => keep(`day-${name}`, await screenshot(visitor.page))
  await clerkDay(visitor, { server, file, look }).finally(() => void remove())
  await visitor.close()
}

async function emptyFolder(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const old = (await readdir(FOLDER)).filter(name => /\.(?:png|webp)$/.test(name))
  await Promise.all(old.map(name => rm(path.join(FOLDER, name))))
}

async function refuseLarge(): Promise<void> {
  const sizes = await Promise.all(
    (await readdir(FOLDER)).map(async name => (await stat(path.join(FOLDER, name))).size),
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  process.stdout.write(`docs/images: ${sizes.length} files, ${(bytes / 1e6).toFixed(2)} MB\n`)
  if (bytes > MOST_BYTES) throw new Error(`docs/images is larger than ${MOST_BYTES / 1e6} MB`)
}

/**
 * `npm run screenshots`: every page on a phone, in 长辈版, by night and on a desk, the five categories at two screens' height,
 * wall sheet and poster, the clerk's day, for README and manual.
 */
async function takePictures(): Promise<void> {
  await emptyFolder()
  const server = await startBuiltServer('pictures')
  const browser = await openChromium()
  const library = openLibrary(server.url)
  const take =
    (form: string) =>
    async (visitor: H5Visitor, { name }: AppPage) => {
      await keep(`${name}-${form}`, await screenshot(visitor.page))
      return []
    }
  try {
    const pages = await everyPage(library)
    const five = await categoryPages(library)
    for (const [form, options] of Object.entries(FORMS)) {
      await walk({ browser, server: server.url, pages: five }, { ...TALL, ...options }, take(form))
      await walk({ browser, server: server.url, pages }, { ...PHONE, ...options }, take(form))
    }
    await picturePrints(library)
    await pictureDay(browser, server)
  } finally {
    await browser.close()
    await server.stop()
  }
  await refuseLarge()
}

void takePictures()
