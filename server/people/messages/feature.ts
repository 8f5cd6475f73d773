import { defineFeature } from '@server/http/feature'
import { sendMessageJob } from './jobs/sendMessage'
import { InboxMessages } from './models/inboxMessages'
import { MessagePauses } from './models/messagePauses'
import { OutboxDigests } from './models/outboxDigests'
import { Subscriptions, MessageConsents } from './models/subscriptions'
import { messageRoutes } from './routes/messages'

export const messages = defineFeature({
  collections: [InboxMessages, OutboxDigests, Subscriptions, MessageConsents, MessagePauses],
  routes: [...messageRoutes],
  jobs: { 'send-message': sendMessageJob },
})
