import { sha256Hex } from '@shared/common/hash'

/** Names a compared field without its words: its id may contain words of the notice, which a withdrawal must remove. */
export const fieldHash = (field: string): string => sha256Hex(field).slice(0, 16)
