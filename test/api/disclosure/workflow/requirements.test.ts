import type { FinanceClassPage } from '@shared/contract/reading/financeYear'
import type { NoticeForm } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, errorOf, server, signed, story, openWorld } from '../../../support/api/workDesk'
import { ITEMS, financeContent } from '../../../support/api/world'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { Statuses } from '@server/disclosure/notices/models/statuses'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'

openWorld('requirements')

const REVIEWED = {
  type: 'facts' as const,
  label: '公开内容',
  entries: [{ label: '民主理财小组意见', value: '已审核，属实' }],
}

const codesOf = (body: unknown) => errorOf(body).details.map(issue => issue.code)

describe('what is refused, with everything at once', () => {
  test('a balance that does not agree, a date outside the period, personal data: all told, nothing kept', async () => {
    const content = financeContent()
    const [money] = content.blocks
    if (money?.type !== 'money') throw new Error('expected a statement')
    money.closingFen += 1
    money.lines[0]!.date = '2026-09-30'
    money.lines[1]!.item = '付工资，身份证 11010519491231002X'
    const answer = await ask('editor', 'POST', '/notices', {
      orgCode: 'V1',
      itemId: ITEMS.finance._id,
      content,
    })
    expect(answer.status).toBe(422)
    expect(codesOf(answer.body)).toEqual(['balance-mismatch', 'date-outside-period', 'privacy-resident-id'])
    expect(answer.text).not.toContain('19491231')
    expect(server.logged.join('')).not.toContain('19491231')
    for (const { name } of [Notices, Revisions, Statuses]) {
      expect(await server.db.connection.collection(name).countDocuments({})).toBe(0)
    }
  })

  test('a recipient’s full name is refused, the masked one kept', async () => {
    const recipients = (name: string) => ({
      title: '三季度补贴',
      period: '2026Q3',
      blocks: [
        {
          type: 'recipients' as const,
          label: '补贴结果',
          rows: [{ name, scheme: '耕地地力保护补贴', persons: 1, amountFen: 100 }],
          totalPersons: 1,
          totalFen: 100,
        },
      ],
    })
    const post = (name: string) =>
      ask('editor', 'POST', '/notices', {
        orgCode: 'V1',
        itemId: ITEMS.subsidy._id,
        content: recipients(name),
      })
    const open = await post('张建国')
    expect(errorOf(open.body).details[0]).toMatchObject({ field: 'content.blocks.0.rows.0.name', row: 1 })
    expect((await post('张*')).status).toBe(201)
  })

  test('required elements are asked for when it is handed in, not before', async () => {
    const content = {
      title: '三季度补贴',
      period: '2026Q3',
      blocks: [{ type: 'facts' as const, label: '公开内容', entries: [{ label: '政策依据', value: '有' }] }],
    }
    const page = await story.create('editor', { itemId: ITEMS.subsidy._id, content })
    expect(page.issues.map(issue => issue.message)).toEqual([
      '“补贴标准”还没有填写。',
      '“监督渠道”还没有填写。',
    ])
    const answer = await ask('editor', 'POST', `/notices/${page.notice.id}/submit`, { version: 1 })
    expect([answer.status, codesOf(answer.body)]).toEqual([422, ['element-missing', 'element-missing']])
    expect((await server.db.of(Notices).findById(page.notice.id).lean())?.state).toBe('draft')
  })

  test('“本期无发生” needs nothing else, and contradicts entries', async () => {
    const nothing = { type: 'nothing' as const }
    const page = await story.create('editor', {
      content: { title: '十月', period: '2026-10', blocks: [nothing] },
    })
    expect(page.issues).toEqual([])
    const both = { ...financeContent(), blocks: [...financeContent().blocks, nothing] }
    const edited = await story.edit('editor', page, both)
    expect(edited.issues.map(issue => issue.code)).toEqual(['nothing-contradicted'])
  })

  test('the opening balance goes on from the last period', async () => {
    await story.publish('head', await signed())
    const next = { ...financeContent('2026-11', 1), title: '十一月' }
    const page = await story.create('editor', { content: next })
    expect(page.issues.map(issue => issue.code)).toEqual(['opening-mismatch'])
    expect(page.issues[0]?.message).toContain('476.55')
  })

  test('a register goes on from the last one, by form, by sheet and by what is refused', async () => {
    const item = {
      ...ITEMS.finance,
      _id: 'itm_leases000',
      key: 'key-leases',
      path: ['村级财务', '发包租赁情况'],
      elements: [],
    }
    await server.db.of(CatalogueItems).insertMany([{ ...item, order: 9 }])
    const lease = {
      thing: '村东鱼塘',
      party: '张*',
      dueOn: '2026-06-30',
      arrearsFen: 0,
      dueFen: 900_00,
      paidFen: 400_00,
      owedFen: 500_00,
    }
    const register = (period: string, ...rows: object[]) => ({
      title: '发包租赁',
      period,
      blocks: [
        { type: 'sheet' as const, sheet: 'leases' as const, label: '发包租赁台账', rows: rows as never[] },
        REVIEWED,
      ],
    })
    const named = await ask('editor', 'POST', '/notices', {
      orgCode: 'V1',
      itemId: item._id,
      content: register('2026Q2', { ...lease, owedFen: 400_00 }),
    })
    expect(errorOf(named.body).details).toEqual([
      {
        code: 'row-mismatch',
        field: 'content.blocks.0.rows.0.owedFen',
        row: 1,
        message:
          '“发包租赁台账”第 1 行“村东鱼塘”：以前欠租 + 本期应收 − 本期已收 = 500.00 元，期末欠租填的是 400.00 元。',
      },
    ])
    const first = await story.create('editor', { itemId: item._id, content: register('2026Q2', lease) })
    expect(first.issues).toEqual([])
    await story.publish('head', await story.agree('supervisor', await story.submit('editor', first)))

    const place = `/catalogue-items/${item._id}`
    const form = await ask<NoticeForm>('editor', 'GET', `${place}/form?org=V1&period=2026Q3`)
    expect(form.body.content.blocks[0]).toMatchObject({
      sheet: 'leases',
      rows: [{ thing: '村东鱼塘', arrearsFen: 500_00, dueFen: 0, paidFen: 0, owedFen: 500_00 }],
    })
    const lost = await story.create('editor', {
      itemId: item._id,
      content: register('2026Q3', { ...lease, thing: '另一处' }),
    })
    expect(lost.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'row-lost',
        '“发包租赁台账”少了一行：上期的“村东鱼塘”期末欠租还有 500.00 元，本期没有写。已经结清的，也要写一行，说明本期结清。',
      ],
    ])
    const page = await server.ask<FinanceClassPage>('GET', '/orgs/V1/finance/class?class=resources')
    expect(page.body.blocks.map(({ kind }) => kind)).toEqual(['summary', 'bars', 'table', 'text'])
    expect(page.body.notices.map(({ id }) => id)).toEqual([first.notice.id])
    await server.db.of(CatalogueItems).collection.deleteOne({ _id: item._id } as never)
  })

  test.each([
    ['an unknown organisation', { orgCode: 'V77' }, 404, 'org-not-found'],
    ['another village', { orgCode: 'V2' }, 403, 'forbidden'],
    ['the street above', { orgCode: 'ST1' }, 403, 'forbidden'],
    ['an unknown item', { itemId: 'itm_00000000' }, 404, 'item-not-found'],
    ['an item of an old catalogue', { itemId: ITEMS.old._id }, 422, 'requirements-unmet'],
    ['a village that speaks of another', { regards: 'V2' }, 422, 'requirements-unmet'],
    ['a period to come', { content: financeContent('2026-12') }, 422, 'requirements-unmet'],
  ])('%s', async (_name, change, status, code) => {
    const body = { orgCode: 'V1', itemId: ITEMS.finance._id, content: financeContent(), ...change }
    const answer = await ask('editor', 'POST', '/notices', body)
    expect([answer.status, errorOf(answer.body).code]).toEqual([status, code])
  })

  test('an item of another street’s catalogue', async () => {
    const body = { orgCode: 'V9', itemId: ITEMS.finance._id, content: financeContent() }
    const answer = await ask('community-editor', 'POST', '/notices', body)
    expect([answer.status, errorOf(answer.body).details]).toEqual([
      404,
      [{ code: 'item-not-found', field: 'itemId', message: '没有找到这个公开事项。' }],
    ])
  })
})
