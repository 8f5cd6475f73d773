import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { SearchPage } from '@shared/contract/reading/search'
import type { NoticePage } from '@shared/contract/reading/site'
import type { NoticeObjections } from '@shared/contract/participation/objection'
import { Publications } from '@server/disclosure/publications/models/publications'
import { settableClock } from '../../../support/api/accountsYear'
import { objectionStory } from '../../../support/api/objections'
import { type TestServer, TEST_NOW, startTestServer } from '../../../support/api/testServer'
import { ITEMS, buildWorld, storyOf } from '../../../support/api/world'
import { readCells } from '../../../support/obligations/readCells'

/** What is left to the public of a list of people when its publicity period is over: nothing of a single household. */

const clock = settableClock(TEST_NOW)
let server: TestServer
let id = ''
const files: Record<string, string> = {}

const RARE = '临时生活补助'
/** Words that belong to households of which fewer are left than may be shown. */
const OF_HOUSEHOLDS = ['贺*', '邹*', '柏*', '奚*', RARE, '777.00', '领取名单']

const row = (name: string, scheme: string, amountFen: number) => ({ name, scheme, persons: 1, amountFen })

async function published(): Promise<string> {
  const story = storyOf(server)
  const attach = async (name: string) => {
    const file = await story.attach('editor', { name, text: `${name.slice(0, 2)}\n一份样本` })
    files[name] = file.sha256
    return file
  }
  const rows = [
    ...['贺*', '邹*', '柏*', '窦*', '章*', '云*'].map((name, at) =>
      row(name, '耕地地力保护补贴', 10_000 + at),
    ),
    row('奚*', RARE, 77_700),
  ]
  const content: NoticeContent = {
    title: '2026年第三季度补贴发放',
    period: '2026Q3',
    blocks: [
      {
        type: 'facts',
        label: '公开内容',
        entries: [
          { label: '政策依据', value: '补贴政策' },
          { label: '监督渠道', value: '村务监督委员会' },
          { label: '补贴标准', value: '按面积' },
        ],
      },
      {
        type: 'recipients',
        label: '补贴结果',
        rows,
        totalPersons: rows.length,
        totalFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0),
      },
      {
        type: 'attachments',
        label: '附件',
        files: [await attach('领取名单.txt'), await attach('补贴政策文件.txt')],
      },
    ],
  }
  const draft = await story.create('editor', { itemId: ITEMS.subsidy._id, content })
  const { notice } = await story.publish(
    'head',
    await story.agree('supervisor', await story.submit('editor', draft)),
  )
  return notice.id
}

const open = async <Body>(path: string) => (await server.ask<Body>('GET', path)).body
const fileStatus = async (name: string) => (await fetch(`${server.url}/api/v1/files/${files[name]}`)).status

/** Everything that the public gets of the notice, as text. */
async function everything(): Promise<string> {
  const paths = [
    `/notices/${id}`,
    `/notices/${id}/alongside`,
    `/notices/${id}/objections`,
    '/orgs/V1/notices',
    '/home?org=V1',
    `/orgs/V1/columns/${ITEMS.subsidy.key}`,
    `/orgs/V1/columns/${ITEMS.subsidy.key}/export?format=json`,
    `/orgs/V1/columns/${ITEMS.subsidy.key}/export?format=html`,
    `/orgs/V1/payouts?category=subsidy`,
    `/notices/${id}/export?format=csv`,
    `/catalogue-items/${ITEMS.subsidy._id}?org=V1`,
  ]
  const answers = await Promise.all(paths.map(path => server.ask('GET', path)))
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
  const cells = await readCells(server, `/notices/${id}/export?format=xlsx`, '')
  return [...answers.map(({ text }) => text), ...cells.flat()].join('\n')
}

const OBJECTION = '第七行奚*的钱，听说没有领到。'

beforeAll(async () => {
  server = await startTestServer('afterperiod', clock)
  await buildWorld(server.db)
  id = await published()
  const page = await open<NoticePage>(`/notices/${id}`)
  const list = page.presented.blocks.find(block => block.kind === 'table')!
  const target = { blockId: list.id, rowId: list.rows.at(-1)!.id, columnId: list.columns.at(-1)!.id }
  const story = objectionStory(server)
  await story.answer(
    'head',
    await story.file('villager', id, { target, text: OBJECTION }),
    '已核对，奚*当天已领。',
  )
})
afterAll(() => server.close())

test('while it lasts, the list and its files are there', async () => {
  const text = await everything()
  for (const word of ['贺*', RARE, '领取名单']) expect(text).toContain(word)
  expect(await fileStatus('领取名单.txt')).toBe(200)
  expect((await open<NoticeObjections>(`/notices/${id}/objections`)).items).toHaveLength(1)
})

describe('when it is over', () => {
  beforeAll(() => clock.moveTo('2027-03-01T02:00:00Z'))

  test('no page, export, objection or answer serves anything of a single household', async () => {
    const text = await everything()
    expect(OF_HOUSEHOLDS.filter(word => text.includes(word))).toEqual([])
    const { items, counts } = await open<NoticeObjections>(`/notices/${id}/objections`)
    expect(counts).toEqual({ open: 0, answered: 1, settled: 0 })
    expect(items.map(({ text: words, answers }) => [words, answers[0]!.text])).toEqual([
      ['第七行有关人员的钱，听说没有领到。', '已核对，有关人员当天已领。'],
    ])
  })

  test('the file that may hold the list is served no more, the policy is; no search finds the names', async () => {
    expect(await fileStatus('领取名单.txt')).toBe(404)
    expect(await fileStatus('补贴政策文件.txt')).toBe(200)
    for (const word of ['邹', RARE]) {
      const found = await open<SearchPage>(`/search?org=V1&q=${encodeURIComponent(word)}`)
      expect([word, found.items]).toEqual([word, []])
    }
  })

  test('so it is for an edition of before names left texts and files; its record stays as it was', async () => {
    const { presented } = await open<NoticePage>(`/notices/${id}`)
    await server.db
      .of(Publications)
      .collection.updateOne({ noticeId: id as never }, { $unset: { presentation: '' } })
    try {
      expect((await open<NoticePage>(`/notices/${id}`)).presented).toEqual(presented)
      expect(await fileStatus('领取名单.txt')).toBe(404)
      expect(await fileStatus('补贴政策文件.txt')).toBe(200)
    } finally {
      await server.db
        .of(Publications)
        .collection.updateOne({ noticeId: id as never }, { $set: { presentation: 2 } })
    }
  })
})
