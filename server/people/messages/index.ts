export { notify } from './commands/notify'
export { type SubscriptionRow, Subscriptions } from './models/subscriptions'
