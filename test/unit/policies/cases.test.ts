import { caseActorOf } from '../../../server/power/cases/policy'
import { ME, SISTER, STREET, VILLAGE, person, targetAt } from '../../support/policies/places'
import { refusalOf, type Action } from '@server/policies'

/** Cases of the micro-power list: who may do a step follows from the role that the list names for it 环节的办理人. */

const at = (grants: string, action: Action, more: object = {}) =>
  refusalOf(person(grants), action, { ...targetAt(VILLAGE), ...more } as never)

const STEP_ROLES: { actorRole: string | null; may: string[] }[] = [
  { actorRole: 'handler', may: ['editor@V1', 'head@V1'] },
  { actorRole: 'party-secretary', may: ['head@V1'] },
  { actorRole: 'representatives', may: ['editor@V1', 'head@V1'] },
  { actorRole: 'supervisors', may: ['supervisor@V1'] },
  { actorRole: 'finance-group', may: ['supervisor@V1'] },
  { actorRole: 'town-clerk', may: ['street-clerk@ST1'] },
  { actorRole: 'town-head', may: ['head@ST1'] },
  { actorRole: 'county', may: ['district-office@XQ'] },
  { actorRole: 'unheard-of', may: [] },
  { actorRole: null, may: [] },
]
const GRANTS =
  'villager@V1 editor@V1 head@V1 supervisor@V1 lawyer@V1 editor@V2 head@V2 supervisor@V2 street-clerk@ST1 head@ST1 street-clerk@ST2 head@ST2 district-office@XQ district-office@YQ system-admin@XQ'.split(
    ' ',
  )
const DOING = ['case.claim', 'case.finish', 'case.vote', 'case.amount', 'case.pause'] as const

describe.each(STEP_ROLES)('a step of $actorRole', ({ actorRole, may }) => {
  test('is opened, claimed and done by whoever holds that role of this village, by nobody else', () => {
    for (const action of ['case.open', ...DOING] as const) {
      expect([action, GRANTS.filter(grant => at(grant, action, { actorRole }) === null)]).toEqual([
        action,
        may,
      ])
    }
  })

  test('whoever did what its doer may not have done is refused as the second of four eyes', () => {
    for (const grant of GRANTS) {
      const expected = may.includes(grant) ? 'four-eyes' : 'forbidden'
      for (const action of DOING) {
        expect([grant, at(grant, action, { actorRole, notBy: ['usr_w', ME] })]).toEqual([grant, expected])
        const others = at(grant, action, { actorRole, notBy: ['usr_w'] })
        expect([grant, others]).toEqual([grant, may.includes(grant) ? null : 'forbidden'])
      }
    }
  })

  test('once claimed it is done by whoever claimed it, and resumed by its role or whoever answers for the matter', () => {
    for (const grant of GRANTS) {
      const done = (claimedBy: string) => at(grant, 'case.finish', { actorRole, claimedBy })
      expect([grant, done(ME), done('usr_w')]).toEqual([
        grant,
        may.includes(grant) ? null : 'forbidden',
        'forbidden',
      ])
      const resumes = may.includes(grant) || grant === 'head@V1'
      expect([grant, at(grant, 'case.resume', { actorRole })]).toEqual([grant, resumes ? null : 'forbidden'])
    }
  })
})

test('a claimed step is handed over by its holder, while they hold the role, or by whoever answers for the matter', () => {
  const step = { actorRole: 'supervisors', claimedBy: ME }
  expect(at('supervisor@V1', 'case.hand-over', step)).toBeNull()
  expect(at('supervisor@V1', 'case.hand-over', { ...step, claimedBy: 'usr_w' })).toBe('forbidden')
  expect(at('editor@V1', 'case.hand-over', step)).toBe('forbidden')
  expect(at('head@V1', 'case.hand-over', { ...step, claimedBy: 'usr_w' })).toBeNull()
  expect(at('head@V1', 'case.hand-over', { ...step, responsibleRole: 'town-head' })).toBe('forbidden')
  expect(at('head@ST1', 'case.hand-over', { ...step, responsibleRole: 'town-head' })).toBeNull()
})

test('a case is cancelled by who opened it, while they work here, or by whoever answers for it', () => {
  const own = { openedBy: ME }
  expect(at('editor@V1', 'case.cancel', own)).toBeNull()
  expect(at('editor@V1', 'case.cancel')).toBe('forbidden')
  expect(at('villager@V1', 'case.cancel', own)).toBe('forbidden')
  expect(at('editor@V2', 'case.cancel', own)).toBe('forbidden')
  expect(at('head@V1', 'case.cancel')).toBeNull()
})

test('supervisors who also sit in the committee hold the committee’s steps and not the supervising body’s', () => {
  const both = caseActorOf(person('supervisor@V1 head@V1'), VILLAGE)
  expect(both.id).toBe(ME)
  expect(both.supervises).toBe(false)
  expect(both.roles).toContain('village-head')
  expect(both.roles).not.toContain('supervisors')
  expect(caseActorOf(person('supervisor@V1 head@V2'), VILLAGE)).toEqual({
    id: ME,
    roles: ['supervisors', 'finance-group'],
    supervises: true,
  })
})

test('the guiding street may stop a case and holds its own steps; the district only its own steps', () => {
  expect(caseActorOf(person('street-clerk@ST1'), VILLAGE)).toMatchObject({
    roles: ['town-clerk', 'trustee'],
    supervises: true,
  })
  expect(caseActorOf(person('head@ST1'), VILLAGE)).toMatchObject({ roles: ['town-head'], supervises: true })
  expect(caseActorOf(person('street-clerk@ST2'), VILLAGE)).toMatchObject({ roles: [], supervises: false })
  expect(caseActorOf(person('district-office@XQ'), VILLAGE)).toMatchObject({
    roles: ['county'],
    supervises: false,
  })
  expect(caseActorOf(person('supervisor@V1'), SISTER)).toMatchObject({ roles: [], supervises: false })
})

test('a government body has no cases of its own', () => {
  for (const grants of ['head@ST1 street-clerk@ST1', 'district-office@XQ', 'head@XQ street-clerk@XQ']) {
    expect(caseActorOf(person(grants), STREET).roles).toEqual([])
  }
  expect(caseActorOf(person('head@ST1'), { ...VILLAGE, path: ['V1'] }).roles).toEqual([])
})
