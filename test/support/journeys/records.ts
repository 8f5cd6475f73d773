import { documentOf } from '@shared/presentation/document'
import { rowLines } from '@shared/presentation/document/rows'
import { documentLines } from '@shared/presentation/document/text'
import type { PresentedBlock } from '../../../shared/contract/disclosure/presentation'
import type { Visitor } from './visitor'

/** Elements that hold the presented record, but for charts, which repeat it. */
const PRESENTED = '.summary, .block:not(.block--chart)'
/** Controls between the rows that find and turn them. */
const TOOLS = '.block .tools'
const FORWARD = '往后'
const BACK = '往前'
const ROW = '.block .li, .block .grp'

const unspaced = (text: string) => text.replace(/\s+/g, '')

/** Every character that a presented record must show on a phone, in order, without white space. */
export const recordText = (blocks: readonly PresentedBlock[]): string =>
  unspaced(documentLines(documentOf(blocks), rowLines).join(''))

/** Text of the record without what is there to find and to turn its rows. */
export function withoutTools(presented: readonly string[], tools: readonly string[]): string {
  return tools.map(unspaced).reduce((text, tool) => text.replace(tool, ''), unspaced(presented.join('')))
}

const shownNow = async (visitor: Visitor) =>
  withoutTools(await visitor.readAll(PRESENTED), await visitor.readAll(TOOLS))

/** Every character that the page shows of its presented record; the pages of a long sheet one after the other. */
export async function shownRecord(visitor: Visitor): Promise<string> {
  let text = await shownNow(visitor)
  let rows = unspaced((await visitor.readAll(ROW)).join(''))
  while ((await visitor.readAll(TOOLS)).join('').includes(FORWARD)) {
    await visitor.press(FORWARD)
    const next = unspaced((await visitor.readAll(ROW)).join(''))
    text = text.replace(rows, rows + next)
    rows = next
  }
  while ((await visitor.readAll(TOOLS)).join('').includes(BACK)) await visitor.press(BACK)
  return text
}
