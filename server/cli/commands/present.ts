import { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedItem } from '@shared/contract/disclosure/presentation'
import { presentItem } from '@shared/presentation/presentItem'
import { z } from 'zod'
import { AppError } from '@server/platform/errors'
import { parseRequest } from '@server/http/parseRequest'
import { InputError, UsageError, readArguments } from '../command'
import { readInput } from '../io'

const MAX_BYTES = 20 * 1024 * 1024
const SIDES = ['government', 'village']

const { displayNo, elements, basis, deadline, subjects, channels, audience, mode, levels } =
  CatalogueColumns.shape

/**
 * The standard columns, and the area if known. Only the path is mandatory: a missing column is one that the catalogue
 * does not state. Other fields of a stored item or a parsed row are ignored.
 */
const Item = CatalogueColumns.extend({
  displayNo: displayNo.default(null),
  elements: elements.default([]),
  basis: basis.default([]),
  deadline: deadline.default(null),
  subjects: subjects.default([]),
  channels: channels.default([]),
  audience: audience.default({ scope: null }),
  mode: mode.default(null),
  levels: levels.default(null),
  area: z.string().optional(),
})

async function readJson(path: string, what: string): Promise<unknown> {
  const text = (await readInput(path, MAX_BYTES)).toString('utf8').replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError('bad-json', `${what}文件不是完整的 JSON：${path}`)
  }
}

function checked<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  try {
    return parseRequest({ body: schema }, { params: undefined, query: undefined, body: value }).body
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new InputError('invalid-input', `${what}文件的内容有误，请按提示逐项改正。`, [...error.details])
  }
}

/**
 * Runs `present --item FILE --content FILE [--side government|village]` → `{ blocks, canonical, sha256 }`, the one
 * presentation. FILE of `--item` is one JSON object: a catalogue item as the API returns it, or one element of `rows`
 * as `catalogue parse` prints it. FILE of `--content` is a notice's content: `{ title, period, blocks }`, or `null`
 * for the item's standard alone. The side has no effect. For a complete example see docs/examples.
 */
export async function run(args: string[]): Promise<PresentedItem> {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, { item: text, content: text, side: text })
  if (!values.item || !values.content || positionals.length > 0) {
    throw new UsageError('请用 --item 和 --content 各给出一个文件')
  }
  if (values.side !== undefined && !SIDES.includes(values.side)) {
    throw new UsageError('--side 只能是 government 或 village')
  }
  const item = checked(Item, await readJson(values.item, '事项'), '事项')
  const content = await readJson(values.content, '内容')
  return presentItem(item, content === null ? null : checked(NoticeContent, content, '内容'))
}
