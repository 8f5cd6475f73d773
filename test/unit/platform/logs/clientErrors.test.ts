import { LONGEST_FAULT, scrubFault } from '@shared/common/scrub'
import type { ClientError } from '@shared/contract/people/clientError'
import { createClientErrors } from '@server/platform/audit/clientErrors'

/** Faults on phones: counted, a few lines of each kind, never anything of a person. */
const FAULT: ClientError = {
  kind: 'script',
  platform: 'weapp',
  message: 'x is not a function',
  page: 'pages/home/index',
}

function started() {
  let now = Date.parse('2026-11-20T02:00:00Z')
  const lines: object[] = []
  const errors = createClientErrors(
    { now: () => new Date(now) },
    { warn: (line: object) => void lines.push(line) },
  )
  return { errors, lines, wait: (ms: number) => void (now += ms) }
}

test('what may be personal is masked before it leaves the phone, and again on the server', () => {
  expect(scrubFault('GET /search?q=张三 failed for 13800001111, 6101241990')).toBe(
    'GET /search?… failed for #, #',
  )
  expect(scrubFault('王桂兰 is null in ntc_4f1c0123456789abcdef')).toBe('□ is null in id')
  expect(scrubFault('a'.repeat(5000))).toHaveLength(LONGEST_FAULT)
  const { errors, lines } = started()
  errors.take({ ...FAULT, message: '李四 13900002222', page: 'pages/mine/index?name=李四' })
  expect(JSON.stringify(lines)).not.toMatch(/李四|139/)
})

test('one kind of fault fills five lines an hour, every one is counted', () => {
  const { errors, lines, wait } = started()
  for (let nth = 0; nth < 50; nth += 1) errors.take(FAULT)
  expect(lines).toHaveLength(5)
  expect(errors.counts()).toEqual({ script: 50, rejection: 0, render: 0, page: 0 })
  wait(3_600_000)
  errors.take(FAULT)
  expect(lines).toHaveLength(6)
})

test('a flood is cut off for everybody together, and different faults cannot fill the memory or the log', () => {
  const { errors, lines, wait } = started()
  const taken = Array.from({ length: 400 }, (_, nth) => errors.take({ ...FAULT, message: `fault ${nth}` }))
  expect(taken.filter(Boolean)).toHaveLength(300)
  expect(lines).toHaveLength(200)
  wait(60_000)
  expect(errors.take(FAULT)).toBe(true)
  expect(lines).toHaveLength(200)
})
