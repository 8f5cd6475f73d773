import { presentAuditEntry } from '../../../server/presenters/audit'
import { presentAccount, presentGrant } from '../../../server/presenters/grant'
import { presentInbox, presentSubscriptions } from '../../../server/presenters/inbox'
import { presentMe } from '../../../server/presenters/me'
import {
  presentClaims,
  presentOwnClaim,
  presentRoll,
  presentStaffClaim,
} from '../../../server/presenters/roll'
import { presentHousehold } from '../../../server/presenters/household'
import { powerFile } from '../../../server/presenters/powerFile'
import {
  BEFORE_PUBLIC,
  presentWaiting,
  presentWork,
  presentWorkList,
  presentWorkPage,
} from '../../../server/presenters/work'
import {
  presentFindingList,
  presentFindingPage,
  presentPublicFinding,
} from '../../../server/presenters/finding'
import { presentItemRef, presentRecord } from '../../../server/presenters/item'
import { NoticeState } from '@shared/schemas/notice'
import { person } from '../../support/policies/places'
import {
  CONTENT,
  NAMES,
  NOW,
  SISTER,
  STREET,
  VILLAGE,
  itemRow,
  publicationRow,
} from '../../support/presenters/rows'

/** What members of staff and signed-in villagers see. */

test('oneself: roles, work areas, second factor, whether one works anywhere', () => {
  const me = person('editor@V1', { secondFactor: 'on' as never })
  expect(presentMe(me)).toEqual({
    id: 'usr_me',
    name: '甲',
    roles: [{ role: 'editor', orgCode: 'V1', orgName: '' }],
    abilities: ['workbench', 'notice-create'],
    secondFactor: 'on',
    staff: true,
  })
  expect(presentMe(person('villager@V1'))).toMatchObject({ secondFactor: 'off', staff: false, abilities: [] })
})

test('an audit entry says in Chinese what was done', () => {
  const row = {
    _id: 'aud_1',
    at: NOW,
    outcome: 'refused',
    actorId: 'usr_a',
    actorName: '王',
    action: 'notice.publish',
    orgCode: 'V1',
    path: ['XQ', 'V1'],
    targetId: 'ntc_1',
    requestId: 'req_1',
    detail: { edition: 2 },
  } as const
  expect(presentAuditEntry(row as never)).toEqual({
    id: 'aud_1',
    at: '2026-06-15T04:00:00.000Z',
    outcome: 'refused',
    outcomeLabel: expect.stringMatching(/^[一-龥]+$/),
    actorId: 'usr_a',
    actorName: '王',
    action: 'notice.publish',
    actionLabel: '公开',
    orgCode: 'V1',
    targetId: 'ntc_1',
    requestId: 'req_1',
    detail: { edition: 2 },
  })
})

test('a grant runs to its last day; an account has its grants', () => {
  const grant = (to: string | null, version?: number) => ({
    grant: {
      _id: 'grt_1',
      userId: 'usr_a',
      role: 'head',
      orgCode: 'V1',
      from: new Date('2025-12-31T16:00:00Z'),
      to: to === null ? null : new Date(to),
      revokedAt: null,
      ...(version !== undefined && { version }),
    },
    user: { _id: 'usr_a', name: '王', duty: '主任' },
    org: VILLAGE,
  })
  const shown = presentGrant(grant('2026-06-30T16:00:00Z', 3) as never, NOW)
  expect(shown).toEqual({
    id: 'grt_1',
    userId: 'usr_a',
    userName: '王',
    role: 'head',
    roleLabel: '负责人',
    orgCode: 'V1',
    orgName: '大王庄',
    from: '2026-01-01',
    to: '2026-06-30',
    state: 'current',
    version: 3,
  })
  expect(presentGrant(grant(null) as never, NOW)).toMatchObject({ to: null, version: 0 })
  const account = presentAccount(
    { _id: 'usr_a', name: '王', duty: '主任' } as never,
    [grant(null) as never],
    NOW,
  )
  expect(account).toEqual({
    id: 'usr_a',
    name: '王',
    duty: '主任',
    grants: [presentGrant(grant(null) as never, NOW)],
  })
})

