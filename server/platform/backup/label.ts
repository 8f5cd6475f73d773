import { z } from 'zod'
import { canonicalJson } from '@shared/common/hash'
import { CalendarDate, Instant, SHA256 } from '@shared/contract/common'
import { macOf } from './seal'

export const FORMAT = 'mingbai-backup-1'
export const LABEL = 'backup.json'

/** A sealed file as it lies on the disk: can be checked without the key. */
const SealedFile = z.strictObject({ bytes: z.int().nonnegative(), sha256: SHA256 })
export type SealedFile = z.infer<typeof SealedFile>

/** Facts on the label; everything but the words that the key protects. */
const Facts = z.strictObject({
  format: z.literal(FORMAT),
  /** Version of the program and layout of the store 版式 that it was made with. */
  program: z.string().max(40),
  layout: z.int().positive(),
  /** The moment that the backup shows. */
  madeAt: Instant,
  /** Not to be deleted before this day is over (China's calendar). */
  keepUntil: CalendarDate,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  keyMark: z.string().regex(/^[0-9a-f]{16}$/),
  /** By collection, and `manifest`. */
  parts: z.record(z.string().regex(/^[A-Za-z]+$/), SealedFile),
})
export type Facts = z.infer<typeof Facts>

/** `backup.json`: the label 备份标签 that lies beside the sealed parts, authenticated by the key. */
export const Label = Facts.extend({ mac: SHA256 })
export type Label = z.infer<typeof Label>

export const saltOf = ({ salt }: Pick<Facts, 'salt'>): Buffer => Buffer.from(salt, 'hex')

const factsOf = ({ mac: _mac, ...facts }: Label): Facts => facts

const macOfFacts = (key: Buffer, facts: Facts): string => macOf(key, saltOf(facts), canonicalJson(facts))

export const signed = (key: Buffer, facts: Facts): Label => ({ ...facts, mac: macOfFacts(key, facts) })

export const isGenuine = (key: Buffer, label: Label): boolean => macOfFacts(key, factsOf(label)) === label.mac

/** The file of a part. */
export const fileNameOf = (part: string): string => `${part}.sealed`
