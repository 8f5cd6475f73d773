import { Role } from '@shared/contract/people/auth'
import { PLACES, STREET, VILLAGE, person, targetAt } from '../../support/policies/places'
import { POLICIES, refusalOf, type Action } from '@server/policies'

/**
 * Who may do what, for every action, role and place: a village writes for itself (村民自治), the street above guides, the district
 * looks, administrators stay out of content. A role that is not named is refused. What depends on more is in circumstances.test.ts.
 */
const WRITERS = 'editor@V1 head@V1'
const STAFF = `${WRITERS} supervisor@V1`
const GUIDES = 'head@ST1 street-clerk@ST1'
const DISTRICT = 'district-office@XQ'
const NOBODY = ''

interface Row {
  actions: string
  village: string
  street: string
}

/** Jobs are of the whole installation: the place does not matter. */
const SYSTEM_ADMINS = 'system-admin@ST1 system-admin@ST2 system-admin@XQ system-admin@YQ'

const AREA_ADMINS = 'system-admin@ST1 system-admin@XQ'

const BOTH_ADMINS = `${AREA_ADMINS} security-admin@ST1 security-admin@XQ`

const ROWS: Row[] = [
  {
    actions: 'holidays.read',
    village: `${DISTRICT} system-admin@ST1 system-admin@XQ security-admin@ST1 security-admin@XQ`,
    street: `${DISTRICT} system-admin@ST1 system-admin@XQ security-admin@ST1 security-admin@XQ`,
  },
  {
    actions: 'holidays.import',
    village: 'system-admin@ST1 system-admin@XQ',
    street: 'system-admin@ST1 system-admin@XQ',
  },
  {
    actions: 'holidays.confirm',
    village: 'system-admin@ST1 system-admin@XQ security-admin@ST1 security-admin@XQ',
    street: 'system-admin@ST1 system-admin@XQ security-admin@ST1 security-admin@XQ',
  },
  {
    actions: 'workbench.list workbench.read',
    village: `${STAFF} ${GUIDES} ${DISTRICT}`,
    street: `${GUIDES} ${DISTRICT}`,
  },
  {
    actions: 'discrepancy.list obligation.list matrix.read matrix.export',
    village: `${STAFF} ${GUIDES} ${DISTRICT}`,
    street: `${GUIDES} ${DISTRICT}`,
  },
  { actions: 'picture.release', village: STAFF, street: GUIDES },
  { actions: 'file.read', village: `${STAFF} ${DISTRICT}`, street: `${GUIDES} ${DISTRICT}` },
  {
    actions:
      'notice.create privacy.preview file.store notice.edit notice.check notice.submit notice.meet notice.recall notice.discard',
    village: WRITERS,
    street: GUIDES,
  },
  {
    actions:
      'notice.schedule notice.unschedule notice.publish notice.correct notice.cancel notice.withdraw notice.archive',
    village: WRITERS,
    street: GUIDES,
  },
  {
    actions: 'org.keep-contacts',
    village: `head@V1 head@ST1 ${AREA_ADMINS}`,
    street: `${GUIDES} ${AREA_ADMINS}`,
  },
  {
    actions: 'org.read-contacts',
    village: `editor@V1 head@V1 supervisor@V1 ${GUIDES} ${DISTRICT} ${AREA_ADMINS}`,
    street: `${GUIDES} ${DISTRICT} ${AREA_ADMINS}`,
  },
  { actions: 'proof.record proof.remove', village: WRITERS, street: GUIDES },
  { actions: 'notice.sign-off', village: 'supervisor@V1', street: GUIDES },
  { actions: 'notice.confirm removal.propose removal.drop', village: 'head@V1', street: 'head@ST1' },
  { actions: 'notice.end notice.restore notice.erase', village: NOBODY, street: NOBODY },
  {
    actions: 'removal.agree removal.refuse',
    village: `supervisor@V1 ${GUIDES}`,
    street: `${GUIDES} ${DISTRICT}`,
  },
  {
    actions: 'removal.list removal.read',
    village: `${STAFF} ${GUIDES} ${DISTRICT}`,
    street: `${GUIDES} ${DISTRICT}`,
  },
  { actions: 'notice.order notice.comment notice.remind', village: GUIDES, street: NOBODY },
  { actions: 'discrepancy.comment discrepancy.order discrepancy.accept', village: GUIDES, street: NOBODY },
  { actions: 'discrepancy.answer', village: WRITERS, street: NOBODY },
  { actions: 'triggerEvent.record triggerEvent.retract', village: `${WRITERS} ${GUIDES}`, street: GUIDES },
  { actions: 'obligation.mark', village: `head@V1 ${GUIDES}`, street: 'head@ST1' },
  { actions: 'obligation.set-conditions', village: `head@V1 ${GUIDES}`, street: NOBODY },
  { actions: 'obligation.remind', village: GUIDES, street: NOBODY },
  {
    actions: 'inspection.read inspection.draw inspection.record itemLink.overview',
    village: NOBODY,
    street: `${GUIDES} ${DISTRICT}`,
  },
  { actions: 'catalogue.list', village: `head@V1 ${DISTRICT}`, street: `${GUIDES} ${DISTRICT}` },
  {
    actions: 'catalogueDraft.read',
    village: `${STAFF} ${GUIDES} ${DISTRICT}`,
    street: `${GUIDES} ${DISTRICT}`,
  },
  {
    actions: 'catalogueDraft.import catalogueDraft.update catalogueDraft.discard',
    village: WRITERS,
    street: 'street-clerk@ST1',
  },
  { actions: 'catalogueDraft.submit', village: NOBODY, street: 'street-clerk@ST1' },
  { actions: 'catalogueDraft.reopen catalogueDraft.activate', village: NOBODY, street: GUIDES },
  {
    actions: 'villageCatalogue.read case.list case.read',
    village: `${STAFF} ${GUIDES} ${DISTRICT}`,
    street: NOBODY,
  },
  {
    actions:
      'villageCatalogue.adopt villageCatalogue.add villageCatalogue.alter villageCatalogue.remove villageCatalogue.import',
    village: WRITERS,
    street: NOBODY,
  },
  { actions: 'villageCatalogue.activate', village: 'head@V1 supervisor@V1', street: NOBODY },
  { actions: 'villageCatalogue.remark itemLink.decide splitAlarm.answer', village: GUIDES, street: NOBODY },
  { actions: 'itemLink.read', village: `${GUIDES} ${DISTRICT}`, street: NOBODY },
  { actions: 'powerList.adopt powerList.switch powerList.import', village: WRITERS, street: GUIDES },
  { actions: 'powerList.compare', village: `${STAFF} ${GUIDES} ${DISTRICT}`, street: GUIDES },
  {
    actions: 'case.open case.claim case.finish case.vote case.amount case.pause case.resume',
    village: WRITERS,
    street: NOBODY,
  },
  { actions: 'case.hand-over case.cancel', village: 'head@V1', street: NOBODY },
  { actions: 'case.remark case.stop case.lift', village: `supervisor@V1 ${GUIDES}`, street: NOBODY },
  { actions: 'roster.import roster.read', village: WRITERS, street: NOBODY },
  {
    actions: 'residencyClaim.list residencyClaim.confirm residencyClaim.refuse residencyClaim.end',
    village: STAFF,
    street: NOBODY,
  },
  {
    actions: 'account.read',
    village: BOTH_ADMINS,
    street: BOTH_ADMINS,
  },
  { actions: 'grant.list', village: `${BOTH_ADMINS} head@V1 head@ST1`, street: `${BOTH_ADMINS} head@ST1` },
  { actions: 'grant.confirm', village: `${BOTH_ADMINS} head@V1`, street: `${BOTH_ADMINS} head@ST1` },
  {
    actions: 'account.edit',
    village: 'system-admin@ST1 system-admin@XQ',
    street: 'system-admin@ST1 system-admin@XQ',
  },
  {
    actions: 'account.reset-factor grant.give grant.change-term grant.revoke',
    village: 'security-admin@ST1 security-admin@XQ',
    street: 'security-admin@ST1 security-admin@XQ',
  },
  { actions: 'job.list job.retry feedback.list', village: SYSTEM_ADMINS, street: SYSTEM_ADMINS },
  {
    actions:
      'account.enrol-factor account.verify-factor account.recovery-codes account.recover account.rename-self account.close ownData.read agreement.give login.end webLogin.confirm webLogin.refuse webLogin.link webLogin.unlink',
    village: NOBODY,
    street: NOBODY,
  },
  { actions: 'audit.read audit.export', village: 'audit-admin@ST1 audit-admin@XQ', street: 'audit-admin@ST1 audit-admin@XQ' }, // prettier-ignore
  {
    actions: 'objection.list objection.read',
    village: `${STAFF} ${GUIDES} ${DISTRICT}`,
    street: `${GUIDES} ${DISTRICT}`,
  },
  { actions: 'objection.answer', village: WRITERS, street: GUIDES },
  { actions: 'objection.release objection.refuse', village: 'supervisor@V1', street: GUIDES },
  { actions: 'objection.settle objection.escalate objection.withdraw', village: NOBODY, street: NOBODY },
  {
    actions: 'application.receive application.handle application.correct application.bundle',
    village: NOBODY,
    street: GUIDES,
  },
  {
    actions: 'application.list application.read',
    village: NOBODY,
    street: `${GUIDES} lawyer@ST1`,
  },
  { actions: 'application.review', village: NOBODY, street: 'lawyer@ST1' },
  { actions: 'application.sign application.set-desk', village: NOBODY, street: 'head@ST1' },
  { actions: 'zone.set', village: NOBODY, street: 'street-clerk@ST1 head@ST1' },
  { actions: 'application.open-identity', village: NOBODY, street: NOBODY },
]