describe('inbox', () => {
  test('messages, and how many are unread', () => {
    const row = {
      _id: 'msg_1',
      userId: 'usr_a',
      kind: 'published',
      title: '新公示',
      text: '大王庄',
      link: '/x',
      at: NOW,
      unread: true,
    } as never
    expect(presentInbox({ rows: [row], nextCursor: 'c', unread: 4 })).toEqual({
      items: [
        {
          id: 'msg_1',
          kind: 'published',
          title: '新公示',
          text: '大王庄',
          link: '/x',
          at: NOW.toISOString(),
          unread: true,
        },
      ],
      nextCursor: 'c',
      unread: 4,
    })
  })

  test('what is followed stands by organisation in order; templates with the messages that are left', () => {
    const following = {
      rows: [
        { orgCode: 'V2', category: 'subsidy' },
        { orgCode: 'V1', category: 'subsidy' },
        { orgCode: 'V1', category: 'care' },
        { orgCode: 'V3', category: 'care' },
      ],
      orgNames: new Map([...NAMES]),
      consents: [{ kind: 'published', left: 2 }],
    } as never
    const templates = { published: { id: 'T1' }, answered: { id: 'T2' }, other: undefined } as never
    expect(presentSubscriptions(following, templates)).toEqual({
      items: [
        { orgCode: 'V1', orgName: '大王庄', categories: ['care', 'subsidy'] },
        { orgCode: 'V2', orgName: '小李村', categories: ['subsidy'] },
        { orgCode: 'V3', orgName: '', categories: ['care'] },
      ],
      templates: [
        { kind: 'published', id: 'T1', left: 2 },
        { kind: 'answered', id: 'T2', left: 0 },
      ],
    })
  })
})

