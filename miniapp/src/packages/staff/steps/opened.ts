import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'

type Seen = Pick<WorkNotice, 'id' | 'version'>

/** Which notices this person has opened since the app was started, and in which version: not kept on the phone. */
const opened = new Map<string, number>()

export const rememberOpened = ({ id, version }: Seen): void => void opened.set(id, version)

/** Opened as it stands now: whatever was changed since has to be opened again. */
export const hasOpened = ({ id, version }: Seen): boolean => opened.get(id) === version
