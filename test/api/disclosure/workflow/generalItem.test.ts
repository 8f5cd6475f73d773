import type { SearchPage } from '@shared/contract/reading/search'
import type { CataloguePage, Feed, Home, NoticePage } from '@shared/contract/reading/site'
import type { ColumnPage } from '@shared/contract/reading/column'
import type { ObligationMatrix } from '@shared/contract/disclosure/matrix'
import type { ObligationList } from '@shared/contract/disclosure/obligation'
import type { NoticeForm } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, errorOf, server, story, openWorld } from '../../../support/api/workDesk'
import { openObligations } from '../../../support/obligations/openObligations'
import { ITEMS } from '../../../support/api/world'

openWorld('general')

const { other } = ITEMS

test('an item outside the five goes from its obligation to its form, to the public, and is found everywhere', async () => {
  await openObligations(server)
  const owed = (await ask<ObligationList>('editor', 'GET', '/orgs/V1/obligations?limit=50')).body.items
  const obligation = owed.find(({ itemKey }) => itemKey === other.key)!
  expect(obligation).toMatchObject({ category: 'general', abilities: ['write'] })

  const place = `/catalogue-items/${obligation.itemId}/form?org=V1&period=${obligation.period!}`
  const { body: form } = await ask<NoticeForm>('editor', 'GET', place)
  expect(form).toMatchObject({ category: 'general', period: obligation.period })
  expect(form.blocks.map(({ type, required }) => [type, required])).toEqual([
    ['facts', true],
    ['text', false],
    ['attachments', false],
  ])
  const blank = await story.create('editor', { itemId: other._id, content: form.content })
  expect(blank.issues.map(({ message }) => message)).toEqual([
    '缺少“公开内容”、“说明”、“附件”，至少要填一样。本期没有发生的，请写“本期无发生”。',
  ])
  const unready = await ask('editor', 'POST', `/notices/${blank.notice.id}/submit`, {
    version: blank.notice.version,
  })
  expect([unready.status, errorOf(unready.body).code]).toEqual([422, 'requirements-unmet'])

  const entries = [{ label: '规划文本', value: '新村部和文化广场建在村东，面积 3 亩。' }]
  const content = { ...form.content, blocks: [{ type: 'facts' as const, label: '公开内容', entries }] }
  const ready = await story.edit('editor', blank, content)
  const signed = await story.agree('supervisor', await story.submit('editor', ready))
  const { notice } = await story.publish('head', signed)

  const [done] = (await ask<ObligationList>('editor', 'GET', '/orgs/V1/obligations?show=done-late&limit=50')).body.items // prettier-ignore
  expect(done).toMatchObject({ id: obligation.id, noticeId: notice.id })
  const read = async <T>(path: string) => (await server.ask<T>('GET', path)).body
  const page = await read<NoticePage>(`/notices/${notice.id}`)
  expect(page.notice).toMatchObject({ category: 'general', title: form.content.title })
  expect(JSON.stringify(page.presented.blocks)).toContain('村东')

  const home = await read<Home>('/home?org=V1')
  expect(home.categories.map(({ code }) => code)).not.toContain('general')
  expect(home.others).toMatchObject({
    name: '其他公开事项',
    countThisQuarter: 1,
    newest: { id: notice.id },
  })
  const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)
  expect(ids(await read<Feed>('/orgs/V1/notices?category=general'))).toEqual([notice.id])
  const found = `/search?org=V1&q=${encodeURIComponent('村庄规划')}&category=general`
  expect(ids(await read<SearchPage>(found))).toEqual([notice.id])
  const { areas } = await read<CataloguePage>('/orgs/V1/catalogue')
  expect(areas.flatMap(({ items }) => items).find(({ key }) => key === other.key)).toMatchObject({
    category: 'general',
    villageCount: 1,
  })
  const column = await read<ColumnPage>(`/orgs/V1/columns/${other.key}`)
  expect(JSON.stringify(column)).toContain(notice.id)
  const { body: matrix } = await ask<ObligationMatrix>('clerk', 'GET', '/orgs/ST1/matrix')
  expect(matrix.items.find(({ key }) => key === other.key)).toMatchObject({ category: 'general' })
  const sheet = await server.ask('GET', `/notices/${notice.id}/wall?form=a4`)
  expect(sheet.status).toBe(200)
})

test('本期无发生 is enough', async () => {
  const nothing = {
    title: '2026年第三季度村庄规划',
    period: '2026Q3',
    blocks: [{ type: 'nothing' as const }],
  }
  const made = await story.create('editor', { itemId: other._id, content: nothing })
  expect(made.issues).toEqual([])
  const { notice } = await story.publish(
    'head',
    await story.agree('supervisor', await story.submit('editor', made)),
  )
  const { body } = await server.ask<NoticePage>('GET', `/notices/${notice.id}`)
  expect(body.presented.blocks[0]).toMatchObject({ text: '2026年第三季度本期无发生。' })
})