describe('the roll', () => {
  const claim = {
    _id: 'clm_1',
    userId: 'usr_x',
    orgCode: 'V1',
    kind: 'elder',
    relation: 'child',
    name: '张三',
    group: '一组',
    person: 'p1',
    phoneMatches: true,
    state: 'pending',
    version: 2,
    requestedAt: NOW,
    decidedByName: null,
    reason: null,
  } as never as Parameters<typeof presentOwnClaim>[0]
  const supervisor = person('supervisor@V1')

  test('shows names masked, never a phone', () => {
    const rows = [
      { _id: 'r1', name: '张三', group: '一组', person: 'p1', phone: '13800000000' },
      { _id: 'r2', name: '李四', group: null, person: 'p2', phone: null },
    ] as never
    const page = presentRoll({
      book: { people: 2, importedAt: NOW } as never,
      rows,
      verified: new Set(['p2']),
      nextCursor: null,
    })
    expect(page).toEqual({
      items: [
        { id: 'r1', name: '张*', group: '一组', hasPhone: true, verified: false },
        { id: 'r2', name: '李*', group: null, hasPhone: false, verified: true },
      ],
      nextCursor: null,
      total: 2,
      importedAt: NOW.toISOString(),
    })
    const none = presentRoll({ book: null, rows: [], verified: new Set(), nextCursor: null })
    expect(none).toMatchObject({ total: 0, importedAt: null })
  })

  test('a claim says how it stands', () => {
    const shown = presentOwnClaim(claim, '大王庄')
    expect(shown).toMatchObject({
      id: 'clm_1',
      kind: 'elder',
      orgCode: 'V1',
      orgName: '大王庄',
      name: '张三',
      state: 'pending',
      stateLabel: '等村里确认',
      requestedAt: NOW.toISOString(),
      reason: null,
    })
    const labels = ['confirmed', 'refused', 'ended'].map(
      state => presentOwnClaim({ ...claim, state: state as never }, '').stateLabel,
    )
    expect(labels).toEqual(['已确认', '没有通过', '已结束'])
    expect(presentOwnClaim({ ...claim, relation: null }, '').relationLabel).toBeNull()
    expect(presentOwnClaim({ ...claim, relation: 'x' as never }, '').relationLabel).toBeNull()
  })

  test('is decided while it waits and ended once it counts, by who may, never by oneself', () => {
    const abilities = (state: string, actor = supervisor) =>
      presentStaffClaim({ ...claim, state: state as never }, VILLAGE, true, actor).abilities
    expect(abilities('pending')).toEqual(['confirm', 'refuse'])
    expect(abilities('confirmed')).toEqual(['end'])
    expect(abilities('refused')).toEqual([])
    expect(abilities('ended')).toEqual([])
    expect(abilities('pending', person('supervisor@V2'))).toEqual([])
    expect(abilities('pending', person('supervisor@V1', { id: 'usr_x' }))).toEqual([])
    const page = presentClaims(
      { rows: [claim], inRoll: new Set(['p1']), nextCursor: 'c' },
      VILLAGE,
      supervisor,
    )
    expect(page.nextCursor).toBe('c')
    expect(page.items).toEqual([presentStaffClaim(claim, VILLAGE, true, supervisor)])
    expect(page.items[0]).toMatchObject({ version: 2, group: '一组', phoneMatches: true, inRoll: true, decidedByName: null }) // prettier-ignore
    const gone = presentClaims({ rows: [claim], inRoll: new Set(), nextCursor: null }, VILLAGE, supervisor)
    expect(gone.items[0]?.inRoll).toBe(false)
  })

  test('我家的: the rows that are told apart, else why there is none', () => {
    const entry = { name: '张三', group: '一组' }
    const notice = {
      noticeId: 'ntc_1',
      title: '补贴',
      period: '2026Q1',
      content: CONTENT,
      publishedAt: NOW,
    } as never
    const told = (more: object) =>
      presentHousehold([{ claim, entry, roll: [entry], notices: [notice], ...more }], NAMES).people[0]!
    expect(told({})).toEqual({
      claimId: 'clm_1',
      orgName: '大王庄',
      name: '张三',
      relationLabel: presentOwnClaim(claim, '').relationLabel,
      sentence: '按姓和组对上的有 1 行，不对请打电话问。',
      lines: [
        {
          noticeId: 'ntc_1',
          title: '补贴',
          periodLabel: '2026年第一季度',
          scheme: '耕地地力保护补贴',
          standard: '80元/亩',
          persons: 3,
          amount: '400.00',
          publishedAt: NOW.toISOString(),
        },
      ],
    })
    expect(told({ notices: [] })).toMatchObject({ sentence: '公开过的名单里没有对上的。', lines: [] })
    expect(told({ entry: null })).toMatchObject({
      sentence: expect.stringContaining('已经没有这个人'),
      lines: [],
    })
    const alike = { ...entry, name: '张四' }
    expect(told({ roll: [entry, alike] })).toMatchObject({
      sentence: expect.stringContaining('分不清'),
      lines: [],
    })
    const groupless = { ...entry, group: null }
    expect(told({ entry: groupless, roll: [groupless] })).toMatchObject({ sentence: expect.stringContaining('没有写是哪个组'), lines: [] }) // prettier-ignore
    const elsewhere = { ...(claim as object), orgCode: 'V8' } as typeof claim
    expect(presentHousehold([{ claim: elsewhere, entry, roll: [entry], notices: [] }], NAMES).people[0]?.orgName).toBe('V8') // prettier-ignore
  })
})

test('a list as a file keeps its version and the day it was adopted', () => {
  const row = { version: 3, items: [], adopted: { on: '2026-01-05' }, updatedAt: NOW } as never
  expect(powerFile(row)).toEqual({ version: '3', checkedOn: '2026-01-05', items: [] })
  expect(powerFile({ ...(row as object), adopted: null } as never).checkedOn).toBe('2026-06-15')
})

