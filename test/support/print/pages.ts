import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { readPdf } from '../../../server/documents/pdf/readPdf'

const PROGRAM = join(__dirname, 'drawPages.mjs')
const READER = join(__dirname, 'readTags.mjs')

/** The words of every page, line breaks left out. */
export async function wordsOf(pdf: Buffer): Promise<string[]> {
  const { pages } = await readPdf(pdf)
  return pages.map(({ items }) => items.map(({ text }) => text).join(''))
}

/** Pages as PNG, by number from 1. */
export async function picturesOf(pdf: Buffer, pages: readonly number[], scale = 2): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'print-'))
  try {
    const file = join(folder, 'print')
    await writeFile(file, pdf)
    await promisify(execFile)(process.execPath, [PROGRAM, file, String(scale), ...pages.map(String)])
    return await Promise.all(pages.map(page => readFile(`${file}-${page}.png`)))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A piece of text of the structure tree, with the roles above it. */
interface Leaf {
  path: string
  alt: string | null
  text: string
}

/** What a program that reads aloud finds in a PDF. */
export interface Tagged {
  /** `artifacts`: decoration; `loose`: text without any mark; `unread`: marks that no element of the tree holds. */
  pages: { leaves: Leaf[]; artifacts: string[]; loose: string[]; unread: string[]; lang: string | null }[]
  title: string
  language: string
  marked: boolean
  xmp: string
}

/** Reads the tags of several PDFs at once. */
export async function tagsOf(pdfs: readonly Buffer[]): Promise<Tagged[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tags-'))
  try {
    const files = pdfs.map((_, at) => join(folder, `${at}.pdf`))
    for (const [at, file] of files.entries()) await writeFile(file, pdfs[at]!)
    const out = join(folder, 'out.json')
    await promisify(execFile)(process.execPath, [READER, out, ...files])
    return JSON.parse(await readFile(out, 'utf8')) as Tagged[]
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The record's text as read aloud, from page to page; blanks left out. */
export const recordOf = ({ pages }: Tagged): string =>
  pages
    .flatMap(({ leaves }) => leaves.filter(({ path }) => path.includes('/Art/')).map(({ text }) => text))
    .join('')
    .replace(/\s/g, '')

/** What a camera reads from a picture with one QR code in it. */
export async function qrOf(picture: Buffer): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
