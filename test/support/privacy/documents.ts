import { yuan } from '@shared/common/money'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import type { Chance } from './chance'
import { bankCard, fullName, mobile, residentId } from './identities'

/** What one generated document wants to say of people; none of `secrets` may ever be read by the public. */
export interface PersonalDocument {
  sort: 'text' | 'fact' | 'recipient' | 'line'
  label: string
  text: string
  group?: string
  secrets: string[]
}

const GIVEN = [...'骁琰珩骞翀昶钧沛澜岚晔瑾']

/** Three characters, the given name a rare one: no ordinary word and nobody of the test world is taken for it. */
const name = (chance: Chance): string => `${fullName(chance)[0]}${chance.pick(GIVEN)}${chance.pick(GIVEN)}`
const house = (c: Chance): string =>
  `${c.pick(['人民路', '泾河大道', '北大街', '文卫路'])}${c.int(11, 299)}号`
const illness = (c: Chance): string => c.pick(['肺癌', '尿毒症', '糖尿病', '脑梗', '白血病'])

type Maker = (chance: Chance) => Omit<PersonalDocument, 'sort'>

const TEXTS: readonly Maker[] = [
  c => {
    const [who, id, home] = [name(c), residentId(c), house(c)]
    return { label: '', text: `村民${who}，身份证号${id}，家住${home}。`, secrets: [who, id, home] }
  },
  c => {
    const [who, phone] = [name(c), mobile(c)]
    return { label: '', text: `联系人：${who}，手机${phone}。`, secrets: [who, phone] }
  },
  c => {
    const [who, card] = [name(c), bankCard(c)]
    return { label: '', text: `户主：${who}，一卡通账号${card}。`, secrets: [who, card] }
  },
  c => {
    const [who, ill] = [name(c), illness(c)]
    return { label: '', text: `村民${who}患${ill}住院。`, secrets: [who, ill] }
  },
  c => {
    const child = name(c)
    return { label: '', text: `留守儿童${child}，${c.int(3, 17)}岁。`, secrets: [child] }
  },
  c => {
    const people = [name(c), name(c), name(c)]
    return { label: '', text: `发放对象：${people.join('、')}。`, secrets: people }
  },
]

const FACTS: readonly Maker[] = [
  c => {
    const people = [name(c), name(c)]
    return { label: '发放对象', text: people.join('、'), secrets: people }
  },
  c => {
    const phone = mobile(c)
    return {
      label: '联系电话',
      text: `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
      secrets: [phone],
    }
  },
  c => {
    const home = house(c)
    return { label: '住址', text: home, secrets: [home] }
  },
  c => {
    const ill = illness(c)
    return { label: '救助事由', text: `患${ill}`, secrets: [ill] }
  },
]

const RECIPIENTS: readonly Maker[] = [
  c => {
    const who = name(c)
    const number = c.int(11, 99)
    return { label: '临时救助', text: who, group: `三组${number}号`, secrets: [who, `三组${number}号`] }
  },
  c => {
    const who = name(c)
    return { label: '困境儿童生活补贴', text: who, group: '三组', secrets: [who] }
  },
]

const LINES: readonly Maker[] = [
  c => {
    const [who, card] = [name(c), bankCard(c)]
    return { label: '', text: `领款人：${who}，卡号${card}`, secrets: [who, card] }
  },
  c => {
    const [who, id] = [name(c), residentId(c)]
    return { label: '', text: `收款人：${who}（${id}）`, secrets: [who, id] }
  },
]

const MAKERS = { text: TEXTS, fact: FACTS, recipient: RECIPIENTS, line: LINES } as const
const SORTS = ['text', 'fact', 'recipient', 'line'] as const

export const documents = (chance: Chance, count: number): PersonalDocument[] =>
  Array.from({ length: count }, (_, round) => {
    const sort = SORTS[round % SORTS.length] ?? 'text'
    return { sort, ...chance.pick(MAKERS[sort])(chance) }
  })

const of = (all: readonly PersonalDocument[], sort: PersonalDocument['sort']) =>
  all.filter(document => document.sort === sort)

/** One monthly statement that says all of them: as text, elements, lines of the account and recipients. */
export function contentOf(all: readonly PersonalDocument[], period: string): NoticeContent {
  const lines = of(all, 'line')
  const recipients = of(all, 'recipient')
  const date = `${period}-05`
  const blocks: ContentBlock[] = [
    {
      type: 'money',
      label: '收支明细',
      openingFen: 10_000,
      lines: [
        { date, direction: 'income', item: '土地租金', amountFen: lines.length * 100 },
        ...lines.map(({ text }) => ({ date, direction: 'expense' as const, item: text, amountFen: 100 })),
      ],
      closingFen: 10_000,
    },
    {
      type: 'facts',
      label: '公开内容',
      entries: [
        { label: '民主理财小组意见', value: '已审核，属实' },
        ...of(all, 'fact').map(({ label, text }) => ({ label, value: text })),
      ],
    },
    {
      type: 'recipients',
      label: '发放明细',
      rows: recipients.map(({ label, text, group }) => ({
        name: text,
        scheme: label,
        persons: 1,
        amountFen: 100,
        ...(group !== undefined && { group }),
      })),
      totalPersons: recipients.length,
      totalFen: recipients.length * 100,
    },
    {
      type: 'text',
      label: '说明',
      text: of(all, 'text')
        .map(({ text }) => text)
        .join('\n'),
    },
  ]
  return { title: `${period}财务收支（合计${yuan(lines.length * 100)}元）`, period, blocks }
}
