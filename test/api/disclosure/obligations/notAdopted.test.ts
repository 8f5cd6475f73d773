import type { MatrixCell, ObligationMatrix } from '../../../../shared/contract/disclosure/matrix'
import { listStoryOf } from '../../../support/api/villageCatalogues'
import { ask, openWorld, server } from '../../../support/api/workDesk'
import { ITEMS } from '../../../support/api/world'
import { obligationsOf, openObligations, setDeadlines } from '../../../support/obligations/openObligations'

openWorld('notadopted')

const REASON = '本村没有种地的人'

const lettersOf = async (key: string) => {
  const { body } = await ask<ObligationMatrix>('clerk', 'GET', '/orgs/ST1/matrix')
  const at = body.items.findIndex(item => item.key === key)
  return { letters: body.villages.find(({ code }) => code === 'V1')!.rows[at], codes: body.codes }
}

const cellOf = async (key: string, month: string) =>
  (await ask<MatrixCell>('clerk', 'GET', `/orgs/ST1/matrix/cell?village=V1&item=${key}&month=${month}`)).body

/** The village activates a catalogue without the subsidy, whose October is overdue and November running. */
async function leaveOutSubsidy() {
  await setDeadlines(server, { subsidy: '每月10日前' })
  await openObligations(server)
  const list = listStoryOf(server)
  await list.adopt([ITEMS.finance.key])
  const { version, leftOut } = await list.diff()
  const reasons = leftOut.map(({ key }) => ({ key, reason: REASON }))
  await list.done('head', 'POST', '/orgs/V1/village-catalogue/activate', { version, reasons })
  return list
}

test('the matrix says that the village did not adopt it, with the reason; what was overdue stays overdue', async () => {
  await leaveOutSubsidy()
  const { letters, codes } = await lettersOf(ITEMS.subsidy.key)
  expect(codes).toContainEqual({ code: 'v', state: 'not-adopted', label: '村里没采用', sign: '未' })
  expect(letters).toMatch(/o.*vv?$/)
  const december = await cellOf(ITEMS.subsidy.key, '2026-12')
  expect(december).toMatchObject({
    name: ITEMS.subsidy.path.join(' › '),
    notAdopted: { reason: REASON },
  })
  expect(december.obligations.map(({ state, reason }) => [state, reason])).toEqual([
    ['not-applicable', `2026年11月20日起，村里没有采用这个事项，理由：${REASON}`],
  ])
  const october = await cellOf(ITEMS.subsidy.key, '2026-10')
  expect([october.notAdopted, october.obligations.map(({ state }) => state)]).toEqual([null, ['overdue']])
})

test('an item that never had an obligation has a cell with the reason too, instead of an empty one', async () => {
  await leaveOutSubsidy()
  const { letters } = await lettersOf(ITEMS.other.key)
  expect(letters!.slice(-2)).toBe('vv')
  expect(await cellOf(ITEMS.other.key, '2026-12')).toMatchObject({ notAdopted: { reason: REASON } })
})

test('adopted after all, it is due again', async () => {
  const list = await leaveOutSubsidy()
  await list.adopt([ITEMS.subsidy.key])
  await list.activate()
  expect((await lettersOf(ITEMS.subsidy.key)).letters).not.toContain('v')
  const open = (await obligationsOf(server)).filter(
    ({ itemKey, dueOn }) => itemKey === ITEMS.subsidy.key && dueOn === '2026-12-10',
  )
  expect(open.map(({ status, reason }) => [status, reason])).toEqual([['open', null]])
})