const noticeRow = (more: object = {}) =>
  ({
    _id: 'ntc_1',
    orgCode: 'V1',
    itemId: 'itm_1',
    itemKey: 'key_1',
    category: 'subsidy',
    period: '2026Q1',
    regards: null,
    title: '耕地地力保护补贴',
    state: 'submitted',
    version: 4,
    edition: 1,
    liveEdition: null,
    dueOn: '2026-06-15',
    publishAt: null,
    meeting: null,
    releases: [],
    reason: null,
    order: null,
    archive: null,
    createdBy: 'usr_w',
    writers: ['usr_w'],
    submittedBy: 'usr_w',
    signedBy: null,
    updatedAt: NOW,
    ...more,
  }) as never as Parameters<typeof presentWork>[0]

describe('a notice at work', () => {
  const head = person('head@V1')
  const supervisor = person('supervisor@V1')
  const abilities = (state: string, actor = head, more: object = {}, org = VILLAGE) =>
    presentWork(noticeRow({ state, ...more }), org, actor, NOW).abilities

  test('shows state, period and what is waited for', () => {
    expect(presentWork(noticeRow(), VILLAGE, supervisor, NOW)).toEqual({
      id: 'ntc_1',
      orgCode: 'V1',
      orgName: '大王庄',
      category: 'subsidy',
      title: '耕地地力保护补贴',
      period: '2026Q1',
      periodLabel: '2026年第一季度',
      state: 'submitted',
      stateLabel: '待监督审核',
      version: 4,
      edition: 1,
      updatedAt: NOW.toISOString(),
      due: { act: '监督审核', on: '2026-06-15', late: false },
      abilities: ['sign-off'],
    })
  })

  test('is late from the day after, and waits for nothing in other states', () => {
    const due = (state: string, dueOn: string | null) =>
      presentWork(noticeRow({ state, dueOn }), VILLAGE, head, NOW).due
    expect(due('submitted', '2026-06-14')).toMatchObject({ late: true })
    expect(due('submitted', null)).toBeNull()
    expect(due('published', '2026-06-20')).toBeNull()
    const acts = NoticeState.options.map(state => [state, due(state, '2026-06-20')?.act ?? null])
    expect(Object.fromEntries(acts)).toEqual({
      draft: '公开更正',
      checked: null,
      submitted: '监督审核',
      refused: '修改后重报',
      signed: '联席会议',
      met: null,
      scheduled: null,
      published: null,
      ended: null,
      confirmed: null,
      archived: null,
      ordered: '公开更正',
      withdrawn: null,
    })
  })

  test('offers what role and state allow together', () => {
    expect(abilities('draft')).toEqual(['edit', 'check', 'submit'])
    expect(abilities('submitted')).toEqual([])
    expect(abilities('submitted', supervisor)).toEqual(['sign-off'])
    expect(abilities('submitted', supervisor, { writers: ['usr_me'] })).toEqual([])
    expect(abilities('draft', person('editor@V2'))).toEqual([])
    expect(abilities('met')).toContain('publish')
    expect(abilities('met')).toContain('schedule')
    expect(abilities('signed')).toContain('meet')
    expect(abilities('scheduled')).toContain('unschedule')
    expect(abilities('published', head, { liveEdition: 1 })).toEqual(
      expect.arrayContaining(['correct', 'withdraw']),
    )
    expect(abilities('ended', head, { liveEdition: 1 })).toContain('confirm')
    expect(abilities('confirmed', head, { liveEdition: 1 })).toContain('archive')
    const clerk = person('street-clerk@ST1')
    expect(abilities('published', clerk, { liveEdition: 1 })).toEqual(['order', 'comment', 'remind'])
    expect(abilities('draft', clerk)).toEqual([])
  })

  test('stands in lists as it stands alone', () => {
    const one = presentWork(noticeRow(), VILLAGE, head, NOW)
    const rows = [noticeRow()]
    expect(presentWorkList({ rows, nextCursor: 'c' }, VILLAGE, head, NOW)).toEqual({
      items: [one],
      nextCursor: 'c',
    })
    expect(presentWaiting(rows, VILLAGE, head, NOW)).toEqual({ items: [one] })
  })

  test('the page has notice, record, history, editions and what the town said', () => {
    const work = {
      notice: noticeRow({ state: 'published', liveEdition: 1, publishAt: NOW }),
      org: VILLAGE,
      item: itemRow(),
      issuer: STREET,
      content: CONTENT,
      statuses: [
        { from: 'draft', to: 'submitted', label: '提交', byName: '王', by: 'usr_w', at: NOW, reason: null },
      ],
      previous: null,
      signOff: null,
      editions: [publicationRow(), publicationRow({ edition: 2, publicity: { ...publicationRow().publicity, endsAt: '2026-06-15T04:00:00.000Z' } })], // prettier-ignore
      guidance: [{ kind: 'comment', text: '写清楚些', by: 'usr_c', byName: '刘', body: '东街街道', at: NOW }],
    } as never as Parameters<typeof presentWorkPage>[0]
    const page = presentWorkPage(work, head, NOW)
    const { org: _org, writers: _w, signedBy: _s, title: _t, ...kept } = { ...work.notice, org: null }
    const { _id, updatedAt: _u, publishAt: _p, ...fields } = kept
    expect(page.notice).toEqual({
      id: _id,
      ...fields,
      content: CONTENT,
      publishAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    })
    expect(page.work).toEqual(presentWork(work.notice, VILLAGE, head, NOW))
    expect(page.item).toEqual(presentItemRef(itemRow(), '东街街道'))
    expect(page.presented).toEqual(presentRecord(itemRow(), CONTENT))
    expect(page).toMatchObject({ changes: [], issues: [], signOff: null })
    expect(page.history).toEqual([
      { from: 'draft', to: 'submitted', label: '提交', by: '王', at: NOW.toISOString(), reason: null },
    ])
    const { publicity } = publicationRow()
    expect(page.editions).toEqual([
      { edition: 1, publishedAt: '2026-06-10T01:00:00.000Z', publicity, over: false, withdrawn: null },
      expect.objectContaining({ edition: 2, over: true }),
    ])
    expect(page.guidance).toEqual([
      { kind: 'comment', text: '写清楚些', by: '刘', body: '东街街道', at: NOW.toISOString() },
    ])
    const before = { ...CONTENT, blocks: [{ ...CONTENT.blocks[0]!, totalFen: 100_000 }] } as never
    const changed = presentWorkPage(
      { ...work, previous: before, notice: noticeRow({ state: 'draft' }) },
      head,
      NOW,
    )
    expect(changed.notice.publishAt).toBeNull()
    for (const change of changed.changes) expect(Object.keys(change)).toEqual(['label', 'fen', 'lastFen'])
    expect(changed.changes.length).toBeGreaterThan(0)
    const broken = { ...CONTENT, blocks: [{ ...CONTENT.blocks[0]!, totalFen: 1 }] } as never
    const faulty = (state: string) =>
      presentWorkPage({ ...work, content: broken, notice: noticeRow({ state }) }, head, NOW).issues.length > 0
    expect(faulty('draft')).toBe(true)
    expect(faulty('published')).toBe(false)
  })

  test('faults are told as long as nobody outside reads it', () => {
    expect([...BEFORE_PUBLIC].sort()).toEqual(
      ['checked', 'draft', 'met', 'refused', 'scheduled', 'signed', 'submitted'].sort(),
    )
  })
})

