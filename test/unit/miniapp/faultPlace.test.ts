import { placedSentence } from '../../../miniapp/src/packages/staff/draft/faultPlace'
import { faultsOf } from '../../../miniapp/src/packages/staff/draft/faults'
import { toContent } from '../../../miniapp/src/packages/staff/draft/toContent'
import { emptyLine, emptyRecipient, toBlockDraft } from '../../../miniapp/src/packages/staff/draft/toDraft'
import type { BlockDraft, NoticeDraft } from '../../../miniapp/src/packages/staff/draft/types'

const draftOf = (...blocks: BlockDraft[]): NoticeDraft => ({
  title: '十月收支',
  period: '2026-10',
  regards: '',
  nothing: false,
  nothingNote: '',
  blocks,
})
const money: BlockDraft = {
  type: 'money',
  label: '收支明细',
  openingFen: '0',
  lines: [
    { ...emptyLine(), date: '2026-10-05', item: '租金', amountFen: '5', direction: 'income' },
    emptyLine(),
    { ...emptyLine(), item: '清扫', amountFen: '5' },
  ],
  closingFen: '0',
}
const recipients: BlockDraft = {
  type: 'recipients',
  label: '发放明细',
  rows: [{ ...emptyRecipient(), name: '张*' }],
  totalPersons: '1',
  totalFen: '0',
}
const sentences = (draft: NoticeDraft) => toContent(draft).faults.map(fault => placedSentence(fault, draft))

test('a fault is named with its row, and with its table where there are several', () => {
  expect(sentences(draftOf(money))).toEqual(['第 3 笔：请填写日期。'])
  expect(sentences(draftOf(money, recipients))).toEqual([
    '“收支明细”第 3 笔：请填写日期。',
    '“发放明细”第 1 行：请填写补贴项目。',
    '“发放明细”第 1 行：这里要写金额，例如 1234.50。',
  ])
})

test('a register by its own word for a row, a statement by the line', () => {
  const register = toBlockDraft({
    type: 'sheet',
    sheet: 'leases',
    label: '发包租赁台账',
    rows: [{ asset: '村东鱼塘' }],
  })!
  const statement = toBlockDraft({ type: 'sheet', sheet: 'balance-sheet', label: '资产负债表', rows: [] })!
  const at = (draft: NoticeDraft, field: string) => placedSentence({ field, message: '请填写。' }, draft)
  expect(at(draftOf(register), 'blocks.0.rows.0.party')).toMatch(/^第 1 [^：]+：请填写。$/)
  expect(at(draftOf(statement), 'blocks.0.rows.0.nowFen')).toMatch(/^[一-龥]+：请填写。$/)
  expect(at(draftOf(money), 'blocks.0.closingFen')).toBe('请填写。')
  expect(at(draftOf(money), 'draft.title')).toBe('请填写。')
})

test('the server’s sentence names the row as the form counts it, once', () => {
  const { origins } = toContent(draftOf(money))
  const issue = { code: 'date-outside-period', field: 'content.blocks.0.lines.1.date', row: 2 }
  const [fault] = faultsOf([{ ...issue, message: '第 2 行的日期 2026年9月5日 不在2026年10月内。' }], origins)
  expect(fault!.field).toBe('blocks.0.lines.2.date')
  expect(placedSentence(fault!, draftOf(money))).toBe('第 3 行的日期 2026年9月5日 不在2026年10月内。')
})
