/** Reads a PDF in its own thread, so that a hostile one can be stopped: texts, notes, properties, attachments; or the pictures of its pages. */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const MOST_PAGES = 2_000
const MOST_TITLES = 5_000
/** Pixels of a picture that is decoded at all. */
const MOST_PIXELS = 60_000_000
/** Longer side of a picture that is handed on. */
const MOST_SIDE = 3_500
/** Share of its page that a picture covers at least; smaller ones are seals and ornaments. */
const LEAST_SHARE = 0.04
const QUALITY = 90
/** Milliseconds after which no further page is looked at for pictures. */
const PICTURES_MS = 30_000

const require = createRequire(pathToFileURL(join(workerData.root, 'package.json')))
const entry = require.resolve('pdfjs-dist/legacy/build/pdf.mjs')
const home = dirname(dirname(dirname(entry)))

const { getDocument, ImageKind, OPS, Util } = await import(pathToFileURL(entry).href)

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

const open = () =>
  getDocument({
    data: workerData.bytes,
    cMapUrl: join(home, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  }).promise

async function read() {
  const document = await open()
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

/** Grey values of a picture of one bit a pixel. */
function grey({ width, height, data }) {
  const row = (width + 7) >> 3
  return Buffer.from(
    Uint8Array.from({ length: width * height }, (_, at) => {
      const x = at % width
      return (data[((at / width) | 0) * row + (x >> 3)] >> (7 - (x & 7))) & 1 ? 255 : 0
    }),
  )
}

async function jpegOf(image, isMirrored) {
  const { default: sharp } = await import('sharp')
  const { width, height, kind, data } = image
  const isBits = kind === ImageKind.GRAYSCALE_1BPP
  const channels = isBits ? 1 : kind === ImageKind.RGB_24BPP ? 3 : 4
  const bytes = isBits ? grey(image) : Buffer.from(data.buffer, data.byteOffset, data.length)
  return sharp(bytes, { raw: { width, height, channels } })
    .flip(isMirrored)
    .flatten({ background: '#fff' })
    .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer()
}

const objectOf = (page, name) =>
  new Promise(done => (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, done))

/** Pictures that a page paints, and whether they are mirrored. */
function* paintedOn({ fnArray, argsArray }, area) {
  let matrix = [1, 0, 0, 1, 0, 0]
  const kept = []
  for (let at = 0; at < fnArray.length; at += 1) {
    const [kind, given] = [fnArray[at], argsArray[at]]
    if (kind === OPS.save) kept.push(matrix)
    else if (kind === OPS.restore) matrix = kept.pop() ?? matrix
    else if (kind === OPS.transform) matrix = Util.transform(matrix, given)
    else if (kind === OPS.paintImageXObject || kind === OPS.paintInlineImageXObject) {
      const covered = matrix[0] * matrix[3] - matrix[1] * matrix[2]
      if (Math.abs(covered) >= LEAST_SHARE * area) yield { from: given[0], isMirrored: covered < 0 }
    }
  }
}

/** The first pictures of the pages as JPEG; `left` where there are more, or some that could not be decoded. */
async function readPictures(most) {
  const document = await open()
  const pictures = []
  let left = 0
  const until = Date.now() + PICTURES_MS
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    for (const { from, isMirrored } of paintedOn(await page.getOperatorList(), width * height)) {
      const image =
        pictures.length < most ? (typeof from === 'string' ? await objectOf(page, from) : from) : null
      if (image?.data) pictures.push({ page: number, bytes: await jpegOf(image, isMirrored) })
      else left += 1
    }
    page.cleanup()
    if (Date.now() > until) left += document.numPages - number
    if (left > 0 && (pictures.length >= most || Date.now() > until)) break
  }
  return { pictures, left }
}

try {
  parentPort.postMessage({ ok: workerData.most ? await readPictures(workerData.most) : await read() })
} catch (error) {
  parentPort.postMessage({ error: error?.name === 'PasswordException' ? 'password-protected' : 'unreadable' })
}
