import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

/** Presented block of one kind. */
export type BlockOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

/** Returns the link target of a bar; null if it has none. */
export type BarUrl = (barId: string) => string | null
