import { syslogLine } from '@server/platform/audit/syslog'
import type { AuditRow } from '@server/platform/audit/auditEntries'

/** The grammar of RFC 5424 §6, as far as a line of the audit log uses it. */
const LINE =
  /^<(\d{1,3})>1 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) \[([!#-<>-\\^-~]{1,32})((?: [!#-<>-\\^-~]{1,32}="(?:[^"\\\]]|\\["\\\]])*")*)\] \uFEFF(.*)$/

const row = (change: Partial<AuditRow> = {}): AuditRow => ({
  ...{
    _id: 'aud_1',
    at: new Date('2026-11-20T02:00:00.000Z'),
    outcome: 'done',
    actorId: 'usr_1',
    actorName: '甲',
  },
  ...{
    action: 'notice.publish',
    orgCode: 'V1',
    path: ['V1'],
    targetId: 'ntc_1',
    requestId: 'r1',
    detail: null,
  },
  ...change,
})

test('an entry is one line of RFC 5424: facility 13, severity by outcome, its facts as structured data', () => {
  const found = LINE.exec(syslogLine(row({ detail: { edition: 2 } }), 'example.gov.cn'))!
  expect(found.slice(1, 8)).toEqual(['110', '2026-11-20T02:00:00.000Z', 'example.gov.cn', 'mingbai', '-', 'notice.publish', 'mingbai@32473']) // prettier-ignore
  expect(found[8]).toBe(
    ' edition="2" id="aud_1" outcome="done" actor="usr_1" org="V1" target="ntc_1" request="r1"',
  )
  expect(found[9]).toContain('甲')
  expect(LINE.exec(syslogLine(row({ outcome: 'refused' }), ''))!.slice(1, 4)).toEqual(['108', '2026-11-20T02:00:00.000Z', '-']) // prettier-ignore
})

test('no value ends the data early or begins a line of its own', () => {
  const line = syslogLine(row({ targetId: 'x"] evil\\\n<110>1 forged', action: '发布 notice' }), 'h')
  expect(line.split('\n')).toHaveLength(1)
  const found = LINE.exec(line)!
  expect(found[6]).toBe('notice')
  expect(found[8]).toContain('target="x\\"\\] evil\\\\ <110>1 forged"')
})
