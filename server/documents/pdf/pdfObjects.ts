import { inflateSync } from 'node:zlib'

/** What a PDF holds below its pages: every object, of every revision, also those that nothing refers to. */
export interface PdfObjects {
  /** Dictionaries, strings and object streams as text, one character per byte; names are decoded. */
  text: string
  /** Contents of all other streams that could be unpacked. */
  streams: Buffer[]
  /** False when there was more than is unpacked. */
  whole: boolean
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_STREAMS = 20_000
const DICTIONARY_BYTES = 4_000
const START = /stream\r?\n/g
const PICTURE = /\/Subtype\s*\/Image\b|\/FontFile|\/Length1\b/

const decodeNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function unpacked(dictionary: string, raw: Buffer, room: number): Buffer | null {
  if (!/\/Fl(?:ateDecode)?\b/.test(dictionary)) return raw.length <= room ? raw : null
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, room), finishFlush: 2 })
  } catch {
    return null
  }
}

/** Returns the dictionary before a stream. */
function dictionaryBefore(latin: string, at: number): string {
  const text = latin.slice(Math.max(0, at - DICTIONARY_BYTES), at)
  return decodeNames(text.slice(text.lastIndexOf(' obj') + 1))
}

/** Reads the objects of a PDF without regard to its tables, which a writer may leave out or turn to other objects. */
export function pdfObjects(bytes: Buffer): PdfObjects {
  const latin = bytes.toString('latin1')
  const texts: string[] = []
  const streams: Buffer[] = []
  let room = MOST_BYTES
  let whole = true
  let at = 0
  START.lastIndex = 0
  for (let match = START.exec(latin), count = 0; match; match = START.exec(latin), count += 1) {
    const from = match.index + match[0].length
    const end = latin.indexOf('endstream', from)
    if (end < 0 || count > MOST_STREAMS) break
    const dictionary = dictionaryBefore(latin, match.index)
    texts.push(latin.slice(at, match.index))
    at = START.lastIndex = end + 'endstream'.length
    if (PICTURE.test(dictionary)) continue
    const content = unpacked(dictionary, bytes.subarray(from, end), room)
    if (!content) {
      whole = false
      continue
    }
    room -= content.length
    if (/\/ObjStm\b/.test(dictionary)) texts.push(content.toString('latin1'))
    else if (!/\/Type\s*\/XRef\b/.test(dictionary)) streams.push(content)
  }
  texts.push(latin.slice(at))
  return { text: decodeNames(texts.join('\n')), streams, whole }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', b: '', f: '' }
const STRING = /\(((?:[^()\\]|\\[^]){0,20000})\)|<([0-9a-fA-F\s]{2,20000})>/g

function decodeBytes(raw: string): string {
  if (!raw.startsWith('\xfe\xff')) return raw
  return Buffer.from(raw, 'latin1').subarray(2).swap16().toString('utf16le')
}

const even = (raw: string): string => (raw.length % 2 === 0 || !raw.startsWith('\xfe\xff') ? raw : `${raw}\0`)

/** Returns the strings `(…)` and `<…>` in a piece of PDF, decoded. */
export function pdfStrings(text: string): string[] {
  return [...text.matchAll(STRING)].map(([, literal, hex]) => {
    const raw =
      literal !== undefined
        ? literal.replace(/\\([0-7]{1,3}|[^])/g, (_, code: string) =>
            /^[0-7]/.test(code)
              ? String.fromCharCode(Number.parseInt(code, 8) & 0xff)
              : (ESCAPES[code] ?? code),
          )
        : Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex').toString('latin1')
    return decodeBytes(even(raw))
  })
}

const ACTIVE =
  /\/(?:JavaScript|JS|Launch|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFiles?|Rendition|Movie|Sound|3D)(?![A-Za-z0-9])/

/** Checks for scripts, programs, forms that send, links to other files and files inside the document. */
export const isActivePdf = ({ text }: PdfObjects): boolean => ACTIVE.test(text)
