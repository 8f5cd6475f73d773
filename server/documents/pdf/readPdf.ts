import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DocumentError } from '../documentError'

/** A piece of text with its position on the page, in points from the lower left corner. */
export interface PdfItem {
  text: string
  x: number
  y: number
  width: number
  height: number
  ends: boolean
}

export interface PdfContent {
  pages: { items: PdfItem[]; notes: string[] }[]
  /** Number of pages in the document; `pages` stops at 2,000. */
  total: number
  info: Record<string, string>
  xmp: string
  titles: string[]
  attachments: { name: string; bytes: Uint8Array }[]
}

const TIME_MS = 60_000
const MEMORY_MB = 768

const MESSAGES = {
  'password-protected': '文件设了密码，请去掉密码后再检查',
  unreadable: 'PDF 文件已损坏，内容读不出来，请重新导出',
} as const

type Answer<T> = { ok: T } | { error: keyof typeof MESSAGES }

/** The thread's program: in this folder of the source tree, and copied to the bundle's folder. */
const PROGRAM = join(__dirname, 'pdfWorker.mjs')

const fail = (code: keyof typeof MESSAGES): DocumentError => new DocumentError(code, MESSAGES[code])

/** Runs the program in a separate thread, limited to a minute and 768 MB. @throws DocumentError */
async function runProgram<T>(bytes: Buffer, more: object = {}): Promise<T> {
  const worker = new Worker(PROGRAM, {
    workerData: { bytes: new Uint8Array(bytes), root: __dirname, ...more },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
    execArgv: [],
  })
  try {
    return await new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(fail('unreadable')), TIME_MS)
      worker.once('message', (answer: Answer<T>) => {
        clearTimeout(timer)
        if ('ok' in answer) resolve(answer.ok)
        else reject(fail(answer.error))
      })
      worker.once('error', () => {
        clearTimeout(timer)
        reject(fail('unreadable'))
      })
    })
  } finally {
    await worker.terminate()
  }
}

/**
 * Reads a PDF.
 * @throws DocumentError
 */
export const readPdf = (bytes: Buffer): Promise<PdfContent> => runProgram(bytes)

export interface PagePictures {
  /** JPEG, at most 3,500 pixels on the longer side. */
  pictures: { page: number; bytes: Uint8Array }[]
  /** Pictures beyond `most`, as far as counted, and those that could not be decoded. */
  left: number
}

/**
 * Returns the first pictures that cover a part of their page: of a scanned document, its pages.
 * @throws DocumentError
 */
export const picturesOfPdf = (bytes: Buffer, most: number): Promise<PagePictures> =>
  runProgram(bytes, { most })
