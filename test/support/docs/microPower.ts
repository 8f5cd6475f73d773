import { z } from 'zod'
import { PowerFile } from '../../../shared/contract/power/item'

/** The JSON schema of a file of micro-power items, for authors who write one by another program. */
export const powerSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(PowerFile, { io: 'input' }), null, 1)}\n`
