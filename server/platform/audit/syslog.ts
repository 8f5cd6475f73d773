import { OUTCOME_TEXTS, actionText } from '@shared/texts/actions'
import type { AuditRow } from './auditEntries'

/** Facility “log audit” and severities of RFC 5424 §6.2.1. */
const FACILITY = 13
const SEVERITY = { done: 6, read: 6, refused: 4 } as const
const VERSION = 1
/** Name of the data's kind; 32473 is the number that RFC 5612 gives to who has none of its own. */
const DATA_ID = 'mingbai@32473'
const LONGEST_NAME = 32
const BOM = '\uFEFF'

const escaped = (value: string): string => value.replace(/["\\\]]/g, '\\$&').replace(/[\r\n]/g, ' ')
const nameOf = (key: string): string => key.replace(/[^!#-<>-\\^-~]/g, '').slice(0, LONGEST_NAME)

/** Writes an entry of the operations log 操作日志 as one line of syslog, RFC 5424; `host`: who sends it. */
export function syslogLine(row: AuditRow, host: string): string {
  const { _id, at, outcome, actorId, actorName, action, orgCode, targetId, requestId, detail } = row
  const facts = {
    ...detail,
    id: _id,
    outcome,
    actor: actorId,
    org: orgCode,
    target: targetId,
    request: requestId,
  }
  const data = Object.entries(facts)
    .filter(([, value]) => value !== '' && value !== null)
    .map(([key, value]) => ` ${nameOf(key)}="${escaped(String(value))}"`)
    .join('')
  const head = `<${FACILITY * 8 + SEVERITY[outcome]}>${VERSION} ${at.toISOString()} ${host || '-'} mingbai -`
  const said = [actorName, actionText(action), OUTCOME_TEXTS[outcome]].join(' ')
  return `${head} ${nameOf(action) || '-'} [${DATA_ID}${data}] ${BOM}${said}`
}
