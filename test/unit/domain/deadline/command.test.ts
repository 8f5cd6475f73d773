import { captureCli } from '../../../support/cli/captured'

const { file, call } = captureCli()

const RULE = { kind: 'after-event', n: 20, unit: 'working-day', events: ['formed-or-changed'] }
const TEXT = '信息形成或变更之日起20个工作日内'

test('parse answers one text', async () => {
  expect(await call('deadline', 'parse', TEXT)).toEqual({
    code: 0,
    answers: [{ raw: TEXT, unresolved: false, rules: [RULE] }],
  })
})

test('parse answers every line, an empty one too', async () => {
  const { code, answers } = await call(
    'deadline',
    'parse',
    '--lines',
    file('lines.txt', `${TEXT}\n\n每周公布\r\n同上`),
  )
  expect(code).toBe(0)
  expect(answers).toEqual([
    { raw: TEXT, unresolved: false, rules: [RULE] },
    { raw: '', unresolved: true, rules: [] },
    { raw: '每周公布', unresolved: true, rules: [] },
    { raw: '同上', unresolved: false, rules: [{ kind: 'ditto' }] },
  ])
})

test('due answers date, rule, words and the days passed over', async () => {
  const { code, answers } = await call('deadline', 'due', TEXT, '--event', '2026-03-02')
  expect(code).toBe(0)
  expect(answers).toEqual([
    {
      due: '2026-03-30',
      rule: 0,
      words: expect.stringContaining('20 个工作日，跳过 3月7日至8日'),
      skipped: expect.any(Array),
    },
  ])
})

test('due takes a branch and an own holiday table', async () => {
  const own = file('own.json', '{"2026":{"off":["2026-03-03"],"work":[]}}')
  const text = `${TEXT};其中行政处罚7个工作日内`
  const { answers } = await call(
    'deadline',
    'due',
    text,
    '--event',
    '2026-03-02',
    '--condition',
    '行政处罚',
    '--holidays',
    own,
  )
  expect(answers).toEqual([expect.objectContaining({ due: '2026-03-12', rule: 1 })])
})

test('due says that a part was not understood', async () => {
  const { answers } = await call('deadline', 'due', `${TEXT};看情况`, '--event', '2026-03-02')
  expect(answers).toEqual([
    expect.objectContaining({ due: '2026-03-30', words: expect.stringContaining('人工核对') }),
  ])
})

test.each([
  ['holidays-missing', ['due', TEXT, '--event', '2026-12-21']],
  ['event-invalid', ['due', TEXT, '--event', '2026-02-30']],
  ['event-invalid', ['due', TEXT, '--event', '昨天']],
  ['deadline-unresolved', ['due', '看情况', '--event', '2026-03-02']],
  ['unreadable', ['due', TEXT, '--event', '2026-03-02', '--holidays', '/nowhere.json']],
])('bad input is %s', async (code, args) => {
  expect(await call('deadline', ...args)).toEqual({
    code: 1,
    answers: [
      { error: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/), details: expect.any(Array) } },
    ],
  })
})

test.each(['not json', '{"2026":{"off":["2026-13-01"],"work":[]}}'])(
  'a wrong holiday file is refused: %s',
  async text => {
    const { code, answers } = await call(
      'deadline',
      'due',
      TEXT,
      '--event',
      '2026-03-02',
      '--holidays',
      file('bad.json', text),
    )
    expect(code).toBe(1)
    expect(answers).toEqual([{ error: expect.objectContaining({ code: 'holidays-invalid' }) }])
  },
)

test.each([
  [['parse']],
  [['parse', 'a', 'b']],
  [['parse', 'a', '--lines', 'b']],
  [['due', TEXT]],
  [['due', '--event', '2026-03-02']],
  [['due', TEXT, '--event', '2026-03-02', '--what']],
])('wrong usage: %j', async args => {
  expect(await call('deadline', ...args)).toEqual({ code: 2, answers: [] })
})
