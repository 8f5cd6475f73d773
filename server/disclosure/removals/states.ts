import type { RemovalKind, RemovalSide, RemovalState } from '@shared/contract/disclosure/removedNotice'

/** Sides that have to agree: a withdrawal is hidden already and confirmed by one, an erasure waits for both. */
export const SIDES_NEEDED: Readonly<Record<RemovalKind, readonly RemovalSide[]>> = {
  withdrawal: ['supervisors'],
  erasure: ['supervisors', 'street'],
}

/** State once everybody has agreed. */
export const AGREED: Readonly<Record<RemovalKind, RemovalState>> = {
  withdrawal: 'confirmed',
  erasure: 'erased',
}

/** State once a side has refused. */
export const REFUSED: Readonly<Record<RemovalKind, RemovalState>> = {
  withdrawal: 'returned',
  erasure: 'refused',
}

/** States in which the words are gone from the public: lists show the removal in their place. */
const GONE: readonly RemovalState[] = ['waiting', 'confirmed', 'erased']

/** Whether public lists show a removal: a proposed erasure does not, the notice itself is still there. */
export const isShown = ({ kind, state }: { kind: RemovalKind; state: RemovalState }): boolean =>
  GONE.includes(state) && !(kind === 'erasure' && state === 'waiting')

/** Whether the public register lists a removal: everything that was ever hidden or erased. */
export const isRegistered = ({ kind, state }: { kind: RemovalKind; state: RemovalState }): boolean =>
  kind === 'withdrawal' || state === 'erased'

const WORDS: Readonly<Record<RemovalState, Readonly<Record<RemovalKind, string>>>> = {
  waiting: { withdrawal: '已撤回，等确认', erasure: '依法删除，等同意' },
  confirmed: { withdrawal: '已撤回', erasure: '已依法删除' },
  returned: { withdrawal: '撤回没有成立，已恢复公开', erasure: '没有删除' },
  replaced: { withdrawal: '已撤回，更正后重新公开', erasure: '没有删除' },
  erased: { withdrawal: '已撤回', erasure: '已依法删除' },
  refused: { withdrawal: '撤回没有成立', erasure: '没有同意删除' },
  dropped: { withdrawal: '撤回没有成立', erasure: '提议已收回' },
}

/** Returns a removal's state in words. */
export const removalWord = ({ kind, state }: { kind: RemovalKind; state: RemovalState }): string =>
  WORDS[state][kind]
