import iconv from 'iconv-lite'

export const isRtf = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 5) === '{\\rtf'

const TOKEN =
  /((?:\\'[0-9a-fA-F]{2})+)|\\u(-?\d{1,6})\??|\\(par|line|cell|row|tab)\b ?|\\[a-zA-Z]{1,32}(-?\d{1,10})? ?|\\[^a-zA-Z]|[{}\r\n]/g
const BREAKS: Readonly<Record<string, string>> = { par: '\n', line: '\n', row: '\n', cell: '\t', tab: '\t' }

/** Returns the words of a Rich Text document, hidden ones too; escaped bytes are read as GBK. */
export const rtfText = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(TOKEN, (_, encoded?: string, code?: string, mark?: string) => {
    if (encoded) return iconv.decode(Buffer.from(encoded.replaceAll("\\'", ''), 'hex'), 'gbk')
    if (code) return String.fromCharCode(Number(code) & 0xffff)
    return mark ? (BREAKS[mark] ?? '') : ''
  })
