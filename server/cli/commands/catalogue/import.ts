import { operatorActs } from '@server/platform/access/caller'
import { basename } from 'node:path'
import type { ImportResult } from '@shared/contract/disclosure/noticeWorkflow'
import { createDraft } from '@server/catalogues/catalogue/commands/createDraft'
import { importCatalogue } from '@server/catalogues/catalogue/commands/importCatalogue'
import { prepareCatalogue } from '@server/catalogues/catalogue/commands/readCatalogueUpload'
import { prepareDraft } from '@server/catalogues/catalogue/commands/readDraftUpload'
import { IMPORT_LIMITS } from '@server/documents/limits'
import { presentCatalogueVersion } from '@server/catalogues/catalogue/presenters/catalogue'
import { inTransaction } from '@server/platform/store/transaction'
import { UsageError, readArguments } from '../../command'
import { readInput } from '../../io'
import { withStore } from '../../withStore'
import { requireOrg } from '@server/people/orgs/queries/orgs'

const BY_OPERATOR = operatorActs('catalogueDraft.import', 'cli')

interface Wanted {
  path: string
  org: string
  sheet?: string
  area?: string
  draft: boolean
}

function wantedOf(args: string[]): Wanted {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, {
    org: text,
    sheet: text,
    area: text,
    draft: { type: 'boolean' },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new UsageError('请给出一个文件')
  if (!values.org) throw new UsageError('请用 --org 写明机构代码')
  return { path, org: values.org, sheet: values.sheet, area: values.area, draft: values.draft === true }
}

/** Output of `--draft`: the stored draft, which the street's staff continue. */
export interface DraftStored {
  draft: { id: string; rows: number; open: number }
  known: string | null
}

async function storeDraft({ path, org: code, sheet, area }: Wanted): Promise<DraftStored> {
  const bytes = await readInput(path, IMPORT_LIMITS.fileBytes)
  const prepared = await prepareDraft({ file: basename(path), bytes, sheet, area })
  return withStore(async ({ db, clock }) => {
    const org = await requireOrg(db, code, 'org')
    const { draft, known } = await inTransaction({ db, clock }, tx =>
      createDraft(tx, BY_OPERATOR, org, prepared),
    )
    return { draft: { id: draft._id, rows: draft.rowCount, open: draft.open }, known }
  })
}

async function store({ path, org: code, sheet, area }: Wanted): Promise<ImportResult> {
  const bytes = await readInput(path, IMPORT_LIMITS.fileBytes)
  const prepared = await prepareCatalogue({ file: basename(path), bytes, sheet, area })
  return withStore(async ({ db, clock }) => {
    const org = await requireOrg(db, code, 'org')
    const stored = await inTransaction({ db, clock }, tx =>
      importCatalogue(tx, BY_OPERATOR, { org, prepared }),
    )
    return {
      catalogues: stored.map(presentCatalogueVersion),
      rows: stored.reduce((sum, catalogue) => sum + catalogue.itemCount, 0),
      warnings: prepared.warnings,
    }
  })
}

/**
 * Runs `catalogue import FILE --org CODE [--sheet NAME] [--area NAME] [--draft]` → ImportResult. Stores the file as a
 * new version of the organisation's catalogue, one for each area; needs the configured database. `--area` gives the
 * 领域 of the file, or of the rows of a mixed file that have none. `--draft` stores a draft instead, for the street's
 * staff to check and activate → DraftStored.
 */
export async function run(args: string[]): Promise<ImportResult | DraftStored> {
  const wanted = wantedOf(args)
  return await (wanted.draft ? storeDraft(wanted) : store(wanted))
}
