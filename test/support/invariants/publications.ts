import { actionNames } from '@shared/texts/actions'
import { sha256Hex } from '@shared/common/hash'
import { type StorePicture, rowsIn } from '../faults/storePicture'
import { grouped } from './grouped'
import type { AuditRow } from '@server/platform/audit/auditEntries'
import type { FeedVersionRow } from '@server/platform/pages/pageVersions'
import type { LedgerEntryRow } from '@server/disclosure/ledger/models/ledgerEntries'
import type { NoticeRow } from '@server/disclosure/notices/models/notices'
import type { PresentedRecordRow } from '@server/disclosure/publications/models/presentedRecords'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'
import type { StatusRow } from '@server/disclosure/notices/models/statuses'

const edition = (row: { noticeId: string; edition: number }) => `${row.noticeId}/${row.edition}`

/**
 * What is public is what the history says was published: each edition once, the newest one alone live. Editions that were
 * erased by law are gone.
 */
export function brokenInPublications(picture: StorePicture): string[] {
  const publications = rowsIn<PublicationRow>(picture, 'publications')
  const published = rowsIn<StatusRow>(picture, 'statuses').filter(row => row.event === 'publish')
  const notices = new Set(rowsIn<NoticeRow>(picture, 'notices').map(row => row._id))
  const said = new Set(published.map(edition))
  const erased = rowsIn<LedgerEntryRow>(picture, 'ledgerEntries').filter(row => row.event === 'erase')
  const shown = new Set([...publications, ...erased].map(edition))
  return [
    ...published
      .filter(row => !shown.has(edition(row)))
      .map(row => `${edition(row)} was published and is not there`),
    ...publications
      .filter(row => !said.has(edition(row)))
      .map(row => `${edition(row)} is there and was not published`),
    ...publications.filter(row => !notices.has(row.noticeId)).map(row => `${row._id} is of no notice`),
    ...liveFaults(publications),
    ...recordFaults(publications, rowsIn<PresentedRecordRow>(picture, 'presentedRecords')),
    ...feedFaults(picture),
  ]
}

function liveFaults(publications: readonly PublicationRow[]): string[] {
  return [...grouped(publications, row => row.noticeId)].flatMap(([noticeId, rows]) => {
    const newest = Math.max(...rows.map(row => row.edition))
    const live = rows.filter(row => row.live).map(row => row.edition)
    if (rows.every(row => row.withdrawn)) return live.length === 0 ? [] : [`${noticeId}: withdrawn, but live`]
    return live.length === 1 && live[0] === newest
      ? []
      : [`${noticeId}: live editions ${live.join() || 'none'}, newest ${newest}`]
  })
}

/** Each edition that is not withdrawn has its frozen record, with the hashes that the ledger commits to; no other has one. */
function recordFaults(
  publications: readonly PublicationRow[],
  records: readonly PresentedRecordRow[],
): string[] {
  const left = new Map(records.map(record => [record._id, record]))
  const faults = publications.flatMap(({ _id, withdrawn, sha256, foldedSha256 }) => {
    const record = left.get(_id)
    left.delete(_id)
    if (withdrawn || !record) {
      return Boolean(withdrawn) === !record ? [] : [`${_id}: record ${record ? 'kept' : 'missing'}`]
    }
    const folded = record.folded === null ? null : sha256Hex(record.folded)
    return sha256Hex(record.canonical) === sha256 && folded === foldedSha256 ? [] : [`${_id}: another record`]
  })
  return [...faults, ...[...left.keys()].map(id => `${id}: record of no edition`)]
}

const FEED_EVENTS = new Set<StatusRow['event']>(['publish', 'withdraw', 'restore'])

/** Actions, besides publishing and withdrawing, that readers of a feed can see. */
const TOLD = new Set([
  'notice.erase',
  // Its name until an erasure took two sides.
  'ledger.erase',
  ...actionNames('villageCatalogue.activate'),
  ...actionNames('catalogueDraft.activate'),
])

const isTold = ({ action, detail }: AuditRow): boolean =>
  TOLD.has(action) && (action !== 'notice.erase' || detail?.['index'] !== undefined)

/** The feed’s counter has moved once for each publication, withdrawal, erasure and list that was put into force. */
function feedFaults(picture: StorePicture): string[] {
  const steps = rowsIn<StatusRow>(picture, 'statuses').filter(({ event }) => FEED_EVENTS.has(event))
  const deeds = rowsIn<AuditRow>(picture, 'auditEntries').filter(isTold)
  const byOrg = grouped<{ orgCode: string | null }>([...steps, ...deeds], row => row.orgCode ?? '')
  const feeds = new Map(rowsIn<FeedVersionRow>(picture, 'feedVersions').map(row => [row._id, row.version]))
  return [...new Set([...byOrg.keys(), ...feeds.keys()])].flatMap(orgCode => {
    const [moved, rows] = [feeds.get(orgCode) ?? 0, byOrg.get(orgCode)?.length ?? 0]
    return moved === rows ? [] : [`feed of ${orgCode}: version ${moved}, ${rows} changes`]
  })
}
