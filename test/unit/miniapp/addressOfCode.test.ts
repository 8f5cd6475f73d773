import { addressOfCode } from '../../../miniapp/src/components/choose/addressOfCode'

test.each([
  ['https://mingbai.example/v/XQ-DH-LX-V01', '/pages/home/index?org=XQ-DH-LX-V01'],
  ['https://mingbai.example/v/XQ-DH-LX-V01/search?q=1', '/pages/home/index?org=XQ-DH-LX-V01'],
  ['https://mingbai.example/#/pages/notice/index?id=ntc_1', '/pages/notice/index?id=ntc_1'],
  ['pages/notice/index?scene=ntc_1', '/pages/notice/index?scene=ntc_1'],
  ['https://elsewhere.example/', null],
  ['https://elsewhere.example/v/lower', null],
  [
    'https://mingbai.example/n/8961965',
    '/pages/entry/index?code=https%3A%2F%2Fmingbai.example%2Fn%2F8961965',
  ],
  ['896 1965', '/pages/entry/index?code=896%201965'],
  ['', null],
])('%s leads to %s', (text, address) => expect(addressOfCode(text)).toBe(address))
