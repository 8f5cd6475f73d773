import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkCase, readCase } from '../../../../server/domain/application'
import {
  REPLY_KIND_CODES,
  REPLY_KINDS,
  type ReplyKindCode,
} from '../../../../server/domain/application/replyKinds'
import { PUBLISHED_HOLIDAYS } from '../../../../server/domain/deadline'

type Json = Record<string, unknown>
const EXAMPLE = path.resolve(__dirname, '../../../../docs/examples/applicationCase.json')
const example = (): Json => JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Json

function checked(file: Json) {
  const read = readCase(file)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return checkCase(read.value, PUBLISHED_HOLIDAYS)
}
const found = (file: Json): string[] => checked(file).faults.map(({ code, place }) => `${code} ${place}`)

/** The example with a value at a path; undefined removes it. */
function changed(at: string, value: unknown): Json {
  const file = example()
  const keys = at.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Json>((part, key) => part[key] as Json, file)
  holder[last] = value
  return file
}

test('the example may be signed', () => {
  expect(checked(example())).toEqual({ ok: true, faults: [] })
})

test.each<[string, unknown, string]>([
  ['items.0.kind', null, 'outcome-missing items.0.kind'],
  ['items.0.articles', [], 'article-missing items.0.articles'],
  ['items.0.articles', ['第三十六条第（一）项'], 'article-misfit items.0.articles'],
  ['items.0.articles', ['第三十六条第（二）项', '第十六条'], 'article-misfit items.0.articles'],
  ['items.2.articles', ['第十六条第二款'], 'article-misfit items.2.articles'],
  ['items.0.given', [], 'evidence-missing items.0.given'],
  ['items.0.given', ['P9'], 'given-unknown items.0.given.0'],
  ['items.1.given', ['P1'], 'paper-other-item items.1.given.0'],
  ['items.1.search', [], 'evidence-missing items.1.search'],
  ['items.1.search.0.by', ' ', 'search-incomplete items.1.search.0'],
  ['items.1.search.0.words', [''], 'search-incomplete items.1.search.0'],
  ['items.1.numbers', ['陕政土批〔2009〕89号'], 'search-number-missing items.1.search'],
  ['body.searchPlaces', ['综合档案室', '自然资源所', '办公系统'], 'search-place-missing items.1.search'],
  ['items.2.reasons', '依法不予公开', 'reasons-missing items.2.reasons'],
  ['items.2.opinions', [], 'third-party-unasked items.2.opinions'],
  ['items.2.opinions.0.answer', null, 'third-party-unasked items.2.opinions'],
  ['items.2.opinions.0.weighing', '', 'weighing-missing items.2.opinions'],
  [
    'items.2.opinions.0',
    { to: '公司', kind: 'third-party', answer: 'silent', weighing: '逾期没有答复，视为不同意公开' },
    'silence-misread items.2.reasons',
  ],
  ['papers.0.itemId', null, 'paper-unlinked papers.0.itemId'],
  ['papers.0.name', '答复谭示例的公告.pdf', 'applicant-in-file-name papers.0.name'],
  ['papers.0.text', '户主身份证号110101199003074514', 'personal-data papers.0.text'],
  ['papers.0.metadata', { author: '办公室' }, 'file-metadata papers.0.metadata'],
  ['reply', null, 'reply-missing reply'],
  ['reply.text', '', 'reply-incomplete reply.text'],
  ['reply.addressee', '谭例', 'name-differs reply.addressee'],
  ['reply.serial', '秦新公开〔2026〕30号', 'serial-differs reply.serial'],
  ['reply.receivedOn', '2026-10-13', 'date-differs reply.receivedOn'],
  ['reply.remedy', ' ', 'remedy-missing reply.remedy'],
  ['body.court', '', 'remedy-unset body'],
  ['body.court', '另一个法院', 'remedy-body-missing reply.remedy'],
  ['reply.text', '本机关自收到之日起15个工作日内答复。', 'old-law reply.text'],
  ['reply.text', '不服的，可以在三个月内起诉。', 'old-law reply.text'],
  ['reply.text', '您没有说明自身生产、生活、科研等特殊需要。', 'old-law reply.text'],
  ['reply.text', '请先交检索费和复制费。', 'old-law reply.text'],
  ['reply.text', '第三方逾期未答复，视为不同意公开。', 'old-law reply.text'],
  ['reply.date', '2026-11-20', 'past-due reply.date'],
  ['events', [], 'no-receipt events'],
  [
    'events',
    [
      { type: 'submitted', on: '2026-10-12' },
      { type: 'extended', on: '2026-10-20', wd: 20 },
    ],
    'extension-unapproved events.1',
  ],
  ['lawyer', null, 'lawyer-missing lawyer'],
  ['lawyer.opinion', null, 'lawyer-unfinished lawyer.opinion'],
  ['reply.hash', '9f2d', 'lawyer-stale lawyer.hash'],
  ['lawyer.opinion', 'object', 'lawyer-objects lawyer.opinion'],
  ['signer', '周示例', 'same-person signer'],
  ['lawyer.name', '郑示例', 'same-person signer'],
])('%s = %j blocks: %s', (at, value, expected) => {
  const file = changed(at, value)
  expect(found(file)).toContain(expected)
  expect(checked(file).ok).toBe(false)
})

