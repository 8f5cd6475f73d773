import { generateKeyPairSync } from 'node:crypto'
import jsQR from 'jsqr'
import type { NoticeProof } from '@shared/contract/disclosure/ledger'
import { checkpointText } from '@shared/ledger/checkpoint'
import {
  grouped,
  parametersIn,
  printedOf,
  printedText,
  readPrinted,
  startsWithCode,
  tidyCode,
} from '@shared/ledger/printed'
import { qrPicture } from '../../../../miniapp/src/packages/verify/qr'
import { isSigned } from '../../../../miniapp/src/packages/verify/signature'
import { signerOf } from '../../../../server/platform/signer'

const LEAF = '0123456789abcdef'.repeat(4)
const PRINTED = {
  noticeId: 'ntc_0123456789abcdefghij',
  edition: 2,
  index: 41,
  leaf: LEAF,
  size: 1021,
  root: 'f'.repeat(64),
}

/** Draws the picture as a camera would see it and reads it with a reader of another hand. */
function readCode(picture: string): string | undefined {
  const svg = decodeURIComponent(picture.slice(picture.indexOf(',') + 1))
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const scale = 4
  const width = side * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let at = 0; at < scale * scale; at += 1) {
      const row = Number(y) * scale + Math.floor(at / scale)
      const column = Number(x) * scale + (at % scale)
      pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return jsQR(pixels, width, width)?.data
}

test('the code on the sheet holds the address and all that is compared', () => {
  const address = `https://village.example.cn/#/packages/verify/pages/check/index?${printedText(PRINTED)}`
  const read = readCode(qrPicture(address))
  expect(read).toBe(address)
  expect(readPrinted(parametersIn(read ?? ''))).toEqual(PRINTED)
  expect(readPrinted(parametersIn(printedText(PRINTED)))).toEqual(PRINTED)
})

test.each([
  '',
  'https://example.cn/',
  'id=ntc_0123456789abcdefghij',
  printedText({ ...PRINTED, leaf: 'abc' }),
  printedText({ ...PRINTED, size: -1 }),
  printedText({ ...PRINTED, noticeId: 'javascript:alert(1)' }),
])('%p is no printed sheet', text => {
  expect(readPrinted(parametersIn(text))).toBeNull()
})

test('what a sheet says is what the proof says', () => {
  const { noticeId, edition, index, leaf, size, root } = PRINTED
  const proof = { entry: { noticeId, edition, index }, leaf, checkpoint: { size, root } } as NoticeProof
  expect(printedOf(proof)).toEqual(PRINTED)
  expect(printedText(PRINTED)).toBe(
    `id=ntc_0123456789abcdefghij&e=2&i=41&l=${LEAF}&s=1021&r=${'f'.repeat(64)}`,
  )
  expect(parametersIn('https://a.cn/?x=1#/b?e=2&i=a=b')).toEqual({ e: '2', i: 'a' })
  expect(readPrinted(parametersIn(printedText({ ...PRINTED, edition: 0 })))?.edition).toBe(0)
})

const LONG = { e: '1'.repeat(16), l: `${LEAF}0`, id: 'ntc_0123456789abcdefghijk' }
test.each([
  ...Object.entries({ e: '', i: '-1', s: '1.5', l: 'F'.repeat(64), r: 'g'.repeat(64), id: 'xntc_0123456789abcdefghij' }), // prettier-ignore
  ...Object.entries(LONG),
  ['e', '1 '],
  ['i', 'x1'],
  ['l', ` ${LEAF}`],
  ['r', `${LEAF} `],
  ['id', 'ntc_0123456789ABCDEFGHIJ'],
])('with %s as %p it is no printed sheet', (name, value) => {
  const sound = parametersIn(printedText(PRINTED))
  expect(readPrinted(sound)).toEqual(PRINTED)
  expect(readPrinted({ ...sound, [name]: value })).toBeNull()
  const { [name]: _gone, ...lacking } = sound
  expect(readPrinted(lacking)).toBeNull()
})

test('groups of four, from sixteen characters on they say something', () => {
  expect(['', 'abc', 'abcd', 'abcde', 'abcdefgh'].map(grouped)).toEqual([
    '',
    'abc',
    'abcd',
    'abcd e',
    'abcd efgh',
  ])
  expect(tidyCode(' a-b—c–d·e.f ')).toBe('abcdef')
  expect(startsWithCode(LEAF.slice(0, 15), LEAF)).toBeNull()
  expect(startsWithCode(LEAF.slice(0, 16), LEAF)).toBe(true)
  expect(startsWithCode(LEAF.slice(1, 17), LEAF)).toBe(false)
})

test('a code may be typed in groups, with capitals and full-width letters', () => {
  expect(tidyCode(grouped(LEAF))).toBe(LEAF)
  expect(tidyCode('０１２３ ABCD-ef')).toBe('0123abcdef')
  expect(startsWithCode(grouped(LEAF).slice(0, 19), LEAF)).toBe(true)
  expect(startsWithCode('0123 4567 89ab cdee', LEAF)).toBe(false)
  expect(startsWithCode('0123 4567', LEAF)).toBeNull()
})

test('the phone verifies the signature that the server made, and no other', () => {
  const { keyId, publicKey, sign } = signerOf(generateKeyPairSync('ed25519').privateKey)
  const facts = { number: 3, size: 9, root: LEAF, at: '2026-11-20T02:00:00.000Z', keyId }
  const checkpoint = { ...facts, publicKey, signature: sign(checkpointText(facts)) }
  expect(isSigned(checkpoint)).toBe(true)
  expect(isSigned({ ...checkpoint, size: 10 })).toBe(false)
  expect(isSigned({ ...checkpoint, keyId: '0'.repeat(16) })).toBe(false)
  expect(isSigned({ ...checkpoint, signature: '0'.repeat(128) })).toBe(false)
  const other = signerOf(generateKeyPairSync('ed25519').privateKey)
  expect(isSigned({ ...checkpoint, publicKey: other.publicKey, keyId: other.keyId })).toBe(false)
})
