import { CodePath } from '@shared/contract/reading/code'
import { isShortCode, readCode, ticketIn } from '@shared/common/codeText'
import fc from 'fast-check'

/** What is in a code 码: as WeChat hands it over, as a camera reads it, as a person types it. */

const path = (text: string, edition: number | null = null, host: string | null = null) => ({
  kind: 'path',
  path: text,
  edition,
  host,
})
const SHEET = `id=ntc_00000000000000000001&e=1&i=4&l=${'a'.repeat(64)}&s=9&r=${'b'.repeat(64)}`

test.each([
  ['n/7208121', path('n/7208121')],
  ['n/7208121/2', path('n/7208121', 2)],
  ['v/XQ-DH-LX-V01', path('v/XQ-DH-LX-V01')],
  ['pages/entry/index?scene=n%2F7208121', path('n/7208121')],
  ['720 8121', path('n/7208121')],
  ['７２０８１２１', path('n/7208121')],
  ['720—8121 ', path('n/7208121')],
  ['https://m.example/n/7208121', path('n/7208121', null, 'm.example')],
  ['HTTPS://M.Example:8443/n/7208121/3?from=group', path('n/7208121', 3, 'm.example:8443')],
  ['https://m.example/n/ntc_00000000000000000001', path('n/ntc_00000000000000000001', null, 'm.example')],
  ['https://m.example/v/V1/', path('v/V1', null, 'm.example')],
  ['https://m.example/c/ST1/farm-land', path('c/ST1/farm-land', null, 'm.example')],
  ['https://m.example/#/pages/notice/index?id=ntc_00000000000000000001', path('n/ntc_00000000000000000001', null, 'm.example')],
  [`https://m.example/n/7208121/check?${SHEET}`, { kind: 'sheet', parameters: SHEET }],
  [`https://m.example/#/packages/verify/pages/check/index?${SHEET}`, { kind: 'sheet', parameters: SHEET }],
  ['https://m.example/login/ltk_00000000000000000001', { kind: 'login', ticket: 'ltk_00000000000000000001' }],
])('%s', (text, expected) => {
  expect(readCode(text)).toEqual(expected)
}) // prettier-ignore

test.each(['', '12345', '12345678', 'n/12', 'https://m.example/', 'https://m.example/n/12', 'https://m.example/v/a b', '%E0%A4%A', 'ftp://m.example/n/7208121', 'https://m.example/n/7208121/0'])(
  'is not ours: %s',
  text => {
    expect(readCode(text)).toBeNull()
  },
) // prettier-ignore

test('whatever is scanned, it never throws, and what is read is a path that the server accepts', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('n/', '7208121', 'https://m.example/', '?scene=', '%2F', '#', 'c/ST1/', '/check'))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
      const read = readCode(pieces.join(''))
      return read?.kind !== 'path' || CodePath.safeParse(read.path).success
    }),
  )
}) // prettier-ignore

test('short codes and tickets', () => {
  expect(['720 8121', '2026', '低保'].map(isShortCode)).toEqual([true, false, false])
  expect([ticketIn('?scene=ltk_00000000000000000001'), ticketIn('ltk_1')]).toEqual(['ltk_00000000000000000001', null]) // prettier-ignore
})
