import { DocumentError } from '../documentError'
import { readXml } from '../archive/xmlEvents'
import type { ZipArchive } from '../archive/zipArchive'

/** A sheet of the workbook and its part. */
export interface SheetRef {
  name: string
  hidden: boolean
  part: string
}

const resolvePart = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = base.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** Returns the targets of a part's relations by id and by kind. */
async function relationsOf(
  zip: ZipArchive,
  part: string,
): Promise<{ byId: Map<string, string>; byKind: Map<string, string> }> {
  const at = part.lastIndexOf('/')
  const text = await zip.text(`${part.slice(0, at + 1)}_rels/${part.slice(at + 1)}.rels`)
  const byId = new Map<string, string>()
  const byKind = new Map<string, string>()
  if (text === undefined) return { byId, byKind }
  readXml(text, {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name !== 'Relationship') return
      const target = resolvePart(part, Target)
      byId.set(Id, target)
      byKind.set(Type.slice(Type.lastIndexOf('/') + 1), target)
    },
  })
  return { byId, byKind }
}

/** The workbook's parts: sheets in order, shared strings, styles. */
export interface Workbook {
  sheets: SheetRef[]
  sharedStrings: string | undefined
  styles: string | undefined
}

/**
 * Finds the parts of a workbook.
 * @throws DocumentError `unreadable` when the zip is no workbook
 */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const part = (await relationsOf(zip, '')).byKind.get('officeDocument') ?? 'xl/workbook.xml'
  const text = await zip.text(part)
  if (text === undefined) throw new DocumentError('unreadable', '这是改了后缀名的压缩包，不是 Excel 工作簿')
  const { byId, byKind } = await relationsOf(zip, part)
  const sheets: SheetRef[] = []
  readXml(text, {
    open(name, attributes) {
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const target = byId.get(id)
      const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden'
      if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', hidden, part: target })
    },
  })
  if (sheets.length === 0) throw new DocumentError('unreadable', '工作簿里没有工作表')
  return { sheets, sharedStrings: byKind.get('sharedStrings'), styles: byKind.get('styles') }
}
