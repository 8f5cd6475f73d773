import { z } from 'zod'
import { SHA256 } from '@shared/contract/common'
import { canonicalJson, sha256Hex } from '@shared/common/hash'

/** One file of an export: a collection as JSON lines. */
const Part = z.strictObject({ count: z.int().nonnegative(), sha256: SHA256 })

/** `manifest.json` of an export: its content and the hashes that verify it. */
export const Manifest = z.strictObject({
  format: z.literal('mingbai-export-1'),
  exportedAt: z.iso.datetime(),
  collections: z.record(z.string().regex(/^[A-Za-z]+$/), Part),
  /** Stored files by name; this schema version has none outside its collections. */
  files: z.record(z.string(), Part),
  /** SHA-256 over the canonical JSON of `collections` and `files`. */
  sha256: SHA256,
})
export type Manifest = z.infer<typeof Manifest>

export const manifestHash = ({ collections, files }: Pick<Manifest, 'collections' | 'files'>): string =>
  sha256Hex(canonicalJson({ collections, files }))

/** Output of `data export` and `data import`. */
export const TransferReport = z.object({
  collections: z.record(z.string(), z.int()),
  files: z.int(),
  sha256: SHA256,
})
export type TransferReport = z.infer<typeof TransferReport>

export const reportOf = (manifest: Manifest): TransferReport => ({
  collections: Object.fromEntries(
    Object.entries(manifest.collections).map(([name, part]) => [name, part.count]),
  ),
  files: Object.keys(manifest.files).length,
  sha256: manifest.sha256,
})
