import type { ReceiveApplication } from '@shared/contract/participation/application'

type ApplicantKind = ReceiveApplication['applicantKind']

/** Who applies, as it is typed; never stored on the phone. */
export interface Identity {
  kind: NonNullable<ApplicantKind>
  name: string
  proof: string
  proofNumber: string
  phone: string
  address: string
}

export const NOBODY: Identity = {
  kind: 'natural',
  name: '',
  proof: '居民身份证',
  proofNumber: '',
  phone: '',
  address: '',
}

/** Kinds of proof of a person; a body has its credit code alone. */
export const PROOFS = ['居民身份证', '护照', '港澳台居民居住证', '其他证件'] as const
const RESIDENT_CARD = PROOFS[0]
export const CREDIT_CODE = '统一社会信用代码'

/** Length of the number of a resident's card and of a credit code 18 位. */
const LENGTH = 18
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The last character that the first 17 demand, GB 11643. */
function checkOf(number: string): string | undefined {
  let sum = 0
  WEIGHTS.forEach((weight, at) => {
    sum += weight * Number(number[at])
  })
  return CHECKS[sum % CHECKS.length]
}

function lengthFault(number: string, what: string): string {
  const lacks = LENGTH - number.length
  if (lacks === 0) return ''
  return lacks > 0 ? `少 ${lacks} 位，${what}是 ${LENGTH} 位` : `多 ${-lacks} 位，${what}是 ${LENGTH} 位`
}

function cardFault(number: string): string {
  const length = lengthFault(number, '身份证号')
  if (length !== '') return length
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号只有数字，最后一位可以是 X'
  return checkOf(number) === number[LENGTH - 1] ? '' : '有一位不对，请照着身份证再核对一遍'
}

/** What is wrong with the number of a proof; empty: nothing. */
export function numberFault({ proof, proofNumber }: Pick<Identity, 'proof' | 'proofNumber'>): string {
  const number = proofNumber.replace(/\s/g, '').toUpperCase()
  if (number === '') return '请写证件号码：法律要求证明申请人的身份'
  if (proof === RESIDENT_CARD) return cardFault(number)
  return proof === CREDIT_CODE ? lengthFault(number, CREDIT_CODE) : ''
}
