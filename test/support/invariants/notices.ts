import { TRANSITIONS } from '../../../server/disclosure/notices/states'
import { type StorePicture, rowsIn } from '../faults/storePicture'
import { grouped } from './grouped'
import type { AuditRow } from '@server/platform/audit/auditEntries'
import type { NoticeRow } from '@server/disclosure/notices/models/notices'
import type { RevisionRow } from '@server/disclosure/notices/models/revisions'
import type { StatusRow } from '@server/disclosure/notices/models/statuses'

/** The rows of one notice. */
interface Whole {
  notice: NoticeRow
  /** In the order of their versions. */
  statuses: StatusRow[]
  revisions: RevisionRow[]
  audits: AuditRow[]
}

function historyFaults({ notice, statuses }: Whole): string[] {
  const last = statuses.at(-1)
  const versions = statuses.map(row => row.version)
  const faults = [
    last?.to !== notice.state && `state ${notice.state}, last status ${last?.to}`,
    versions.join() !== versions.map((_, at) => at + 1).join() && `versions ${versions.join()}`,
    versions.length !== notice.version && `version ${notice.version}, ${versions.length} statuses`,
  ]
  return faults.filter(fault => fault !== false)
}

/** Every row follows from the one before, by the transition table. */
function stepFaults({ statuses }: Whole): string[] {
  return statuses.flatMap((row, at) => {
    if (at === 0) return row.event === 'create' && row.from === null ? [] : ['history without a beginning']
    const before = statuses[at - 1]!.to
    const known = TRANSITIONS.some(
      step => step.event === row.event && step.from.includes(before) && (step.to ?? before) === row.to,
    )
    return known && row.from === before
      ? []
      : [`status ${row.version}: ${row.from} –${row.event}→ ${row.to} after ${statuses[at - 1]!.to}`]
  })
}

function revisionFaults({ notice, revisions }: Whole): string[] {
  const current = revisions.find(row => row._id === notice.revisionId)
  const faults = [
    !current && `revision ${notice.revisionId} is missing`,
    current && current.content.title !== notice.title && 'the title is not the revision’s',
    current && current.content.period !== notice.period && 'the period is not the revision’s',
    revisions.some(row => row.version > notice.version) && 'a revision of a version to come',
  ]
  return faults.filter(fault => typeof fault === 'string')
}

/** Nothing happens to a notice that the audit log does not record. */
const auditFaults = ({ statuses, audits }: Whole): string[] =>
  statuses
    .filter(
      ({ version, by }) =>
        !audits.some(entry => entry.actorId === by && (entry.detail?.version ?? 1) === version),
    )
    .map(({ version, event }) => `status ${version} (${event}) without an audit entry`)

/** Notices, their history, revisions and audit entries agree; nothing hangs in the air. */
export function brokenInNotices(picture: StorePicture): string[] {
  const statuses = grouped(rowsIn<StatusRow>(picture, 'statuses'), row => row.noticeId)
  const revisions = grouped(rowsIn<RevisionRow>(picture, 'revisions'), row => row.noticeId)
  const audits = grouped(rowsIn<AuditRow>(picture, 'auditEntries'), row => row.targetId)
  const notices = new Map(rowsIn<NoticeRow>(picture, 'notices').map(row => [row._id, row]))
  const stray = [...new Set([...statuses.keys(), ...revisions.keys()])].filter(id => !notices.has(id))
  const told = [...notices.values()].flatMap(notice => {
    const whole: Whole = {
      notice,
      statuses: (statuses.get(notice._id) ?? []).sort((one, other) => one.version - other.version),
      revisions: revisions.get(notice._id) ?? [],
      audits: audits.get(notice._id) ?? [],
    }
    const faults = [historyFaults, stepFaults, revisionFaults, auditFaults].flatMap(check => check(whole))
    return faults.map(fault => `notice ${notice._id}: ${fault}`)
  })
  return [...stray.map(id => `rows of ${id}, which is no notice`), ...told]
}
