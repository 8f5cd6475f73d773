import { openChromium } from '../browser/chromium'
import { type Shot, openGallery, pictureOf, renew, shotsOf } from './pictures'
import { serveGallery } from './serve'

const PORT = 8090

/** `npm run gallery`: the components in a browser; with `-- --renew` their reference pictures are taken again, with names after it those of some alone. */
async function gallery(): Promise<void> {
  const [, , way, ...names] = process.argv
  if (way !== '--renew') {
    const { url } = await serveGallery(PORT)
    process.stdout.write(`${url}\n`)
    return
  }
  const { url, stop } = await serveGallery()
  const browser = await openChromium()
  let bytes = 0
  let shots: Shot[] = []
  try {
    const page = await openGallery(browser, url)
    shots = (await shotsOf(page)).filter(({ page: one }) => names.length === 0 || names.includes(one))
    for (const shot of shots) bytes += await renew(shot, await pictureOf(page, shot))
  } finally {
    await browser.close()
    stop()
  }
  process.stdout.write(`test/fixtures/gallery: taken ${shots.length} files, ${(bytes / 1e6).toFixed(2)} MB\n`)
}

void gallery()
