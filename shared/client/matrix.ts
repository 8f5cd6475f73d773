import type {
  Coverage,
  MatrixCell,
  ObligationMatrix,
  DrawInspection,
  Inspection,
  InspectionList,
  RecordInspection,
  Today,
} from '../contract/disclosure/matrix'
import type {
  Conditions,
  Obligation,
  ObligationList,
  EventList,
  MarkNotApplicable,
  PutConditions,
  RecordEvent,
  RecordedEvent,
  RemindObligation,
  RestoreObligation,
  RetractEvent,
  TriggerEvent,
} from '../contract/disclosure/obligation'
import type { AnswerSplit, SplitAlarms, SplitAlarm } from '../contract/power/splitAlarm'
import type { Caller, PageOptions, WriteOptions } from './call'

const segment = encodeURIComponent

/** Duties 公开义务 and the desk 工作台矩阵. */
export const matrixMethods = ({ read, write }: Caller) => ({
  /** An organisation's duties, the first due first. */
  duties: (code: string, query: PageOptions & { month?: string; show?: string } = {}) =>
    read<ObligationList>(`/orgs/${segment(code)}/obligations`, query),
  /** One press: something happened on a day, and the clocks of these items start. */
  recordEvent: (
    code: string,
    body: Omit<RecordEvent, 'amountFen'> & Partial<RecordEvent>,
    key: WriteOptions,
  ) => write<RecordedEvent>('POST', `/orgs/${segment(code)}/events`, body, key.idempotencyKey),
  /** What was recorded, newest first. */
  events: (code: string, query: PageOptions = {}) => read<EventList>(`/orgs/${segment(code)}/events`, query),
  retractEvent: (id: string, body: RetractEvent, key: WriteOptions) =>
    write<TriggerEvent>('POST', `/events/${segment(id)}/retract`, body, key.idempotencyKey),
  markNotApplicable: (id: string, body: MarkNotApplicable, key: WriteOptions) =>
    write<Obligation>('POST', `/obligations/${segment(id)}/not-applicable`, body, key.idempotencyKey),
  restoreDuty: (id: string, body: RestoreObligation, key: WriteOptions) =>
    write<Obligation>('POST', `/obligations/${segment(id)}/restore`, body, key.idempotencyKey),
  /** The street reminds the village of a duty. */
  remindDuty: (id: string, body: RemindObligation, key: WriteOptions) =>
    write<Obligation>('POST', `/obligations/${segment(id)}/remind`, body, key.idempotencyKey),
  putConditions: (code: string, body: PutConditions, key: WriteOptions) =>
    write<Conditions>('PUT', `/orgs/${segment(code)}/conditions`, body, key.idempotencyKey),
  /** Villages × items × months of a street or district; a village gets its own row. */
  desk: (code: string, query: { year?: number } = {}) =>
    read<ObligationMatrix>(`/orgs/${segment(code)}/desk`, query),
  deskCell: (code: string, query: { village: string; item: string; month: string }) =>
    read<MatrixCell>(`/orgs/${segment(code)}/desk/cell`, query),
  coverage: (code: string, query: { year?: number } = {}) =>
    read<Coverage>(`/orgs/${segment(code)}/coverage`, query),
  /** What needs somebody today: due, late, missing, different. */
  today: (code: string) => read<Today>(`/orgs/${segment(code)}/today`),
  /** Cases of the villages: by state, late, votes, stopped, split up as it looks. */
  caseDesk: (code: string) => read<SplitAlarms>(`/orgs/${segment(code)}/desk/cases`),
  /** What the street found out about matters that look split up. */
  answerSplit: (code: string, id: string, body: AnswerSplit, key: WriteOptions) =>
    write<SplitAlarm>(
      'POST',
      `/orgs/${segment(code)}/splits/${segment(id)}/answer`,
      body,
      key.idempotencyKey,
    ),
  inspections: (code: string) => read<InspectionList>(`/orgs/${segment(code)}/inspections`),
  /** Draws cells by chance. */
  drawInspection: (
    code: string,
    body: Pick<DrawInspection, 'year'> & Partial<DrawInspection>,
    key: WriteOptions,
  ) => write<Inspection>('POST', `/orgs/${segment(code)}/inspections`, body, key.idempotencyKey),
  inspection: (id: string) => read<Inspection>(`/inspections/${segment(id)}`),
  /** What was seen in one cell. */
  recordInspection: (id: string, body: RecordInspection, key: WriteOptions) =>
    write<Inspection>('POST', `/inspections/${segment(id)}/results`, body, key.idempotencyKey),
})

/** Addresses of the workbooks, below the API's, for a download with the login's token. */
export const matrixExports = {
  matrix: (code: string, year: number) => `/orgs/${segment(code)}/desk/export?year=${year}`,
  coverage: (code: string, year: number) => `/orgs/${segment(code)}/coverage/export?year=${year}`,
  inspection: (id: string) => `/inspections/${segment(id)}/export`,
}