test('no items', () => {
  expect(found({ ...example(), items: [] })).toContain('items-missing items')
})

test.each<[string, unknown, string]>([
  [
    'reply',
    { ...(example().reply as Json), date: '2026-11-20', lateReason: '系统故障' },
    'late-with-reason reply.date',
  ],
  [
    'events',
    [
      { type: 'submitted', on: '2026-10-12' },
      { type: 'correction-notified', on: '2026-10-14' },
    ],
    'clock-stopped events',
  ],
  ['events', [{ type: 'submitted', on: '2026-12-07' }], 'due-unknown events'],
  [
    'events',
    [...(example().events as Json[]), { type: 'corrected', on: '2026-10-29' }],
    'clock-fault events.3',
  ],
  ['papers.0.text', '联系人王建国', 'personal-data-review papers.0.text'],
])('%s = %j warns: %s', (at, value, expected) => {
  const file = changed(at, value)
  expect(found(file)).toEqual([expected])
  expect(checked(file).ok).toBe(true)
})

test('opinions have 15 working days by the law in force', () => {
  expect(checked(changed('reply.text', '我们给第三方15个工作日提出意见。')).ok).toBe(true)
})

test('compensation by household towards a person of the area warns with the cases', () => {
  const file = changed('applicant.inArea', true)
  Object.assign((file.items as Json[])[2] ?? {}, { household: true })
  const { ok, faults } = checked(file)
  expect([ok, faults.map(({ code }) => code)]).toEqual([true, ['household-compensation']])
  expect(faults[0]?.message).toContain('最高法行再76号')
})

test('six items, five outcomes: no signing', () => {
  const [given] = example().items as Json[]
  const items = [1, 2, 3, 4, 5, 6].map(n => ({ ...given, id: `${n}`, kind: n === 6 ? null : 'given' }))
  const file: Json = { ...example(), items, papers: [] }
  expect(found(file)).toContain('outcome-missing items.5.kind')
  expect(checked(file).ok).toBe(false)
})

