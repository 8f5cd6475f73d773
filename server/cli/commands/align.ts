import { z } from 'zod'
import { suggestAlignment, type Alignment } from '@server/domain/alignment/suggest'
import { meaningTexts } from '@server/domain/alignment/meaning'
import { prepareMeaning } from '@server/platform/worker/inference/prepareMeaning'
import { InputError, readArguments, UsageError } from '../command'
import { readInput } from '../io'

const MAX_BYTES = 50 * 1024 * 1024

/** One item of a village catalogue or of a catalogue. */
const Item = z.object({
  id: z.string().min(1),
  area: z.string().optional(),
  path: z.array(z.string()).min(1),
  elements: z.array(z.string()).optional(),
})
type Item = z.infer<typeof Item>

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new InputError('bad-json', `文件不是完整的 JSON：${file}`)
  }
}

const FIELD_FAULT = '应为 { "id", "area"?, "path": [文字], "elements"?: [文字] }'

/** Reads the items of a file; reports all faults at once, each with its row. */
async function itemsOf(file: string): Promise<Item[]> {
  const value = parsed((await readInput(file, MAX_BYTES)).toString('utf8'), file)
  const result = z.array(Item).safeParse(value)
  if (result.success) return result.data
  const details = result.error.issues.map(({ path }) => ({
    code: 'invalid-item',
    field: path.join('.'),
    ...(typeof path[0] === 'number' && { row: path[0] + 1 }),
    message:
      typeof path[0] === 'number'
        ? `第 ${path[0] + 1} 项写得不对，${FIELD_FAULT}`
        : `应为一个列表，每项${FIELD_FAULT}`,
  }))
  throw new InputError('invalid-items', `清单的格式不对：${file}`, details)
}

function topOf(text: string | undefined): number {
  const top = Number(text ?? 5)
  if (!Number.isInteger(top) || top < 1 || top > 100) throw new UsageError('--top 应为 1 到 100 的整数')
  return top
}

/** Runs `align suggest --village FILE --catalogue FILE [--top 5]` → Alignment[]. */
export async function run(args: string[]): Promise<Alignment[]> {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, { village: text, catalogue: text, top: text })
  if (positionals.length > 0 || !values.village || !values.catalogue) {
    throw new UsageError('请用 --village 和 --catalogue 各给一个文件')
  }
  const top = topOf(values.top)
  const [village, catalogue] = [await itemsOf(values.village), await itemsOf(values.catalogue)]
  const prepared = await prepareMeaning(meaningTexts(village, catalogue))
  if ('missing' in prepared) process.stderr.write(`${prepared.missing}\n`)
  return suggestAlignment(village, catalogue, top, 'meaning' in prepared ? prepared.meaning : null)
}
