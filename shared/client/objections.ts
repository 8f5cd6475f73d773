import type {
  AnswerObjection,
  CannedReasons,
  EscalateObjection,
  FileObjection,
  NoticeObjections,
  ObjectionList,
  ObjectionPage,
  RefuseObjection,
  SettleObjection,
  StepObjection,
} from '../contract/participation/objection'
import type { Household } from '../contract/reading/household'
import type {
  ClaimPage,
  ClaimRelative,
  ClaimResidence,
  ConfirmClaim,
  MyClaims,
  OwnClaim,
  RefuseClaim,
  RosterPage,
  RosterReport,
  StaffClaim,
} from '../contract/people/roster'
import type { Caller, PageOptions, WriteOptions } from './call'

const segment = encodeURIComponent

/** Objections 异议, for villagers and for those who answer. */
export function objectionMethods({ read, write }: Caller) {
  const step = (id: string, name: string, body: unknown, { idempotencyKey }: WriteOptions) =>
    write<ObjectionPage>('POST', `/objections/${segment(id)}/${name}`, body, idempotencyKey)
  return {
    noticeObjections: (id: string) => read<NoticeObjections>(`/notices/${segment(id)}/objections`),
    cannedReasons: () => read<CannedReasons>('/canned-reasons'),
    myObjections: (query: PageOptions = {}) => read<ObjectionList>('/me/objections', query),
    /** Staff: `waiting` is what somebody has to act on, the longest due first. */
    objectionDesk: (code: string, query: PageOptions & { show?: 'waiting' | 'rest' } = {}) =>
      read<ObjectionList>(`/orgs/${segment(code)}/objections`, query),
    objection: (id: string) => read<ObjectionPage>(`/objections/${segment(id)}`),
    fileObjection: (noticeId: string, body: Partial<FileObjection>, key: WriteOptions) =>
      write<ObjectionPage>('POST', `/notices/${segment(noticeId)}/objections`, body, key.idempotencyKey),
    settleObjection: (id: string, body: SettleObjection, key: WriteOptions) => step(id, 'settle', body, key),
    escalateObjection: (id: string, body: EscalateObjection, key: WriteOptions) =>
      step(id, 'escalate', body, key),
    withdrawObjection: (id: string, body: StepObjection, key: WriteOptions) =>
      step(id, 'withdraw', body, key),
    answerObjection: (id: string, body: AnswerObjection, key: WriteOptions) => step(id, 'answer', body, key),
    releaseObjection: (id: string, body: StepObjection, key: WriteOptions) => step(id, 'release', body, key),
    refuseObjection: (id: string, body: RefuseObjection, key: WriteOptions) => step(id, 'refuse', body, key),
  }
}

type Upload<File> = ((path: string, file: File, key: WriteOptions) => Promise<RosterReport>) | undefined

/** The villagers' roll and who is verified by it 村民名册、村民认证. */
export function rosterMethods<File>({ read, write }: Caller, upload: Upload<File>) {
  const decide = (id: string, name: string, body: unknown, { idempotencyKey }: WriteOptions) =>
    write<StaffClaim>('POST', `/claims/${segment(id)}/${name}`, body, idempotencyKey)
  return {
    roll: (code: string, query: PageOptions & { name?: string } = {}) =>
      read<RosterPage>(`/orgs/${segment(code)}/roll`, query),
    importRoll: (code: string, file: File, key: WriteOptions): Promise<RosterReport> => {
      if (!upload) throw new Error('createClient was given no `upload`')
      return upload(`/orgs/${segment(code)}/roll`, file, key)
    },
    /** 我家的: own lines of published lists. */
    household: () => read<Household>('/me/household'),
    myClaims: () => read<MyClaims>('/me/residence'),
    claimResidence: (body: ClaimResidence, key: WriteOptions) =>
      write<OwnClaim>('POST', '/me/residence', body, key.idempotencyKey),
    claimRelative: (body: ClaimRelative, key: WriteOptions) =>
      write<OwnClaim>('POST', '/me/relatives', body, key.idempotencyKey),
    claims: (code: string, query: PageOptions & { state?: string } = {}) =>
      read<ClaimPage>(`/orgs/${segment(code)}/claims`, query),
    confirmClaim: (id: string, body: ConfirmClaim, key: WriteOptions) => decide(id, 'confirm', body, key),
    refuseClaim: (id: string, body: RefuseClaim, key: WriteOptions) => decide(id, 'refuse', body, key),
    endClaim: (id: string, body: RefuseClaim, key: WriteOptions) => decide(id, 'end', body, key),
  }
}
