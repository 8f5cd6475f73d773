import retention from '@shared/facts/people/storeRetention.json'
import { COLLECTIONS, DAILY_JOBS, JOB_HANDLERS } from '@server/compose'

/** 保存期限 as data: each collection has one rule, and the store does what the rule says. */
const { expiring, cleared, untilClosed, untilReplaced, untilEnded, log, archive, ledger, noPerson } =
  retention
const kept = [untilClosed, untilReplaced, untilEnded, log, archive, ledger, noPerson].flatMap(
  one => one.collections,
)

test('every collection has exactly one rule', () => {
  const ruled = [...expiring, ...cleared].map(({ collection }) => collection)
  expect([...ruled, ...kept].sort()).toEqual(COLLECTIONS.map(({ name }) => name).sort())
})

test('what expires by the rule expires by an index of the store, after the same time, and nothing else does', () => {
  const declared = COLLECTIONS.flatMap(({ name, schema }) =>
    schema
      .indexes()
      .flatMap(([fields, { expireAfterSeconds: age }]) =>
        age === undefined ? [] : [`${name} ${Object.keys(fields).join()} ${String(age)}`],
      ),
  )
  const ruled = expiring.map(({ collection, field, seconds }) => `${collection} ${field} ${seconds}`)
  expect(ruled.sort()).toEqual(declared.sort())
})

test('what is cleared has a job, which comes each day', () => {
  const daily = DAILY_JOBS.map(jobOf => jobOf(new Date('2026-11-20T02:00:00Z')).kind)
  for (const { job } of cleared) {
    expect([job, job in JOB_HANDLERS, daily.includes(job as (typeof daily)[number])]).toEqual([job, true, true]) // prettier-ignore
  }
})

test('the operations log goes by no index and no job: it is kept for more than six months', () => {
  expect(COLLECTIONS.find(({ name }) => name === 'auditEntries')?.lasting).toBe(true)
})
