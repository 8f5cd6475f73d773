import { orgTarget } from '../../../server/people/orgs/orgTarget'
import { openCase } from '../../../server/domain/power/case'
import type { PowerPlace } from '../../../server/power/lists/queries/powerLists'
import { coreItem } from '../../support/power/core'
import { person as caseActor } from '../../support/power/walk'
import { person } from '../../support/policies/places'
import { noticeTarget, standingOf } from '@server/disclosure/notices/policy'
import { accountTarget } from '@server/people/accounts/policy'
import { bodyOf, objectionView } from '@server/participation/objections/policy'
import { caseTarget, openingTarget } from '@server/power/cases/policy'
import type { NoticeRow } from '@server/disclosure/notices/models/notices'
import type { ObjectionRow } from '@server/participation/objections/models/objections'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { PowerCaseRow } from '@server/power/cases/models/powerCases'
import type { UserRow } from '@server/people/accounts/models/users'

/** What policies see of stored rows. */

const orgRow = (more: Partial<OrgRow> = {}): OrgRow => ({
  _id: 'V1',
  name: '大王庄',
  kind: 'village',
  parentCode: 'ST1',
  path: ['XQ', 'ST1', 'V1'],
  supervisorName: '村务监督委员会',
  contacts: [],
  order: 1,
  ...more,
})
const village = orgRow()
const street = orgRow({
  _id: 'ST1',
  name: '东街街道',
  kind: 'street',
  path: ['XQ', 'ST1'],
  supervisorName: null,
})

test('an organisation is its code, kind and path, and nothing else', () => {
  expect(orgTarget(village)).toEqual({ code: 'V1', kind: 'village', path: ['XQ', 'ST1', 'V1'] })
})

test('a notice is judged by its organisation, its state and those who had a hand in it', () => {
  const row = {
    state: 'signed',
    writers: ['a', 'b'],
    submittedBy: 'b',
    signedBy: 'c',
    shortCode: '0000001',
    liveEdition: null,
    title: '不看',
  } as unknown as NoticeRow
  expect(noticeTarget(row, village)).toEqual({
    org: orgTarget(village),
    state: 'signed',
    writers: ['a', 'b'],
    submittedBy: 'b',
    signedBy: 'c',
  })
  expect(standingOf(row, village)).toEqual({
    state: 'signed',
    side: 'village',
    live: false,
    corrects: false,
  })
  expect(standingOf({ ...row, liveEdition: 1 }, orgRow({ kind: 'community' }))).toMatchObject({ side: 'village', live: true }) // prettier-ignore
  expect(standingOf({ ...row, edition: 2 }, village)).toMatchObject({ corrects: true })
  expect(standingOf(row, street)).toMatchObject({ side: 'government' })
})

test('an account belongs to the places where a term still runs', () => {
  const now = new Date('2026-06-01T00:00:00Z')
  const grant = (org: OrgRow, to: string | null) =>
    ({ org, grant: { to: to && new Date(to) } }) as Parameters<typeof accountTarget>[1][number]
  const grants = [
    grant(village, null),
    grant(street, '2026-06-01T00:00:00.001Z'),
    grant(orgRow({ _id: 'V2' }), '2026-06-01T00:00:00Z'),
    grant(orgRow({ _id: 'V3' }), '2025-06-01T00:00:00Z'),
  ]
  expect(accountTarget({ _id: 'usr_a' } as UserRow, grants, now)).toEqual({
    userId: 'usr_a',
    orgs: [orgTarget(village), orgTarget(street)],
  })
})

describe('an objection', () => {
  const objection = { level: 'own', via: 'supervisors', userId: 'usr_o' } as ObjectionRow
  const parts = { objection, org: village, handler: village, writers: ['usr_w'] }

  test('is judged by whose notice it is, who answers, and who wrote', () => {
    expect(objectionView({ ...parts, handler: street, objection: { ...objection, level: 'town' } })).toEqual({
      org: orgTarget(village),
      handler: orgTarget(street),
      level: 'town',
      via: 'supervisors',
      userId: 'usr_o',
      writers: ['usr_w'],
    })
  })

  test('is answered in the name of the committee, its supervising body, or the office that answers', () => {
    const supervisor = person('supervisor@V1')
    expect(bodyOf(person('editor@V1'), parts)).toBe('村委会')
    expect(bodyOf(person('head@V1 supervisor@V1'), parts)).toBe('村委会')
    expect(bodyOf(person('head@V1'), { ...parts, org: orgRow({ kind: 'community' }) })).toBe('居委会')
    expect(bodyOf(supervisor, parts)).toBe('村务监督委员会')
    expect(bodyOf(supervisor, { ...parts, org: orgRow({ supervisorName: null }) })).toBe('监督机构')
    expect(bodyOf(person('head@ST1'), { ...parts, org: street, handler: street })).toBe('东街街道')
    const escalated = {
      ...parts,
      handler: street,
      objection: { ...objection, level: 'town' } as ObjectionRow,
    }
    expect(bodyOf(person('head@V1'), escalated)).toBe('东街街道')
  })
})

describe('a case', () => {
  const item = {
    ...coreItem('XM-01'),
    adopted: { meeting: '村民代表会议', on: '2026-01-05' },
    inForce: '2026-01-06',
  }

  test('before it is opened stands at the first step, nobody has had a hand in it', () => {
    const place = { org: village } as PowerPlace
    expect(openingTarget(place, item)).toEqual({
      org: orgTarget(village),
      actorRole: item.steps[0]!.actor,
      responsibleRole: item.responsible.role,
      openedBy: null,
      claimedBy: null,
      notBy: [],
    })
    expect(openingTarget(place, { ...item, steps: [] }).actorRole).toBeNull()
  })

  const by = caseActor('usr_o', ...item.steps.map(({ actor }) => actor))
  const opened = openCase(item, { on: '2026-03-02', by, version: 1, amountFen: 60_000_00 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const { state } = opened
  const work = (more: Partial<typeof state>) => ({
    org: village,
    row: { state: { ...state, ...more } } as PowerCaseRow,
  })
  const visit = (step: string, by: string | null) => ({
    step,
    enteredOn: '2026-03-02',
    claimedBy: null,
    finished: by === null ? null : { by },
    undone: null,
  })

  test('stands at its step, with whoever did the steps that its doer may not have done', () => {
    const [first, second, third] = item.steps
    const steps = [first!, second!, { ...third!, notBy: [second!.id] }]
    const visits = [
      visit(first!.id, 'a'),
      visit(second!.id, 'b'),
      { ...visit(third!.id, null), claimedBy: 'c' },
    ]
    const target = caseTarget(work({ item: { ...item, steps }, visits: visits as typeof state.visits }))
    expect(target).toEqual({
      org: orgTarget(village),
      actorRole: third!.actor,
      responsibleRole: item.responsible.role,
      openedBy: 'usr_o',
      claimedBy: 'c',
      notBy: ['b'],
    })
  })

  test('stands nowhere once it is closed', () => {
    const closed = { ...state, closed: { on: '2026-03-03' } } as unknown as typeof state
    expect(caseTarget(work(closed))).toMatchObject({ actorRole: null, claimedBy: null, notBy: [] })
  })
})
