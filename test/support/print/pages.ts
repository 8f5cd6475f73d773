import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { readPdf } from '../../../server/documents/pdf/readPdf'

const PROGRAM = join(__dirname, 'drawPages.mjs')

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

/** What a camera reads from a picture with one QR code in it. */
export async function qrOf(picture: Buffer): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
