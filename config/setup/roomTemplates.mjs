/**
 * Templates of `npm run new:room`: the files of a room and the lines that join it to the rest. The skeleton keeps one
 * text for each organisation, read by everybody and changed by its editor.
 */

/** Where the program is joined: each text is inserted before its anchor, which occurs once in the file. */
export const joins = ({ wing, room, type, label }) => [
  {
    file: 'server/compose.ts',
    anchor: '\n/** Lists every room in dependency order',
    text: `import { ${room} } from '@server/${wing}/${room}/feature'
import { ${room}Changed } from '@server/${wing}/${room}'
`,
  },
  { file: 'server/compose.ts', anchor: ']\n\nexport const COLLECTIONS = [', text: `  ${room},\n` },
  {
    file: 'server/compose.ts',
    anchor: ']\n\n/** Maps each question of a room',
    text: `  on(${room}Changed),\n`,
  },
  {
    file: 'server/policies.ts',
    anchor: '\n/** Policy tables of all rooms',
    text: `import { POLICIES as ${room}Policies } from '@server/${wing}/${room}/policy'\n`,
  },
  { file: 'server/policies.ts', anchor: ']\n\n/** The closed list', text: `  ${room}Policies,\n` },
  { file: 'server/policies.ts', anchor: '}\n\nexport type Action', text: `  ...${room}Policies,\n` },
  {
    file: 'shared/texts/actions.ts',
    anchor: "  'catalogue.list':",
    text: `  '${room}.change': '修改${label}',\n`,
  },
  {
    file: `shared/contract/${wing}/endpoints.ts`,
    anchor: '\n/** Endpoints of ',
    text: `import { Change${type}, ${type}Page } from './${room}'\n`,
  },
  {
    file: `shared/contract/${wing}/endpoints.ts`,
    anchor: /\}\)\s*$/,
    text: `  'GET /orgs/:code/${room}': { params: ByOrg, query: NoQuery, response: ${type}Page },
  'POST /orgs/:code/${room}/change': { params: ByOrg, body: Change${type}, response: ${type}Page },
`,
  },
]

/** For a wing whose contract is empty: its list of endpoints, and the lines that join it to the contract. */
export const newWing = ({ wing }) => ({
  files: {
    [`shared/contract/${wing}/endpoints.ts`]: `import { endpoints } from '../endpoint'
import { ByOrg, NoQuery } from '../common'

/** Endpoints of the wing ${wing}. */
export const ${wing}Endpoints = endpoints({
})
`,
  },
  joins: [
    {
      file: 'shared/contract/index.ts',
      anchor: '\n/** Every endpoint of the API',
      text: `import { ${wing}Endpoints } from './${wing}/endpoints'\n`,
    },
    { file: 'shared/contract/index.ts', anchor: '}\nexport type Contract', text: `  ...${wing}Endpoints,\n` },
  ],
})

