import { maskText } from '@server/domain/privacy/maskText'
import type { ApplicantIdentity } from '@shared/contract/participation/application'

type Known = Pick<ApplicantIdentity, 'name' | 'proofNumber' | 'phone' | 'address'>

/** Shortest word that is covered: a single character is in too many other words. */
const LEAST = 2

/** Covers who applies, and every number that must never be stored, so that no list, letter or search shows who asks. */
export function coverApplicant(
  text: string,
  { name, proofNumber, phone, address }: Known,
  today: string,
): string {
  const known = [
    [proofNumber, '（证件号码）'],
    [phone, '（电话）'],
    [address, '（地址）'],
    [name, '申请人'],
  ] as const
  const covered = known.reduce(
    (words, [part, instead]) => (part.length < LEAST ? words : words.replaceAll(part, instead)),
    text,
  )
  return maskText(covered, 'block', today).text
}
