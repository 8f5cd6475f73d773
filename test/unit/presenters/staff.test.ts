import { presentAuditEntry } from '../../../server/people/audit/presenters/auditEntry'
import { presentAccount, presentGrant } from '../../../server/people/accounts/presenters/grant'
import { presentInbox, presentSubscriptions } from '../../../server/people/messages/presenters/inbox'
import { presentMe } from '../../../server/people/accounts/presenters/me'
import {
  presentClaims,
  presentOwnClaim,
  presentRoster,
  presentStaffClaim,
} from '../../../server/people/residents/presenters/roster'
import { presentHousehold } from '../../../server/reading/site/presenters/household'
import { powerFile } from '../../../server/power/lists/presenters/powerFile'
import { person } from '../../support/policies/places'
import { CONTENT, NAMES, NOW, VILLAGE } from '../../support/presenters/rows'

/** What members of staff and signed-in villagers see. */

test('oneself: roles, work areas, second factor, whether one works anywhere', () => {
  const me = person('editor@V1', { secondFactor: 'on' as never })
  expect(presentMe(me, true)).toEqual({
    id: 'usr_me',
    name: '甲',
    roles: [{ role: 'editor', orgCode: 'V1', orgName: '' }],
    abilities: ['workbench', 'notice-create'],
    secondFactor: 'on',
    recoveryCodesLeft: null,
    staff: true,
    agreementDue: false,
  })
  expect(presentMe(person('villager@V1'), false)).toMatchObject({
    secondFactor: 'off',
    staff: false,
    abilities: [],
    agreementDue: true,
  })
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
    user: { _id: 'usr_a', name: '王', jobTitle: '主任' },
    org: VILLAGE,
  })
  const admin = person('security-admin@XQ')
  const shown = presentGrant(grant('2026-06-30T16:00:00Z', 3) as never, NOW, admin)
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
    abilities: ['change'],
  })
  expect(presentGrant(grant(null) as never, NOW, admin)).toMatchObject({ to: null, version: 0 })
  const stranger = presentGrant(grant(null) as never, NOW, person('editor@V1'))
  expect(stranger.abilities).toEqual([])
  const account = presentAccount(
    { _id: 'usr_a', name: '王', jobTitle: '主任' } as never,
    [grant(null) as never],
    NOW,
  )
  expect(account).toEqual({
    id: 'usr_a',
    name: '王',
    jobTitle: '主任',
    grants: [presentGrant(grant(null) as never, NOW, person())],
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
    const page = presentRoster({
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
    const none = presentRoster({ book: null, rows: [], verified: new Set(), nextCursor: null })
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
      { rows: [claim], inRoster: new Set(['p1']), nextCursor: 'c' },
      VILLAGE,
      supervisor,
    )
    expect(page.nextCursor).toBe('c')
    expect(page.items).toEqual([presentStaffClaim(claim, VILLAGE, true, supervisor)])
    expect(page.items[0]).toMatchObject({ version: 2, group: '一组', phoneMatches: true, inRoster: true, decidedByName: null }) // prettier-ignore
    const gone = presentClaims({ rows: [claim], inRoster: new Set(), nextCursor: null }, VILLAGE, supervisor)
    expect(gone.items[0]?.inRoster).toBe(false)
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
      sentence: '找到您家 1 笔，哪笔不对就打电话。',
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
          paid: true,
        },
      ],
    })
    const review = { ...(notice as object), content: { ...CONTENT, title: '低保申请初审公示' } }
    expect(told({ notices: [review] }).lines.map(({ paid }) => paid)).toEqual([false])
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
