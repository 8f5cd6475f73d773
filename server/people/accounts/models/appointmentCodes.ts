import { defineCollection, instant, text } from '@server/platform/store/collection'

/** Appointment code 任职码: shown on a person's phone so that an administrator finds the right account. */
export interface AppointmentCodeRow {
  /** SHA-256 of the code; the code itself is never stored. */
  _id: string
  userId: string
  expiresAt: Date
}

export const AppointmentCodes = defineCollection<AppointmentCodeRow>({
  name: 'appointmentCodes',
  fields: { _id: text, userId: text, expiresAt: instant },
  indexes: [{ fields: { userId: 1 } }, { fields: { expiresAt: 1 }, expireAfterSeconds: 0 }],
})
