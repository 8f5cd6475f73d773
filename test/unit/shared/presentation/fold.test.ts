import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { foldContent, hasNames } from '@shared/presentation/fold'
import { foldWords } from '@shared/presentation/foldWords'
import { foldedItem, presentItem, sentenceOf } from '@shared/presentation/presentItem'
import { itemRow } from '../../../support/presenters/rows'

const item = itemRow()
const file = (name: string) => ({ name, mime: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) })
const content = (...blocks: ContentBlock[]): NoticeContent => ({ title: '救助', period: '2026Q1', blocks })
const shown = (folded: NoticeContent) => JSON.stringify(presentItem(item, folded).blocks)

const words: ContentBlock = {
  type: 'text',
  label: '说明',
  text: '欧阳*、诸葛*因病申请。\n经手人：陈*，联系人 王*。',
}
const elements: ContentBlock = {
  type: 'facts',
  label: '公开内容',
  entries: [
    { label: '司马*', value: '340元' },
    { label: '对象', value: '张*，二组' },
    { label: '经办人', value: '赵*' },
  ],
}
const attachments: ContentBlock = {
  type: 'attachments',
  label: '附件',
  files: [file('名单.pdf'), file('公示照片.jpg'), file('临时救助办法.pdf'), file('救助政策名单.pdf')],
}
const list: ContentBlock = {
  type: 'recipients',
  label: '发放明细',
  rows: ['张*', '李*', '王*', '赵*'].map((name, at) => ({ name, scheme: at < 3 ? '玉米补贴' : '收获机补贴', persons: 1, amountFen: 100 })), // prettier-ignore
  totalPersons: 4,
  totalFen: 400,
}

test.each([
  ['张*、李*和欧阳*因病申请', '有关人员因病申请'],
  ['发给张*明、李**等15人', '发给有关人员等15人'],
  ['经手人：陈*，审核人 赵*', '经手人：陈*，审核人 赵*'],
  ['共3户，每亩68元', '共3户，每亩68元'],
])('%s is folded to %s', (text, folded) => {
  expect(foldWords(text)).toBe(folded)
  expect(foldWords(folded)).toBe(folded)
})

test('names leave texts and elements, people in office stay', () => {
  const folded = shown(foldContent(content(words, elements)))
  expect(folded).not.toMatch(/欧阳|诸葛|司马|张\*/)
  for (const kept of ['因病申请', '经手人：陈*', '联系人 王*', '赵*', '340元']) expect(folded).toContain(kept)
})

test('attachments that may hold the list are withheld, documents stay, and the page says so', () => {
  const folded = foldContent(content(list, attachments))
  const files = folded.blocks.flatMap(block => (block.type === 'attachments' ? block.files : []))
  expect(files.map(({ name }) => name)).toEqual(['临时救助办法.pdf'])
  expect(shown(folded)).toContain('有 3 个附件里可能有姓名，不再显示')
  expect(foldContent(folded)).toEqual(folded)
})

test('a notice without names of the people it is about keeps everything', () => {
  const office = content({ type: 'text', label: '说明', text: '经手人：陈*。' }, attachments)
  expect([hasNames(office), foldContent(office), foldedItem(item, office)]).toEqual([false, office, null])
  const account = content({ type: 'money', label: '收支明细', openingFen: 0, lines: [], closingFen: 0 }, words, attachments) // prettier-ignore
  expect([hasNames(account), foldContent(account)]).toEqual([false, account])
})

test('the sentence, which lists keep for good, names neither people nor a scheme that folding hides', () => {
  expect(sentenceOf(presentItem(item, content(words)).blocks)).toBe('有关人员因病申请。')
  const sentence = sentenceOf(presentItem(item, content(list)).blocks)
  expect(sentence).not.toContain('收获机')
  expect(sentence).not.toContain('玉米')
  expect(sentence).toContain('2个项目，共4户4人')
})

test('an edition of before is folded and summarised as it was', () => {
  const before = content(list, words, attachments)
  const folded = foldContent(before, 1)
  expect(JSON.stringify(folded)).toContain('欧阳*')
  expect(folded).not.toHaveProperty('withheld')
  expect(hasNames(content(words), 1)).toBe(false)
  expect(sentenceOf(presentItem(item, content(list), 1).blocks)).toContain('玉米补贴、收获机补贴')
})
