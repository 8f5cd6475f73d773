import type {
  Coverage,
  MatrixCell,
  ObligationMatrix,
  Inspection,
  Today,
} from '@shared/contract/disclosure/matrix'
import { drawCells } from '../../../../server/domain/obligation'
import { readCells } from '../../../support/obligations/readCells'
import { ask, errorOf, openWorld, server, story } from '../../../support/api/workDesk'
import { ITEMS, financeContent, tokenOf } from '../../../support/api/world'
import { openObligations, setDeadlines } from '../../../support/obligations/openObligations'
import { Orgs } from '@server/people/orgs/models/orgs'

openWorld('dutydesk')

beforeEach(async () => {
  await setDeadlines(server, {
    finance: '每月10日前',
    subsidy: '分配结果确定后20个工作日内',
    other: '长期公开',
  })
  await openObligations(server, 'V1')
  await openObligations(server, 'V2')
})

const desk = async (code = 'ST1') =>
  (await ask<ObligationMatrix>('clerk', 'GET', `/orgs/${code}/matrix?year=2026`)).body

async function publish() {
  const draft = await story.create('editor', { content: financeContent('2026-10') })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

test('villages × items × months with words and signs; one publication turns one cell', async () => {
  await publish()
  const { villages, items, codes } = await desk()
  expect(items.map(({ name, own }) => [name, own])).toEqual([
    ['村级财务 › 财务收支', false],
    ['涉农补贴 › 耕地地力保护补贴', false],
    ['城乡规划 › 村庄规划', false],
  ])
  expect(villages.map(({ code, rows }) => [code, rows])).toEqual([
    ['V1', ['.........olr', '..........tt', 'o...........']],
    ['V2', ['.........oor', '..........tt', 'o...........']],
  ])
  expect(codes).toContainEqual({ code: 'l', state: 'done-late', label: '晚公开', sign: '迟' })
  expect(new Set(codes.map(({ sign }) => sign)).size).toBe(codes.length)
})

test('a village sees its own row, never a sister’s', async () => {
  const { body } = await ask<ObligationMatrix>('head', 'GET', '/orgs/V1/matrix?year=2026')
  expect(body.villages.map(({ code }) => code)).toEqual(['V1'])
  expect((await ask('head', 'GET', '/orgs/V2/matrix')).status).toBe(403)
  expect((await ask('head', 'GET', '/orgs/ST1/matrix')).status).toBe(403)
})

test('the obligations behind a cell, with the sum in words', async () => {
  const path = `/orgs/ST1/matrix/cell?village=V1&item=${ITEMS.finance.key}&month=2026-11`
  const { body } = await ask<MatrixCell>('clerk', 'GET', path)
  expect(body.obligations).toMatchObject([
    { causeLabel: '2026年10月', dueOn: '2026-11-10', state: 'overdue', daysLeft: -10 },
  ])
  expect((await ask('other-clerk', 'GET', path.replace('ST1', 'ST2'))).status).toBe(404)
})

test('an obligation marked 不适用 by mistake is to be done again, by its old date; twice is once too often', async () => {
  const path = `/orgs/ST1/matrix/cell?village=V1&item=${ITEMS.finance.key}&month=2026-11`
  const obligation = async () =>
    (await ask<MatrixCell>('head', 'GET', path.replace('ST1', 'V1'))).body.obligations[0]!
  const step = async (name: string) => {
    const { id, version } = await obligation()
    return ask('head', 'POST', `/obligations/${id}/${name}`, { version, reason: '标错了一行' })
  }
  const before = await obligation()
  expect((await step('restore')).status).toBe(409)
  await step('not-applicable')
  expect(await obligation()).toMatchObject({ state: 'not-applicable', abilities: ['restore'] })
  expect((await step('restore')).status).toBe(200)
  expect(await obligation()).toEqual({ ...before, version: before.version + 2 })
  const { villages } = await desk()
  expect(villages[0]!.rows[0]).toBe('.........oor')
})

test('coverage by area and village, in the villages’ own order', async () => {
  await publish()
  const { body } = await ask<Coverage>('district', 'GET', '/orgs/XQ/coverage?year=2026')
  expect(body.villages.map(({ code, items, disclosed }) => [code, items, disclosed])).toEqual([
    ['V1', 2, 1],
    ['V2', 2, 0],
    ['V9', 0, 0],
  ])
  expect(body.total).toEqual({ items: 4, disclosed: 1, overdue: 4 })
  expect(body.areas.find(({ area }) => area === '城乡规划')!.missing).toHaveLength(1)
})

test('today: late and missing of all villages, each once', async () => {
  const { body } = await ask<Today>('clerk', 'GET', '/orgs/ST1/today')
  expect(body.counts).toEqual({ due: 0, late: 4, missing: 2, discrepancies: 0, unresolved: 0 })
  expect(body.missing.map(({ orgName }) => orgName).sort()).toEqual(['东一村', '东二村'].sort())
  expect(body.late[0]).toMatchObject({ state: 'overdue', abilities: ['not-applicable', 'remind'] })
})

test('an inspection can be drawn again from its seed; each result has its person', async () => {
  const draw = { year: 2026, fromMonth: 10, toMonth: 12, size: 3, seed: '2026-11-20 第一次' }
  const first = await ask<Inspection>('clerk', 'POST', '/orgs/ST1/inspections', draw)
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({ frame: 6, size: 3, looked: 0 })
  const again = await ask<Inspection>('clerk-2', 'POST', '/orgs/ST1/inspections', draw)
  expect(again.body.cells).toEqual(first.body.cells)
  expect(again.body.frameSha256).toBe(first.body.frameSha256)
  const frame = ['V1', 'V2'].flatMap(village => ['2026-12', '2026-10', '2026-11'].map(month => ({ village, itemKey: ITEMS.finance.key, month }))) // prettier-ignore
  expect(drawCells(frame, draw.seed, 3)).toEqual(
    first.body.cells.map(({ village, itemKey, month }) => ({ village, itemKey, month })),
  )
  const path = `/inspections/${first.body.id}/results`
  const result = { version: 0, index: 2, result: 'differs', note: '板上没有贴' }
  const seen = await ask<Inspection>('district', 'POST', path, result)
  expect(seen.body).toMatchObject({ looked: 1, version: 1 })
  expect(seen.body.cells[1]).toMatchObject({
    resultLabel: '看过，与登记不一致',
    by: '人物district',
    note: '板上没有贴',
  })
  expect(errorOf((await ask('clerk', 'POST', path, result)).body).code).toBe('inspection-changed')
  const turned = await ask('clerk', 'POST', '/orgs/ST1/inspections', { ...draw, fromMonth: 5, toMonth: 4 })
  expect(turned.status).toBe(422)
})

test('workbooks say the same, and no cell of them runs', async () => {
  await server.db.of(Orgs).collection.updateOne({ _id: 'V2' as never }, { $set: { name: '=东二村' } })
  try {
    const rows = await readCells(server, '/orgs/ST1/matrix/export?year=2026', tokenOf(server, 'clerk'))
    expect(rows[2]!.slice(0, 4)).toEqual(['村（社区）', '领域', '事项', '公开时限'])
    expect(rows.find(row => row[0] === '东一村' && row[2] === '村级财务 › 财务收支')!.slice(13)).toEqual([
      '已过期',
      '已过期',
      '办理中',
    ])
    expect(rows.filter(row => row[0] === "'=东二村").length).toBeGreaterThan(0)
    expect(rows.filter(row => row[0]!.startsWith('='))).toEqual([])
    const coverage = await readCells(server, '/orgs/ST1/coverage/export?year=2026', tokenOf(server, 'clerk'))
    expect(coverage.find(row => row[0] === '合计')!.slice(1, 4)).toEqual(['4', '0', '4'])
  } finally {
    await server.db.of(Orgs).collection.updateOne({ _id: 'V2' as never }, { $set: { name: '东二村' } })
  }
})
