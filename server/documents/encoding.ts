import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'
import { DocumentError } from './documentError'

/** Text of a file and the encoding used. */
export interface Decoded {
  text: string
  encoding: string
}

const BOMS: readonly (readonly [number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
]

const bomOf = (bytes: Buffer): string | undefined =>
  BOMS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1]

const isUtf8 = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Detects UTF-16 without a byte order mark: every second byte of the ASCII part is zero. */
function utf16WithoutBom(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even++
    else odd++
  })
  const enough = sample.length / 16
  if (odd > enough && even < odd / 8) return 'utf-16le'
  return even > enough && odd < even / 8 ? 'utf-16be' : undefined
}

const wrong = (): DocumentError =>
  new DocumentError('wrong-encoding', '文字编码认不出来，请另存为 UTF-8 或 GB18030（ANSI）后再上传')

const CJK = /[\u4e00-\u9fff]/g
const BROKEN = /[\ufffd\u0000-\u0008\u000e-\u001f\ue000-\uf8ff]/g

function checked(text: string, encoding: string): Decoded {
  const broken = text.match(BROKEN)?.length ?? 0
  const chinese = text.match(CJK)?.length ?? 0
  if (broken > 0 && broken * 20 >= chinese) throw wrong()
  return { text, encoding }
}

/** Common characters; text decoded with the wrong encoding has few of them. */
const COMMON = /[的公开事项内容依据时限主体渠道对象方式层级政府信息一二级目录、，。]/g

const score = (text: string): number =>
  (text.match(COMMON)?.length ?? 0) / Math.max(1, text.match(CJK)?.length ?? 1)

function legacy(bytes: Buffer): Decoded {
  const gb = iconv.decode(bytes, 'gb18030')
  const big5 = iconv.decode(bytes, 'big5')
  const looksBig5 = !big5.includes('\ufffd') && score(big5) > 2 * score(gb)
  return looksBig5 ? checked(big5, 'big5') : checked(gb, 'gb18030')
}

/**
 * Decodes a text file: by its byte order mark, else UTF-8 when valid, else GB18030.
 * @throws DocumentError `wrong-encoding`
 */
export function decodeText(bytes: Buffer, declared?: string): Decoded {
  const marked = bomOf(bytes) ?? utf16WithoutBom(bytes)
  if (marked !== undefined) return checked(iconv.decode(bytes, marked), marked)
  if (isUtf8(bytes)) return checked(bytes.toString('utf8'), 'utf-8')
  if (declared !== undefined && /^big5/i.test(declared)) return checked(iconv.decode(bytes, 'big5'), 'big5')
  return legacy(bytes)
}