/** What these say depends on the person, not on a role of staff. */
const APART = [
  'application.submit',
  'residencyClaim.file',
  'objection.file',
  'obligation.nudge',
  'table.send',
  'account.show-code',
  'account.find',
]

/** Kinds of place at which a role can be held at all; the store takes no other grant. */
const HELD_AT: Record<Role, string> = {
  villager: 'V',
  editor: 'V',
  head: 'V ST',
  supervisor: 'V',
  'street-clerk': 'ST',
  'district-office': 'XQ YQ',
  lawyer: 'V ST',
  'system-admin': 'ST XQ YQ',
  'security-admin': 'ST XQ YQ',
  'audit-admin': 'ST XQ YQ',
}
const GRANTS = Role.options.flatMap(role =>
  PLACES.filter(({ code }) => HELD_AT[role].split(' ').includes(code.replace(/\d/, ''))).map(
    ({ code }) => `${role}@${code}`,
  ),
)

const every = ROWS.flatMap(({ actions, village, street }) =>
  actions.split(' ').flatMap(action => [
    { action, place: VILLAGE, may: village },
    { action, place: { ...VILLAGE, kind: 'community' as const }, may: village },
    { action, place: STREET, may: street },
    { action, place: { ...STREET, kind: 'town' as const }, may: street },
  ]),
)

test('every action has its row', () => {
  expect([...new Set(every.map(({ action }) => action)), ...APART].sort()).toEqual(
    Object.keys(POLICIES).sort(),
  )
})

test.each(every)(
  '$action at a $place.kind: who is named may, everybody else is refused',
  ({ action, place, may }) => {
    const judged = ['', ...GRANTS].map(grant => ({
      grant,
      refusal: refusalOf(person(grant), action as Action, targetAt(place) as never),
    }))
    const allowed = judged.filter(({ refusal }) => refusal === null).map(({ grant }) => grant)
    expect(allowed.sort()).toEqual(may.split(' ').filter(Boolean).sort())
    expect(judged.filter(({ refusal }) => refusal !== null && refusal !== 'forbidden')).toEqual([])
  },
)
