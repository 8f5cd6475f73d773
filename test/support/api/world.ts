import { systemActs } from '@server/platform/access/caller'
import { createHash } from 'node:crypto'
import type { CreateNotice, WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'
import type { Role } from '../../../shared/contract/people/auth'
import type { HolidayYears, ImportHolidays } from '../../../shared/contract/disclosure/holidays'
import type { AppointmentCode, Grant } from '../../../shared/contract/people/grant'
import { endPublicity } from '../../../server/disclosure/notices/commands/closeNotice'
import { inTransaction } from '../../../server/platform/store/transaction'
import type { Store } from '@server/platform/store/db'
import type { UploadedFile } from '../../../shared/contract/disclosure/files'
import type { Asking, TestServer } from './testServer'
import { Orgs, type OrgRow } from '@server/people/orgs/models/orgs'
import { Catalogues, type CatalogueRow } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import { Agreements } from '@server/people/agreements/models/agreements'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { Users } from '@server/people/accounts/models/users'
import { Logins } from '@server/people/accounts/models/logins'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'

/** A small world: one area, two streets, three villages, a catalogue, one person for each part to play. */
const LONG_AGO = new Date('2026-01-01T00:00:00Z')
/** Their logins outlast whatever a test does to the clock; accounts/secondFactor.test.ts has others. */
const NEVER_IDLE = new Date('2099-01-01T00:00:00Z')

const org = (
  code: string,
  name: string,
  kind: OrgRow['kind'],
  path: string[],
  supervisorName: string | null,
): OrgRow => ({
  _id: code,
  name,
  kind,
  parentCode: path.at(-2) ?? null,
  path,
  supervisorName,
  contacts: [],
  order: 0,
})

const ORGS: OrgRow[] = [
  org('XQ', '试验新区', 'new-area', ['XQ'], null),
  org('XQ-A', '试验新城', 'new-city', ['XQ', 'XQ-A'], null),
  org('ST1', '东街道', 'street', ['XQ', 'XQ-A', 'ST1'], null),
  org('ST2', '西街道', 'street', ['XQ', 'XQ-A', 'ST2'], null),
  org('V1', '东一村', 'village', ['XQ', 'XQ-A', 'ST1', 'V1'], '村务监督委员会'),
  org('V2', '东二村', 'village', ['XQ', 'XQ-A', 'ST1', 'V2'], '村务监督委员会'),
  org('V9', '西九社区', 'community', ['XQ', 'XQ-A', 'ST2', 'V9'], '居务监督委员会'),
]

/**
 * Who plays which part where; the key is the name in tests. `two-hats` writes and supervises in one village; `newcomer` is
 * given roles by tests and loses them between them.
 */
export const PEOPLE = {
  stranger: [],
  newcomer: [],
  villager: [['villager', 'V1']],
  editor: [['editor', 'V1']],
  'editor-2': [['editor', 'V1']],
  head: [['head', 'V1']],
  supervisor: [['supervisor', 'V1']],
  'supervisor-2': [['supervisor', 'V1']],
  'two-hats': [
    ['supervisor', 'V1'],
    ['editor', 'V1'],
  ],
  'sister-editor': [['editor', 'V2']],
  'sister-supervisor': [['supervisor', 'V2']],
  clerk: [['street-clerk', 'ST1']],
  'clerk-2': [['street-clerk', 'ST1']],
  'street-head': [['head', 'ST1']],
  'other-clerk': [['street-clerk', 'ST2']],
  'community-editor': [['editor', 'V9']],
  lawyer: [['lawyer', 'V1']],
  'street-lawyer': [['lawyer', 'ST1']],
  district: [['district-office', 'XQ']],
  'other-district': [['district-office', 'ST2']],
  'system-admin': [['system-admin', 'XQ']],
  'other-system-admin': [['system-admin', 'ST2']],
  'security-admin': [['security-admin', 'XQ']],
  'other-security-admin': [['security-admin', 'ST2']],
  'audit-admin': [['audit-admin', 'XQ']],
  'other-audit-admin': [['audit-admin', 'ST2']],
} as const satisfies Record<string, readonly (readonly [Role, string])[]>
export type Person = keyof typeof PEOPLE

const idOf = (prefix: string, name: string) =>
  `${prefix}_${createHash('sha256').update(name).digest('hex').slice(0, 20)}`
export const userId = (person: Person) => idOf('usr', person)

const CATALOGUES: CatalogueRow[] = [
  catalogue('cat_village000001', '村级财务', true),
  catalogue('cat_outdated0001', '旧目录', false),
]

function catalogue(_id: string, area: string, active: boolean): CatalogueRow {
  return {
    _id,
    orgCode: 'ST1',
    area,
    title: `东街道${area}目录`,
    version: 1,
    active,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: { file: 'c.csv', sha256: '0'.repeat(64), url: null, issuer: null },
    itemCount: 4,
    createdAt: LONG_AGO,
  }
}

function item(
  name: string,
  path: string[],
  category: string,
  elements: string[],
  catalogueId: string,
): CatalogueItemRow {
  return {
    _id: idOf('itm', name),
    key: `key-${name}`,
    catalogueId,
    orgCode: 'ST1',
    area: path[0]!,
    category,
    order: 0,
    displayNo: null,
    path,
    elements,
    basis: [],
    deadline: null,
    subjects: [],
    channels: [],
    audience: { scope: 'public' },
    mode: 'active',
    levels: ['village'],
    uncertain: [],
  }
}

export const ITEMS = {
  finance: item(
    'finance',
    ['村级财务', '财务收支'],
    'village-finance',
    ['收支明细', '民主理财小组意见'],
    'cat_village000001',
  ),
  subsidy: item(
    'subsidy',
    ['涉农补贴', '耕地地力保护补贴'],
    'subsidy',
    ['政策依据', '补贴结果', '监督渠道'],
    'cat_village000001',
  ),
  other: item('other', ['城乡规划', '村庄规划'], 'general', ['规划文本'], 'cat_village000001'),
  old: item('old', ['旧目录', '旧事项'], 'subsidy', [], 'cat_outdated0001'),
} as const

/** Stores the world. */
export async function buildWorld(db: Store): Promise<void> {
  await db.of(Orgs).insertMany(ORGS)
  await db.of(Catalogues).insertMany(CATALOGUES)
  await db.of(CatalogueItems).insertMany(Object.values(ITEMS).map((row, order) => ({ ...row, order })))
  const people = Object.entries(PEOPLE)
  await db.of(Users).insertMany(
    people.map(([name]) => ({
      _id: idOf('usr', name),
      openid: `openid-${name}`,
      name: `人物${name}`,
      jobTitle: '职务',
      tokenVersion: 0,
      createdAt: LONG_AGO,
    })),
  )
  await db.of(Agreements).insertMany(
    people.flatMap(([name]) =>
      (['use', 'identity'] as const).map(kind => ({
        _id: idOf('agr', `${name}${kind}`),
        userId: idOf('usr', name),
        kind,
        version: IN_FORCE[kind],
        at: LONG_AGO,
        expiresAt: null,
      })),
    ),
  )
  await db.of(Logins).insertMany(
    people.map(([name]) => ({
      _id: idOf('fam', name),
      userId: idOf('usr', name),
      createdAt: NEVER_IDLE,
      lastSeenAt: NEVER_IDLE,
      secondFactorAt: null,
      endedAt: null,
    })),
  )
  await db.of(RoleGrants).insertMany(
    people.flatMap(([name, roles]) =>
      roles.map(([role, orgCode]) => ({
        _id: idOf('grt', `${name}${role}${orgCode}`),
        userId: idOf('usr', name),
        role,
        orgCode,
        from: LONG_AGO,
        to: null,
        revokedAt: null,
      })),
    ),
  )
}

const WRITTEN = [
  'notices',
  'revisions',
  'statuses',
  'publications',
  'idempotencyKeys',
  'auditEntries',
  'feedVersions',
  'guidance',
  'discrepancies',
  'discrepancyEvents',
  'channelProofs',
  'leakRecords',
  'removals',
  'jobs',
  'rosterVersions',
  'rosterEntries',
  'residencyClaims',
  'claimAttempts',
  'objections',
  'objectionEvents',
  'objectionCounters',
  'applications',
  'applicationEvents',
  'applicationPapers',
  'applicationCounters',
  'applicantVaults',
  'files',
  'fileChunks',
  'filePictures',
  'presentedRecords',
  'catalogueDrafts',
  'catalogueDraftRows',
  'villageCatalogues',
  'powerLists',
  'powerCases',
  'powerCaseEvents',
  'splitAlarmAnswers',
  'villageCatalogueRemarks',
  'itemLinks',
  'itemLinkVersions',
  'obligations',
  'triggerEvents',
  'matrixYears',
  'inspections',
  'holidayYears',
] as const

/** Versions of the street's catalogue that a test put into force go; those of the world are as they were. */
async function restoreCatalogues(db: Store): Promise<void> {
  const ids = CATALOGUES.map(({ _id }) => _id)
  const { deletedCount } = await db.of(Catalogues).collection.deleteMany({
    _id: { $nin: ids },
  } as unknown as Record<string, never>)
  if (deletedCount === 0) return
  await db.of(CatalogueItems).collection.deleteMany({ catalogueId: { $nin: ids } })
  for (const { _id, active, effectiveTo } of CATALOGUES) {
    await db.of(Catalogues).updateOne({ _id }, { active, effectiveTo })
  }
}

/** Takes away every notice and what belongs to it, and the villages' own lists; organisations, items and people stay. */
export async function clearNotices(db: Store): Promise<void> {
  await Promise.all(WRITTEN.map(name => db.connection.collection(name).deleteMany({})))
  for (const name of ['catalogues', 'catalogueItems'] as const) {
    await db.connection.collection(name).deleteMany({ orgCode: { $in: ['V1', 'V2', 'V9'] } })
  }
  await restoreCatalogues(db)
  await db.of(Orgs).collection.updateMany({}, { $unset: { obligationsFrom: '', conditions: '' } })
  await db.of(RoleGrants).collection.deleteMany({ from: { $ne: LONG_AGO } })
  await db.of(Logins).collection.updateMany({}, { $set: { endedAt: null } })
}

export const tokenOf = (server: TestServer, person: Person): string =>
  server.services.tokens.sign({ userId: userId(person), tokenVersion: 0, login: idOf('fam', person) })

/** A sound monthly statement: opening 100 yuan, one income, one expense. */
export function financeContent(period = '2026-10', openingFen = 10_000): NoticeContent {
  return {
    title: `${period}财务收支`,
    period,
    blocks: [
      {
        type: 'money',
        label: '收支明细',
        openingFen,
        lines: [
          { date: `${period}-05`, direction: 'income', item: '土地租金', amountFen: 50_000, voucher: '001' },
          { date: `${period}-12`, direction: 'expense', item: '道路清扫', amountFen: 12_345, voucher: '002' },
        ],
        closingFen: openingFen + 50_000 - 12_345,
      },
      { type: 'facts', label: '公开内容', entries: [{ label: '民主理财小组意见', value: '已审核，属实' }] },
    ],
  }
}

/** A joint meeting on the day on which the tests take place. */
export const MEETING = {
  heldOn: '2026-11-20',
  chair: '张书记',
  expected: 7,
  attended: 6,
  decision: '同意公开',
}

/** Calls of the workflow by person; each throws when the server refuses, so that a test reads as a story. */
export function storyOf(server: TestServer) {
  async function done<Page = WorkNoticePage>(
    person: Person,
    method: string,
    path: string,
    body: unknown,
  ): Promise<Page> {
    const answer = await server.ask<Page>(method, path, { token: tokenOf(server, person), body })
    if (answer.status >= 400) throw new Error(`${person} ${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }

  const create = (person: Person, input: Partial<CreateNotice> = {}) =>
    done(person, 'POST', '/notices', {
      orgCode: 'V1',
      itemId: ITEMS.finance._id,
      regards: null,
      content: financeContent(),
      ...input,
    })

  /** Stores a file of the person's organisation and gives what a notice names it by. */
  async function attach(person: Person, file: NonNullable<Asking['file']>, orgCode = 'V1') {
    const asking = { token: tokenOf(server, person), file }
    const { status, body, text } = await server.ask<UploadedFile>('POST', `/orgs/${orgCode}/files`, asking)
    if (status !== 201) throw new Error(`${person} attaches ${file.name}: ${status} ${text}`)
    return body.attachment
  }

  const appointmentCode = async (person: Person) =>
    (await done<AppointmentCode>(person, 'POST', '/me/appointment-code', {})).code

  const step = (person: Person, page: WorkNoticePage, name: string, body: object = {}) =>
    done(person, 'POST', `/notices/${page.notice.id}/${name}`, { version: page.notice.version, ...body })

  const give = (person: Person, role: Role, orgCode: string) => {
    const body = { userId: userId(person), role, from: '2026-11-01' }
    return done<Grant>('security-admin', 'POST', `/orgs/${orgCode}/grants`, body)
  }

  const meet = (person: Person, page: WorkNoticePage) => step(person, page, 'meeting', MEETING)

  return {
    ...{ appointmentCode, server, attach, create, step, give, meet },
    edit: (person: Person, page: WorkNoticePage, content: NoticeContent) =>
      done(person, 'PUT', `/notices/${page.notice.id}`, { version: page.notice.version, content }),
    submit: (person: Person, page: WorkNoticePage) => step(person, page, 'submit'),
    agree: (person: Person, page: WorkNoticePage) => step(person, page, 'sign-off', { opinion: 'agree' }),
    object: (person: Person, page: WorkNoticePage, reason: string) =>
      step(person, page, 'sign-off', { opinion: 'object', reason }),
    /** Imports a year of holidays and gives its id. */
    importHolidays: async (person: Person, body: ImportHolidays) => {
      const { items } = await done<HolidayYears>(person, 'POST', '/holidays', body)
      return items[0]!.id
    },
    /** Grants a role; one of staff is confirmed by the second administrator. */
    grant: async (person: Person, role: Role, orgCode: string) => {
      const given = await give(person, role, orgCode)
      if (given.state !== 'unconfirmed') return given
      return done<Grant>('system-admin', 'POST', `/grants/${given.id}/confirm`, { version: given.version })
    },
    /** Publishes; a village's notice that was only signed goes through its joint meeting first. */
    publish: async (person: Person, page: WorkNoticePage) => {
      const needsMeeting = page.notice.state === 'signed' && page.notice.orgCode.startsWith('V')
      return step(person, needsMeeting ? await meet(person, page) : page, 'publish')
    },
    /** 公示期满, without waiting for it. */
    end: async (page: WorkNoticePage): Promise<WorkNoticePage> => {
      const { services } = server
      const { id, edition } = page.notice
      await inTransaction(services, tx => endPublicity(tx, systemActs('notice.end', 'test'), id, edition))
      return (await server.ask<WorkNoticePage>('GET', `/work/${id}`, { token: tokenOf(server, 'head') })).body
    },
  }
}
