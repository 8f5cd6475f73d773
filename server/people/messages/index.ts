import { Subscriptions as ownSubscriptions } from './models/subscriptions'
import { readable } from '@server/platform/store/collection'

export { notify } from './commands/notify'
export { messagesAbout } from './commands/forgetMessages'
export type { SubscriptionRow } from './models/subscriptions'

export const Subscriptions = readable(ownSubscriptions)
