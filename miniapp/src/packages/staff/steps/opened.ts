import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'

type Seen = Pick<WorkNotice, 'id' | 'version'>

/** Notices opened since the app was started, with their version; not stored on the phone. */
const opened = new Map<string, number>()

export const rememberOpened = ({ id, version }: Seen): void => void opened.set(id, version)

/** True if the present version was opened. */
export const hasOpened = ({ id, version }: Seen): boolean => opened.get(id) === version