describe('a finding', () => {
  const finding = {
    _id: 'fnd_1',
    orgCode: 'V1',
    streetCode: 'ST1',
    kind: 'value',
    severity: 'hard',
    field: 'h1',
    label: '合计',
    village: '100.00',
    government: '200.00',
    message: '两边的合计不一样',
    itemName: '耕地',
    period: '2026Q1',
    villageNoticeId: 'ntc_1',
    governmentNoticeId: 'ntc_s',
    state: 'open',
    version: 1,
    updatedAt: NOW,
    itemKey: 'key_1',
    villageEdition: 1,
    foundAt: NOW,
  } as never as Parameters<typeof presentPublicFinding>[0]['finding']
  const event = {
    event: 'found',
    label: '发现',
    body: '系统',
    text: null,
    mendBy: '2026-06-30',
    at: NOW,
    by: 'usr_1',
    byName: '李经办',
  } as never
  const step = {
    event: 'found',
    label: '发现',
    body: '系统',
    text: null,
    mendBy: '2026-06-30',
    at: NOW.toISOString(),
  }
  const difference = {
    kind: 'value',
    severity: 'hard',
    field: 'h1',
    label: '合计',
    village: '100.00',
    government: '200.00',
    message: '两边的合计不一样',
  }
  const orgs = new Map([VILLAGE, STREET].map(one => [one._id, one]))
  const clerk = person('street-clerk@ST1')

  test('names bodies to the public, never people', () => {
    const shown = presentPublicFinding({ finding, events: [event] })
    expect(shown).toEqual({
      ...difference,
      id: 'fnd_1',
      state: 'open',
      stateLabel: expect.any(String),
      steps: [step],
    })
    expect(shown.stateLabel).toMatch(/[一-龥]/)
    expect(JSON.stringify(shown)).not.toContain('李经办')
  })

  test('stands in a list with what the actor may do, and not where its village is gone', () => {
    const list = presentFindingList(
      { rows: [finding, { ...finding, orgCode: 'V7' }], orgs, nextCursor: null },
      clerk,
    )
    expect(list).toEqual({
      items: [
        {
          ...difference,
          id: 'fnd_1',
          orgCode: 'V1',
          orgName: '大王庄',
          streetName: '东街街道',
          itemName: '耕地',
          period: '2026Q1',
          periodLabel: '2026年第一季度',
          villageNoticeId: 'ntc_1',
          governmentNoticeId: 'ntc_s',
          state: 'open',
          stateLabel: presentPublicFinding({ finding, events: [] }).stateLabel,
          version: 1,
          updatedAt: NOW.toISOString(),
          abilities: ['comment', 'order'],
        },
      ],
      nextCursor: null,
    })
    const seen = (actor: ReturnType<typeof person>) =>
      presentFindingList({ rows: [finding], orgs, nextCursor: null }, actor).items[0]?.abilities
    expect(seen(person('head@V1'))).toEqual(['answer'])
    expect(seen(person('supervisor@V1'))).toEqual([])
    const nameless = new Map([[VILLAGE._id, VILLAGE]])
    expect(presentFindingList({ rows: [finding], orgs: nameless, nextCursor: null }, clerk).items[0]?.streetName).toBe('') // prettier-ignore
  })

  test('its page names who spoke, and lets the village begin a correction', () => {
    const work = {
      finding,
      village: VILLAGE,
      street: STREET,
      notice: noticeRow({ state: 'published', liveEdition: 1 }),
      events: [event],
    }
    const page = presentFindingPage(work, person('head@V1'))
    expect(page.finding.streetName).toBe('东街街道')
    expect(page.steps).toEqual([{ ...step, by: '李经办' }])
    expect(page.notice).toEqual({
      id: 'ntc_1',
      title: '耕地地力保护补贴',
      stateLabel: '公示中',
      version: 4,
      mayCorrect: true,
      mayRead: true,
    })
    expect(presentFindingPage(work, clerk).notice).toMatchObject({ mayCorrect: false, mayRead: true })
    const draft = { ...work, notice: noticeRow({ state: 'submitted' }) }
    expect(presentFindingPage(draft, person('head@V1')).notice.mayCorrect).toBe(false)
    expect(presentFindingPage(draft, clerk).notice.mayRead).toBe(false)
    expect(SISTER.path).not.toEqual(VILLAGE.path)
  })
})
