import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { yuan } from '@shared/common/money'
import type { ErrorBody } from '@shared/contract/common'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import type { NoticeForm, WaitingWork, WorkList } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, server, signed, story, openWorld } from '../../../support/api/workDesk'
import { ITEMS, type Person, financeContent, tokenOf } from '../../../support/api/world'
import { Notices } from '@server/disclosure/notices/models/notices'

openWorld('desk')

describe('workbench and form', () => {
  test('a table goes out as a template with the balance and comes in without being stored', async () => {
    await story.publish(
      'head',
      await story.agree('supervisor', await story.submit('editor', await story.create('editor', { content: financeContent('2026-09') }))), // prettier-ignore
    )
    const path = `/catalogue-items/${ITEMS.finance._id}/table`
    const template = await ask('editor', 'GET', `${path}?org=V1&period=2026-10&table=money`)
    expect([template.status, template.headers.get('content-type')]).toEqual([
      200,
      ATTACHMENTS.kinds.xlsx.mime,
    ])
    const file = (text: string, name = '账.csv') => ({
      token: tokenOf(server, 'editor'),
      file: { name, text, fields: { org: 'V1', period: '2026-10', table: 'money' } },
    })
    const before = await server.db.of(Notices).countDocuments()
    const read = await server.ask<TableImport>('POST', path, file('日期,事项,收入,支出,银行卡号\n2026/10/5,光伏收益,1千,,6222021234567890123')) // prettier-ignore
    expect([read.status, read.body.rows[0]?.values.amountFen, read.body.personal.length]).toEqual([200, '1,000.00', 1]) // prettier-ignore
    expect(read.text).not.toContain('6222021234567890123')
    const opening = 10_000 + 50_000 - 12_345
    expect(read.body.stated).toEqual({ openingFen: yuan(opening), closingFen: yuan(opening + 100_000) })
    const broken = await server.ask<ErrorBody>('POST', path, file('不是表', '账.xlsx'))
    expect([broken.status, broken.body.error.code]).toEqual([422, 'table-unreadable'])
    expect(await server.db.of(Notices).countDocuments()).toBe(before)
  })

  test('the list pages by last change and says what each person may do', async () => {
    for (const period of ['2026-08', '2026-09', '2026-10']) {
      await story.create('editor', { content: financeContent(period) })
    }
    const first = await ask<WorkList>('editor', 'GET', '/orgs/V1/work?limit=2')
    expect(first.body.items.map(item => item.period)).toEqual(['2026-10', '2026-09'])
    expect(first.body.items[0]).toMatchObject({
      stateLabel: '草稿',
      abilities: ['edit', 'check', 'submit', 'discard'],
    })
    const second = await ask<WorkList>(
      'supervisor',
      'GET',
      `/orgs/V1/work?limit=2&cursor=${first.body.nextCursor}`,
    )
    expect(second.body.items.map(item => [item.period, item.abilities])).toEqual([['2026-08', []]])
    expect(second.body.nextCursor).toBeNull()
    expect((await ask<WorkList>('editor', 'GET', '/orgs/V1/work?state=signed')).body.items).toEqual([])
  })

  test('what waits comes first due first, without what is public; the street sees it after the opinion alone', async () => {
    const made = async (period: string) => story.create('editor', { content: financeContent(period) })
    const asked = async (person: Person) => {
      const { body } = await ask<WaitingWork>(person, 'GET', '/orgs/V1/work/waiting')
      return body.items.map(item => [item.period, item.state])
    }
    await story.publish(
      'head',
      await story.agree('supervisor', await story.submit('editor', await made('2026-07'))),
    )
    await made('2026-08')
    await story.submit('editor', await made('2026-09'))
    const refused = await story.submit('editor', await made('2026-10'))
    await story.object('supervisor', refused, '凭证号与原件对不上')
    expect(await asked('head')).toEqual([
      ['2026-09', 'submitted'],
      ['2026-10', 'refused'],
      ['2026-08', 'draft'],
    ])
    expect(await asked('clerk')).toEqual([['2026-10', 'refused']])
  })

  test('bad cursor, bad state, unknown query', async () => {
    for (const query of [
      'cursor=quatsch',
      'state=gone',
      'limit=1000',
      'limit=x',
      'bogus=1',
      'limit=1&limit=2',
    ]) {
      expect([query, (await ask('editor', 'GET', `/orgs/V1/work?${query}`)).status]).toEqual([query, 400])
    }
  })

  test('the form carries labels of the catalogue, the last copy and the balance', async () => {
    await story.publish('head', await signed())
    const { body } = await ask<NoticeForm>(
      'editor',
      'GET',
      `/catalogue-items/${ITEMS.finance._id}/form?org=V1&period=2026-11`,
    )
    expect(body).toMatchObject({ category: 'village-finance', period: '2026-11' })
    const money = body.content.blocks.find(block => block.type === 'money')
    expect(money).toMatchObject({ label: '收支明细', openingFen: 47_655, closingFen: 47_655, lines: [] })
    const facts = body.content.blocks.find(block => block.type === 'facts')
    expect(facts).toMatchObject({ entries: [{ label: '民主理财小组意见', value: '' }] })
    expect(body.last).toMatchObject({ period: '2026-10', label: '2026年10月', content: financeContent() })
    expect(body.periods[0]).toEqual({ key: '2026-11', label: '2026年11月', taken: false })
  })

  test('the form proposes the newest ended period without a notice, and its content can be handed in as it is', async () => {
    const open = await ask<NoticeForm>('editor', 'GET', `/catalogue-items/${ITEMS.finance._id}/form?org=V1`)
    expect(open.body.period).toBe('2026-10')
    const { content } = open.body
    const created = await story.create('editor', { content })
    expect(created.notice.period).toBe('2026-10')
    const next = await ask<NoticeForm>('editor', 'GET', `/catalogue-items/${ITEMS.finance._id}/form?org=V1`)
    expect(next.body.period).toBe('2026-09')
  })

  test('the page of a notice tells which amounts differ from the period before', async () => {
    const first = await story.publish('head', await signed())
    expect(first.changes).toEqual([])
    const content = financeContent('2026-11', 47_655)
    const [money] = content.blocks
    if (money?.type !== 'money') throw new Error('expected a statement')
    money.lines[1]!.amountFen += 120_000
    money.closingFen -= 120_000
    const { changes } = await story.create('editor', { content })
    expect(changes).toEqual([
      { label: '支出 道路清扫', fen: 132_345, lastFen: 12_345 },
      { label: '期末余额', fen: money.closingFen, lastFen: 47_655 },
    ])
  })

  test('the form says which periods are taken and never proposes one of them', async () => {
    const path = `/catalogue-items/${ITEMS.finance._id}/form?org=V1`
    const proposed: string[] = []
    for (let turn = 0; turn < 15; turn++) {
      const { body } = await ask<NoticeForm>('editor', 'GET', path)
      const takenNow = body.periods.filter(({ taken }) => taken).map(({ key }) => key)
      expect(takenNow).toEqual(
        [...proposed]
          .filter(key => body.periods.some(one => one.key === key))
          .sort()
          .reverse(),
      )
      proposed.push((await story.create('editor', { content: financeContent(body.period) })).notice.period)
    }
    expect([proposed[0], proposed[11], proposed[12], proposed[14]]).toEqual([
      '2026-10',
      '2025-11',
      '2026-11',
      '2025-09',
    ])
  })

  test('an element that a table answers gives the table its label', async () => {
    const { body } = await ask<NoticeForm>(
      'editor',
      'GET',
      `/catalogue-items/${ITEMS.subsidy._id}/form?org=V1`,
    )
    expect(body.blocks.map(block => [block.type, block.label])).toContainEqual(['recipients', '补贴结果'])
    const facts = body.blocks.find(block => block.type === 'facts')
    expect(facts?.elements.map(element => element.label)).toEqual(['政策依据', '监督渠道', '补贴标准'])
  })
})
