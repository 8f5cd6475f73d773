import { version } from '../../package.json'

/** Version of this server. */
export const VERSION: string = version
