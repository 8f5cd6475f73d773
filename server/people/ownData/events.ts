import type { OwnDataPart } from '@shared/contract/people/ownData'
import { defineEvent, defineQuestion } from '@server/platform/events'

/** A person closes the own account 注销: each room deletes what it stores about them, or takes the name off what must stay. */
export const accountClosed = defineEvent<{ userId: string }>('accountClosed')

/** Asks each room for what it stores about a person. */
export const ownDataAsked = defineQuestion<string, OwnDataPart[]>('ownDataAsked')
