import {
  detectAddresses,
  detectGps,
  detectWechat,
} from '../../../../server/domain/privacy/detectors/contacts'
import { prepareText } from '../../../../server/domain/privacy/detectors/normalize'
import type { Detector } from '../../../../server/domain/privacy/types'

/** Contacts of persons, and those of offices, which are public. */

const found = (detect: Detector, text: string) =>
  detect(prepareText(text), { today: '2026-11-24' }).map(({ start, end }) => text.slice(start, end))

test.each([
  ['微信号:abc_12345', ['abc_12345']],
  ['微信:abc_12345,公众号另发', ['abc_12345']],
  ['公众平台微信号:abc_12345', []],
  ['政务公开微信:abc_12345', []],
  ['政务公开平台负责人微信:abc_12345', ['abc_12345']],
  ['微信公众号:abc_12345', []],
  ['甲微信:abc_12345,乙微信:xyz_67890', ['abc_12345', 'xyz_67890']],
])('WeChat ids in %s', (text, words) => {
  expect(found(detectWechat, text)).toEqual(words)
  for (const hit of detectWechat(prepareText(text), { today: '2026-11-24' })) {
    expect(hit).toMatchObject({ kind: 'wechat', severity: 'review' })
  }
})

test.each([
  ['住人民路12号', ['住人民路12号']],
  ['人民路12号', ['人民路12号']],
  ['办公地址:人民路12号', []],
  ['人民路12号政务大厅', []],
  ['人民路12号。政务大厅', ['人民路12号']],
  ['人民路12号,大厅', ['人民路12号']],
  ['政府。人民路12号', ['人民路12号']],
  ['政府门前的一个很长很长的地方:人民路12号', ['人民路12号']],
  ['政府:人民路12号', []],
  ['人民路12号维修', []],
  ['人民路12号的房子很旧了要尽快维修', ['人民路12号']],
  ['人民路', []],
])('addresses in %s', (text, words) => {
  expect(found(detectAddresses, text)).toEqual(words)
})

test.each([
  ['108.939812,34.341568', ['108.939812,34.341568']],
  ['34.3415,108.9398', ['34.3415,108.9398']],
  ['108.939,34.341', []],
  ['208.9398,34.3415', []],
  ['108.9398,64.3415', []],
  ['经度108.93', ['经度108.93']],
  ['经度208.93', []],
  ["34°20'", ["34°20'"]],
])('coordinates in %s', (text, words) => {
  expect(found(detectGps, text)).toEqual(words)
})
