import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

/** The presented block of one kind. */
export type BlockOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

/** Address that the bar with this id leads to; null where it leads nowhere. */
export type BarUrl = (barId: string) => string | null
