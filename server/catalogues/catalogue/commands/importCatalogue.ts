import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { PreparedCatalogue } from '@server/documents/catalogue/readParts'
import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import { catalogueActivated } from '../events'
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
async function keysOf(tx: Tx, org: OrgRow, { area, rows }: Part): Promise<string[]> {
  const before = await versionInForce(tx, org._id, area)
  const items = before
    ? await tx
        .of(CatalogueItems)
        .find({ catalogueId: before._id }, { key: 1, path: 1 })
        .sort({ order: 1 })
        .lean<Pick<CatalogueItemRow, 'key' | 'path'>[]>()
        .exec()
    : []
  return keysAfter(area, rows, items)
}

async function storePart(
  tx: Tx,
  by: Authorised<'catalogueDraft.import'>,
  { org, prepared }: Props,
  part: Part,
): Promise<CatalogueRow> {
  const { area, title, rows } = part
  const keys = await keysOf(tx, org, part)
  const items = rows.map((columns, order) => ({ key: keys[order]!, columns, uncertain: columns.uncertain }))
  const { source } = prepared
  const catalogue = await storeVersion(tx, { org, area, title, source, effectiveFrom: null, items })
  const detail = { version: catalogue.version, items: catalogue.itemCount, sha256: source.sha256 }
  await audit(tx, by, { orgCode: org._id, id: catalogue._id }, detail)
  return catalogue
}

/**
 * Stores a catalogue as a new version 目录新版本 of each of its areas and activates it at once, for operators on the command line;
 * the street's staff use drafts. Items keep their keys, so that notices stay attached.
 * @throws AppError 409 `catalogue-conflict` after a concurrent import of the same area
 */
export async function importCatalogue(
  tx: Tx,
  by: Authorised<'catalogueDraft.import'>,
  props: Props,
): Promise<CatalogueRow[]> {
  const stored: CatalogueRow[] = []
  try {
    for (const part of props.prepared.parts) stored.push(await storePart(tx, by, props, part))
  } catch (error) {
    throw isDuplicate(error, 'catalogues') ? conflict('catalogue-conflict') : error
  }
  await tx.emit(catalogueActivated, { org: props.org, catalogues: stored, at: tx.now })
  return stored
}
