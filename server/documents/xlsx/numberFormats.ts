import { readXml } from '../archive/xmlEvents'
import type { ZipArchive } from '../archive/zipArchive'

/** Built-in formats that change how a number in a catalogue reads. Source: ECMA-376 §18.8.30 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
}

/** Format codes by cell style index. */
export type CellFormats = readonly string[]

export async function readCellFormats(zip: ZipArchive, part: string | undefined): Promise<CellFormats> {
  const text = part === undefined ? undefined : await zip.text(part)
  if (text === undefined) return []
  const codes = new Map<number, string>()
  const formats: string[] = []
  let inCellFormats = false
  readXml(text, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attributes['numFmtId'] ?? 0)
      formats.push(codes.get(id) ?? BUILT_IN[id] ?? '')
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

const plainNumber = (value: number): string => String(Number(value.toPrecision(15)))

const DAY = 86_400_000
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)

const showDate = (value: number): string =>
  new Date(EXCEL_EPOCH + Math.round(value * DAY)).toISOString().slice(0, 10)

function showFixed(value: number, whole: string, decimals: string, percent: string): string {
  const [integer = '', fraction] = (percent === '' ? value : value * 100).toFixed(decimals.length).split('.')
  return integer.padStart(whole.length, '0') + (fraction === undefined ? '' : `.${fraction}`) + percent
}

/** Formats a number as the sheet shows it: leading zeros `0505`, fixed decimals `1.20`, percent, date; else plain. */
export function showNumber(raw: string, format: string): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  const code = (format.split(';')[0] ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '')
  if (/[yd]/i.test(code)) return showDate(value)
  const fixed = code.match(/^#?,?#*(0*)(?:\.(0+))?(%?)$/)
  if (!fixed || code === '') return plainNumber(value)
  return showFixed(value, fixed[1] ?? '', fixed[2] ?? '', fixed[3] ?? '')
}
