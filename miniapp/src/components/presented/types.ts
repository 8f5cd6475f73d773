import type { PresentedBlock } from '@shared/schemas/presentation'

/** The presented block of one kind. */
export type BlockOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>
