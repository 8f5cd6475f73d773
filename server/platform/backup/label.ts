import { z } from 'zod'
import { canonicalJson } from '@shared/common/hash'
import { CalendarDate, Instant, SHA256 } from '@shared/contract/common'
import { macOf } from './seal'

export const FORMAT = 'mingbai-backup-1'
export const LABEL = 'backup.json'

/** A sealed file on disk; its hash can be checked without the key. */
const SealedFile = z.strictObject({ bytes: z.int().nonnegative(), sha256: SHA256 })
export type SealedFile = z.infer<typeof SealedFile>

/** Facts on the label: everything except the authentication code. */
const Facts = z.strictObject({
  format: z.literal(FORMAT),
  /** Version of the program and schema version 版式 of the store that was backed up. */
  program: z.string().max(40),
  layout: z.int().positive(),
  /** The moment of the backup's snapshot. */
  madeAt: Instant,
  /** Last calendar day (China) on which the backup must not be deleted. */
  keepUntil: CalendarDate,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  keyMark: z.string().regex(/^[0-9a-f]{16}$/),
  /** Sealed files by collection, and `manifest`. */
  parts: z.record(z.string().regex(/^[A-Za-z]+$/), SealedFile),
})
export type Facts = z.infer<typeof Facts>

/** `backup.json`: the label 备份标签 next to the sealed parts, authenticated by the key. */
export const Label = Facts.extend({ mac: SHA256 })
export type Label = z.infer<typeof Label>

export const saltOf = ({ salt }: Pick<Facts, 'salt'>): Buffer => Buffer.from(salt, 'hex')

const factsOf = ({ mac: _mac, ...facts }: Label): Facts => facts

const macOfFacts = (key: Buffer, facts: Facts): string => macOf(key, saltOf(facts), canonicalJson(facts))

export const signed = (key: Buffer, facts: Facts): Label => ({ ...facts, mac: macOfFacts(key, facts) })

export const isGenuine = (key: Buffer, label: Label): boolean => macOfFacts(key, factsOf(label)) === label.mac

/** Returns the file name of a part. */
export const fileNameOf = (part: string): string => `${part}.sealed`
