import type { PreparedCatalogue } from '@server/documents/catalogue/readParts'
import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import { catalogueActivated } from '../events'
import { audit } from '@server/platform/access/commandContext'
import type { TransactionContext } from '@server/platform/access/commandContext'
import { keysAfter } from './itemKeys'
import { storeVersion, versionInForce } from './storeVersion'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import type { CatalogueRow } from '../models/catalogues'
import type { OrgRow } from '@server/people/orgs'

interface Props {
  org: OrgRow
  prepared: PreparedCatalogue
}

type Part = PreparedCatalogue['parts'][number]

/** Returns the keys of the rows; a row with the name of an item in force takes its key. */
async function keysOf(deed: TransactionContext, org: OrgRow, { area, rows }: Part): Promise<string[]> {
  const before = await versionInForce(deed, org._id, area)
  const items = before
    ? await deed.services.db
        .of(CatalogueItems)
        .find({ catalogueId: before._id }, { key: 1, path: 1 })
        .sort({ order: 1 })
        .lean<Pick<CatalogueItemRow, 'key' | 'path'>[]>()
        .exec()
    : []
  return keysAfter(area, rows, items)
}

async function storePart(
  deed: TransactionContext,
  { org, prepared }: Props,
  part: Part,
): Promise<CatalogueRow> {
  const { area, title, rows } = part
  const keys = await keysOf(deed, org, part)
  const items = rows.map((columns, order) => ({ key: keys[order]!, columns, uncertain: columns.uncertain }))
  const { source } = prepared
  const catalogue = await storeVersion(deed, { org, area, title, source, effectiveFrom: null, items })
  const detail = { version: catalogue.version, items: catalogue.itemCount, sha256: source.sha256 }
  await audit(deed, 'catalogue.import', { orgCode: org._id, id: catalogue._id }, detail)
  return catalogue
}

/**
 * Stores a catalogue as a new version 目录新版本 of each of its areas and activates it at once, for operators on the command line;
 * the street's staff use drafts. Items keep their keys, so that notices stay attached. Runs in the caller's transaction.
 * @throws AppError 409 `catalogue-conflict` after a concurrent import of the same area
 */
export async function importCatalogue(deed: TransactionContext, props: Props): Promise<CatalogueRow[]> {
  const stored: CatalogueRow[] = []
  try {
    for (const part of props.prepared.parts) stored.push(await storePart(deed, props, part))
  } catch (error) {
    throw isDuplicate(error, 'catalogues') ? conflict('catalogue-conflict') : error
  }
  const { db, clock } = deed.services
  await db.emit(catalogueActivated, { org: props.org, catalogues: stored, at: clock.now() })
  return stored
}
