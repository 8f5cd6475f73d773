import { sheetForm } from '@shared/facts/disclosure/sheets'
import type { ContentBlock, NoticeContent, SheetBlock } from '@shared/contract/disclosure/notice'

/** One text of a notice: its path, and the name of its column or element. */
export interface ContentField {
  /** `blocks.0.rows.3.name`. */
  path: string
  text: string
  label?: string
}

const nested = <Row>(
  path: string,
  rows: readonly Row[],
  texts: (row: Row) => Record<string, [text: string | undefined, label?: string]>,
): ContentField[] =>
  rows.flatMap((row, index) =>
    Object.entries(texts(row)).map(([name, [text = '', label]]) => ({
      path: `${path}.${index}.${name}`,
      text,
      label,
    })),
  )

/** Returns the text fields of a sheet: their names, and whether they may contain a person. */
export const wordColumns = ({ sheet }: Pick<SheetBlock, 'sheet'>) =>
  sheetForm(sheet).columns.filter(({ kind }) => kind === 'text' || kind === 'party')

function textsOf(block: ContentBlock, path: string): ContentField[] {
  switch (block.type) {
    case 'text':
      return [{ path: `${path}.text`, text: block.text, label: block.label }]
    case 'facts':
      return nested(`${path}.entries`, block.entries, ({ label, value }) => ({
        label: [label],
        value: [value, label],
      }))
    case 'money':
      return [
        ...nested(`${path}.lines`, block.lines, ({ item, handler, voucher }) => ({
          item: [item],
          handler: [handler, '经手人'],
          voucher: [voucher, '凭证号'],
        })),
        ...block.lines.flatMap(({ images = [] }, index) =>
          nested(`${path}.lines.${index}.images`, images, ({ name }) => ({ name: [name] })),
        ),
      ]
    case 'recipients':
      return nested(`${path}.rows`, block.rows, ({ name, group, scheme, standard }) => ({
        name: [name, '姓名'],
        group: [group, '住址'],
        scheme: [scheme],
        standard: [standard],
      }))
    case 'sheet':
      return nested(`${path}.rows`, block.rows, row =>
        Object.fromEntries(
          wordColumns(block).map(({ field, header }) => [field, [String(row[field] ?? ''), header]]),
        ),
      )
    case 'attachments':
      return nested(`${path}.files`, block.files, ({ name }) => ({ name: [name] }))
    case 'nothing':
      return [{ path: `${path}.note`, text: block.note ?? '' }]
  }
}

/** Returns every text of a block, labelled by the catalogue. */
export const fieldsOfBlock = (block: ContentBlock, path: string): ContentField[] => [
  ...('label' in block ? [{ path: `${path}.label`, text: block.label }] : []),
  ...textsOf(block, path),
]

/** Returns every non-empty text of a notice 公示内容, in reading order. */
export const fieldsOfContent = (content: NoticeContent): ContentField[] =>
  [
    { path: 'title', text: content.title },
    ...content.blocks.flatMap((block, index) => fieldsOfBlock(block, `blocks.${index}`)),
  ].filter(({ text }) => text !== '')

/** Returns the content with the texts at the paths in `words` replaced. */
export function withTexts(content: NoticeContent, words: ReadonlyMap<string, string>): NoticeContent {
  const rebuilt = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return words.get(path) ?? value
    if (typeof value !== 'object' || value === null) return value
    const below = (key: string | number, part: unknown) =>
      rebuilt(part, path === '' ? String(key) : `${path}.${key}`)
    if (Array.isArray(value)) return value.map((part, index) => below(index, part))
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, below(key, part)]))
  }
  return rebuilt(content, '') as NoticeContent
}