/** Every file of the room and of its contract, by path. */
export const roomFiles = ({ wing, room, type, label }) => {
  const at = `server/${wing}/${room}`
  return {
    [`shared/contract/${wing}/${room}.ts`]: `import { z } from 'zod'
import { Instant } from '../common'
import { OrgRef } from '../people/org'

/** ${label} of one organisation. */
export const ${type}Page = z.object({
  org: OrgRef,
  /** Empty before the first change. */
  text: z.string(),
  updatedAt: Instant.nullable(),
})
export type ${type}Page = z.infer<typeof ${type}Page>

export const Change${type} = z.strictObject({ text: z.string().trim().min(1).max(2000) })
export type Change${type} = z.infer<typeof Change${type}>
`,
    [`${at}/index.ts`]: `export { ${room}Changed } from './events'
`,
    [`${at}/feature.ts`]: `import { defineFeature } from '@server/http/feature'
import { ${type} } from './models/${room}'
import { POLICIES } from './policy'
import { ${room}Routes } from './routes/${room}'

export const ${room} = defineFeature({
  collections: [${type}],
  policies: POLICIES,
  routes: ${room}Routes,
})
`,
    [`${at}/policy.ts`]: `import { type Actor, type OrgTarget, type Refusal, holds, refusedUnless } from '@server/platform/access/actor'
import { definePolicies } from '@server/platform/access/policies'

const mayChange = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(holds(actor, org.code, 'editor', 'head'))

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  '${room}.change': mayChange,
} as const

export const { authorize } = definePolicies(POLICIES)
`,
    [`${at}/events.ts`]: `import { defineEvent } from '@server/platform/events'

/** ${label} of an organisation has been changed. */
export const ${room}Changed = defineEvent<{ orgCode: string; at: Date }>('${room}Changed')
`,
    [`${at}/models/${room}.ts`]: `import { defineCollection, instant, text } from '@server/platform/store/collection'

/** ${label} of one organisation. */
export interface ${type}Row {
  /** Code of the organisation. */
  _id: string
  text: string
  updatedAt: Date
}

export const ${type} = defineCollection<${type}Row>({
  name: '${room}',
  fields: { _id: text, text, updatedAt: instant },
  indexes: [],
})
`,
    [`${at}/queries/${room}.ts`]: `import { type OrgRow, requireOrg } from '@server/people/orgs'
import type { Db } from '@server/platform/store/db'
import { ${type}, type ${type}Row } from '../models/${room}'

/** An organisation with its row; null before the first change. */
export interface ${type}Place {
  org: OrgRow
  row: ${type}Row | null
}

/** @throws AppError 404 \`org-not-found\` */
export async function require${type}(db: Db, code: string): Promise<${type}Place> {
  const org = await requireOrg(db, code, 'code')
  return { org, row: await db.of(${type}).findById(org._id).lean<${type}Row>().exec() }
}
`,
    [`${at}/commands/change${type}.ts`]: `import { chinaDate } from '@shared/common/period'
import type { Change${type} } from '@shared/contract/${wing}/${room}'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { requirementsUnmet } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { ${room}Changed } from '../events'
import { ${type} } from '../models/${room}'
import type { ${type}Place } from '../queries/${room}'

/**
 * Changes the text of an organisation.
 * @throws AppError 422 for personal data in the text
 */
export async function change${type}(
  tx: Tx,
  by: Authorised<'${room}.change'>,
  { org }: ${type}Place,
  { text }: Change${type},
): Promise<void> {
  const issues = wordsIssues({ text }, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  await tx.of(${type}).updateOne({ _id: org._id }, { $set: { text, updatedAt: tx.now } }, { upsert: true })
  await audit(tx, by, { orgCode: org._id, id: org._id })
  await tx.emit(${room}Changed, { orgCode: org._id, at: tx.now })
}
`,
    [`${at}/presenters/${room}.ts`]: `import type { ${type}Page } from '@shared/contract/${wing}/${room}'
import { presentOrgRef } from '@server/people/orgs'
import type { ${type}Place } from '../queries/${room}'

export const present${type} = ({ org, row }: ${type}Place): ${type}Page => ({
  org: presentOrgRef(org),
  text: row?.text ?? '',
  updatedAt: row?.updatedAt.toISOString() ?? null,
})
`,
    [`${at}/routes/${room}.ts`]: `import { publicRead, staffWrite } from '@server/http/route'
import { orgTarget } from '@server/people/orgs'
import { change${type} } from '../commands/change${type}'
import { authorize } from '../policy'
import { present${type} } from '../presenters/${room}'
import { require${type} } from '../queries/${room}'

const tag = '${label}'

export const ${room}Routes = [
  publicRead('GET /orgs/:code/${room}', {
    tag,
    summary: '看${label}',
    handle: async ({ services: { db }, params: { code } }) => present${type}(await require${type}(db, code)),
  }),
  staffWrite('POST /orgs/:code/${room}/change', {
    tag,
    summary: '修改${label}',
    handle: ({ commit, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const place = await require${type}(tx, code)
        const by = authorize(caller, '${room}.change', orgTarget(place.org))
        await change${type}(tx, by, place, body)
        return present${type}(await require${type}(tx, code))
      }),
  }),
]
`,
  }
}
