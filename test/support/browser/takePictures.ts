import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openLibrary } from '../journeys/library'
import { startBuiltServer } from '../server/runningServer'
import { launchChromium } from './chromium'
import type { H5Visitor } from './h5Visitor'
import { type AppPage, everyPage } from './pages'
import { ELDER, walk } from './walk'

const FOLDER = path.resolve(__dirname, '../../../docs/images')

/** `npm run screenshots`: every page on a phone, in 长辈版, by night and on a desk, for README and manual. */
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
    const phone = { width: 375, height: 812 }
    const faults = [
      await walk(site, phone, take('375')),
      await walk(site, { ...phone, storage: ELDER }, take('375-elder')),
      await walk(site, { ...phone, theme: 'dark' }, take('375-dark')),
      await walk(site, { width: 1280, height: 800 }, take('1280')),
    ]
    console.log(JSON.stringify(faults))
  } finally {
    await browser.close()
    await server.stop()
  }
}

void takePictures()
