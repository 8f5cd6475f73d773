/** Reads a PDF in its own thread, so that a hostile one can be stopped: texts, notes, properties, attachments. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const MOST_PAGES = 2_000
const MOST_TITLES = 5_000

const require = createRequire(pathToFileURL(join(workerData.root, 'package.json')))
const entry = require.resolve('pdfjs-dist/legacy/build/pdf.mjs')
const home = dirname(dirname(dirname(entry)))

const { getDocument } = await import(pathToFileURL(entry).href)

const annotationWords = note =>
  [note.contentsObj?.str, note.titleObj?.str, note.fieldName, note.fieldValue, note.alternativeText, note.url]
    .flat()
    .filter(words => typeof words === 'string' && words !== '')

async function readPage(document, number) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  const notes = (await page.getAnnotations()).flatMap(annotationWords)
  page.cleanup()
  return {
    notes,
    items: items.map(({ str, transform, width, height, hasEOL }) => ({
      text: str,
      x: transform[4],
      y: transform[5],
      width,
      height: height || Math.hypot(transform[2], transform[3]),
      ends: hasEOL,
    })),
  }
}

function titlesOf(outline) {
  const titles = []
  const rest = [...(outline ?? [])]
  while (rest.length > 0 && titles.length < MOST_TITLES) {
    const entry = rest.pop()
    titles.push(entry.title)
    rest.push(...(entry.items ?? []))
  }
  return titles
}

const propertiesOf = ({ info, metadata }) => ({
  info: Object.fromEntries(
    Object.entries({ ...info, ...info?.Custom }).filter(([, value]) => typeof value === 'string'),
  ),
  xmp: metadata?.getRaw?.() ?? '',
})

async function read() {
  const document = await getDocument({
    data: workerData.bytes,
    cMapUrl: join(home, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise
  const pages = []
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    pages.push(await readPage(document, number))
  }
  const attachments = Object.values((await document.getAttachments()) ?? {})
  return {
    pages,
    total: document.numPages,
    ...propertiesOf(await document.getMetadata()),
    titles: titlesOf(await document.getOutline()),
    attachments: attachments.map(({ filename, content }) => ({ name: filename, bytes: content })),
  }
}

try {
  parentPort.postMessage({ ok: await read() })
} catch (error) {
  parentPort.postMessage({ error: error?.name === 'PasswordException' ? 'password-protected' : 'unreadable' })
}
