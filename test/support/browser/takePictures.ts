import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { clerkDay } from '../journeys/clerkDay'
import { countyFile } from '../journeys/clerkFile'
import { openLibrary } from '../journeys/library'
import { type RunningServer, startBuiltServer } from '../server/runningServer'
import { launchChromium } from './chromium'
import type { Browser } from 'playwright-core'
import { H5Visitor } from './h5Visitor'
import { type AppPage, everyPage } from './pages'
import { ELDER, walk } from './walk'

const FOLDER = path.resolve(__dirname, '../../../docs/images')

/** The street clerk's day, step by step on a phone; it moves the server's clock, so it comes last. */
async function pictureDay(browser: Browser, server: RunningServer): Promise<void> {
  const visitor = await H5Visitor.open(browser, server.url, { width: 375, height: 812 })
  const { file, remove } = await countyFile()
  const look = async (name: string) => {
    await visitor.page.screenshot({ path: path.join(FOLDER, `day-${name}.png`), scale: 'css' })
  }
  await clerkDay(visitor, { server, file, look }).finally(remove)
  await visitor.close()
}

/** `npm run screenshots`: every page on a phone, in 长辈版 and on a desk, villagers' pages by night too, for README and manual. */
async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const server = await startBuiltServer('pictures')
  const browser = await launchChromium()
  const take =
    (suffix: string) =>
    async (visitor: H5Visitor, { name }: AppPage) => {
      await visitor.page.screenshot({ path: path.join(FOLDER, `${name}-${suffix}.png`), scale: 'css' })
      return []
    }
  try {
    const site = { browser, server: server.url, pages: await everyPage(openLibrary(server.url)) }
    const villagers = site.pages.filter(({ persona }) => persona === undefined)
    const phone = { width: 375, height: 812 }
    await walk(site, phone, take('375'))
    await walk(site, { ...phone, storage: ELDER }, take('375-elder'))
    await walk({ ...site, pages: villagers }, { ...phone, theme: 'dark' }, take('375-dark'))
    await walk(site, { width: 1280, height: 800 }, take('1280'))
    await pictureDay(browser, server)
  } finally {
    await browser.close()
    await server.stop()
  }
}

void takePictures()
