import type {
  ArchiveNotice,
  CheckNotice,
  ConfirmNotice,
  CorrectNotice,
  CreateNotice,
  EditNotice,
  GuideNotice,
  MeetNotice,
  OrderNotice,
  PublishNotice,
  ScheduleNotice,
  SignOffNotice,
  SubmitNotice,
  UnscheduleNotice,
  WithdrawNotice,
  WorkNoticePage,
} from '../contract/disclosure/noticeWorkflow'
import type { WriteOptions } from './call'

type Write = <Body>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  idempotencyKey: string,
) => Promise<Body>

/** Writing, signing, publishing and all that comes after: one method for each step of a notice. */
export function noticeCalls(write: Write) {
  const at = (id: string) => `/notices/${encodeURIComponent(id)}`
  const step =
    <Body>(name: string) =>
    (id: string, body: Body, key: WriteOptions) =>
      write<WorkNoticePage>('POST', `${at(id)}/${name}`, body, key.idempotencyKey)
  return {
    createNotice: (body: CreateNotice, key: WriteOptions) =>
      write<WorkNoticePage>('POST', '/notices', body, key.idempotencyKey),
    editNotice: (id: string, body: EditNotice, key: WriteOptions) =>
      write<WorkNoticePage>('PUT', at(id), body, key.idempotencyKey),
    checkNotice: step<CheckNotice>('check'),
    submitNotice: step<SubmitNotice>('submit'),
    signOffNotice: step<SignOffNotice>('sign-off'),
    recordMeeting: step<MeetNotice>('meeting'),
    scheduleNotice: step<ScheduleNotice>('schedule'),
    unscheduleNotice: step<UnscheduleNotice>('unschedule'),
    publishNotice: step<PublishNotice>('publish'),
    correctNotice: step<CorrectNotice>('correct'),
    withdrawNotice: step<WithdrawNotice>('withdraw'),
    confirmNotice: step<ConfirmNotice>('confirm'),
    archiveNotice: step<ArchiveNotice>('archive'),
    orderCorrection: step<OrderNotice>('order'),
    commentOnNotice: step<GuideNotice>('comment'),
    remindOfNotice: step<GuideNotice>('remind'),
  }
}