describe('every kind of reply', () => {
  const REASONS = '这份信息在本案中公开会影响尚在进行的工作，所以不公开。'
  const ARTICLES: Partial<Record<ReplyKindCode, string>> = {
    'already-public': '第三十六条第（一）项',
    given: '第三十六条第二项',
    partly: '第三十七条',
    'refused-secret': '第十四条',
    'refused-by-law': '第14条',
    'refused-safety': '第十四条',
    'refused-third-party': '第十五条',
    'refused-internal': '第十六条第一款',
    'refused-process': '第十六条第二款',
    'refused-enforcement': '第十六条第二款',
    'special-inquiry': '第三十六条第（七）项',
    absent: '第三十六条第（四）项',
    'not-this-body': '第三十六条第（五）项',
    'needs-making': '第三十八条',
    'still-unclear': '第三十条',
    petition: '第三十九条第一款',
    repeated: '第三十六条第（六）项',
    publication: '第三十九条第二款',
    excessive: '第三十五条',
    'lapsed-correction': '第三十条',
  }
  const OWN: Json = {
    address: { url: 'https://example.gov.cn/1', openedOn: '2026-11-19' },
    manner: '当面领取，11月20日',
    withheld: [{ passage: '第3页第2行', kind: 'refused-third-party', reason: '属于他人的隐私' }],
    search: (example().items as Json[])[1]?.search,
    rightBody: { name: '示例市自然资源局', contact: '029-00000000' },
    earlier: { number: '秦新公开〔2026〕2号', sameApplicant: true, answeredOn: '2026-03-01' },
    opinions: (example().items as Json[])[2]?.opinions,
  }
  const evidenceOf = (kind: ReplyKindCode) =>
    Object.fromEntries(REPLY_KINDS[kind].evidence.map(name => [name, '见案卷']))
  const REMEDIES = {
    'review-first':
      '应当先向示例新城管理委员会申请行政复议，自收到之日起六十日内提出；不服决定的，十五日内起诉。',
    'review-or-suit':
      '可以在60日内向示例新城管理委员会申请行政复议，也可以在六个月内向示例铁路运输法院起诉。',
  }

  function caseOf(kind: ReplyKindCode, remedy: string): Json {
    const articles = ARTICLES[kind] === undefined ? [] : [ARTICLES[kind]]
    const item = {
      id: '1',
      asked: '某信息',
      kind,
      articles,
      reasons: REASONS,
      ...OWN,
      evidence: evidenceOf(kind),
    }
    const file: Json = { ...example(), items: [item], papers: [] }
    return { ...file, reply: { ...(file.reply as Json), remedy } }
  }

  test.each(REPLY_KIND_CODES)('%s has its own remedy and no other', kind => {
    const { remedy } = REPLY_KINDS[kind]
    const other = remedy === 'review-first' ? 'review-or-suit' : 'review-first'
    expect(checked(caseOf(kind, REMEDIES[remedy]))).toEqual({ ok: true, faults: [] })
    expect(found(caseOf(kind, REMEDIES[other]))).toContain('remedy-wrong reply.remedy')
    expect(found(caseOf(kind, REMEDIES[remedy] + REMEDIES[other]))).toContain('remedy-wrong reply.remedy')
  })

  test.each(REPLY_KIND_CODES)('%s is not signed without what must be on file', kind => {
    const file = caseOf(kind, REMEDIES[REPLY_KINDS[kind].remedy])
    const [item] = file.items as Json[]
    const bare = { id: '1', asked: '某信息', kind, articles: item?.articles, reasons: REASONS }
    const codes = checked({ ...file, items: [bare] }).faults.map(({ code }) => code)
    expect(codes.filter(code => ['evidence-missing', 'third-party-unasked'].includes(code))).not.toEqual([])
  })

  test('review comes first for refusals and partial disclosure only', () => {
    expect(REPLY_KIND_CODES.filter(kind => REPLY_KINDS[kind].remedy === 'review-first')).toEqual([
      'partly',
      'refused-secret',
      'refused-by-law',
      'refused-safety',
      'refused-third-party',
      'refused-internal',
      'refused-process',
      'refused-enforcement',
    ])
  })

  test.each<[ReplyKindCode, Json, string]>([
    ['already-public', { address: { url: 'https://x', openedOn: '2026-11-01' } }, 'address-unopened'],
    [
      'partly',
      { withheld: [{ passage: '第3页', kind: 'given', reason: '不便公开' }] },
      'withheld-unreasoned',
    ],
    ['not-this-body', { rightBody: { name: '某局' } }, 'right-body-incomplete'],
    [
      'repeated',
      { earlier: { number: '2号', sameApplicant: false, answeredOn: '2026-03-01' } },
      'repeat-unfounded',
    ],
    ['repeated', { earlier: { number: '2号', sameApplicant: true, answeredOn: null } }, 'repeat-unfounded'],
  ])('%s with %j: %s', (kind, change, code) => {
    const file = caseOf(kind, REMEDIES[REPLY_KINDS[kind].remedy])
    const [item] = file.items as Json[]
    expect(checked({ ...file, items: [{ ...item, ...change }] }).faults.map(one => one.code)).toContain(code)
  })

  test('a right body that cannot be determined, and an issue instead of an address, are enough', () => {
    const issue = caseOf('already-public', REMEDIES['review-or-suit'])
    Object.assign((issue.items as Json[])[0] ?? {}, { address: { issue: '政府公报2025年第3期' } })
    const undetermined = caseOf('not-this-body', REMEDIES['review-or-suit'])
    Object.assign((undetermined.items as Json[])[0] ?? {}, { rightBody: { undetermined: true } })
    expect([checked(issue).ok, checked(undetermined).ok]).toEqual([true, true])
  })

  test('the lawyer is recommended where nothing obliges', () => {
    const warned = REPLY_KIND_CODES.filter(kind => {
      const file = { ...caseOf(kind, REMEDIES[REPLY_KINDS[kind].remedy]), landOrHouse: false, lawyer: null }
      return checked(file).faults.some(({ code }) => code === 'lawyer-recommended')
    })
    expect(warned).toEqual(
      REPLY_KIND_CODES.filter(
        kind =>
          ![
            'already-public',
            'given',
            'special-inquiry',
            'needs-making',
            'still-unclear',
            'lapsed-correction',
            'lapsed-fee',
            'other',
          ].includes(kind),
      ),
    )
  })
})

test('cases of the wrong shape name every fault', () => {
  const read = readCase({
    events: [{ type: 'x', on: '2026-01-01' }],
    items: [{ id: '1', kind: 'no' }, { id: '1' }],
    papers: 3,
  })
  expect((read.ok ? [] : read.faults).map(({ field }) => field)).toEqual([
    'events.0.type',
    'items.0.kind',
    'papers',
    'items.1.id',
  ])
})
