/** Draws pages of a PDF as PNG: `drawPages.mjs FILE SCALE PAGE…` writes FILE-PAGE.png; ES modules only, so a program of its own. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const [file, scale, ...pages] = process.argv.slice(2)
const data = new Uint8Array(readFileSync(file))
const document = await getDocument({ data, verbosity: 0 }).promise
for (const number of pages.map(Number)) {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: Number(scale) })
  const canvas = createCanvas(viewport.width, viewport.height)
  const canvasContext = canvas.getContext('2d')
  canvasContext.fillStyle = '#ffffff'
  canvasContext.fillRect(0, 0, viewport.width, viewport.height)
  await page.render({ canvasContext, viewport }).promise
  writeFileSync(`${file}-${number}.png`, canvas.toBuffer('image/png'))
}
await document.destroy()
