/** Settings that a server in production needs, as an operator fills them in. */
export const PRODUCTION_SETTINGS: Record<string, string> = {
  PUBLIC_BASE_URL: 'https://mingbai.example.org',
  JWT_SECRET: 'a-secret-of-our-own-with-more-than-32-letters',
  LEDGER_KEY: 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g',
  IDENTITY_KEY: 'an-identity-key-of-our-own-with-more-than-32',
  SECOND_FACTOR_KEY: Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64'),
  OPERATOR_NAME: '试验新区东湖街道办事处',
  OPERATOR_CONTACT: '东湖街道政务公开办公室，029-00000000',
  FILING_NUMBER: '陕ICP备00000000号-1X',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
}
