/** Plugin 微信同声传译; configured only if the account has it, see config/index.ts. */
const VOICE = { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } }

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/category/index',
    'pages/notice/index',
    'pages/alongside/index',
    'pages/catalogue/index',
    'pages/item/index',
    'pages/search/index',
    'pages/village/index',
    'pages/mine/index',
    'pages/missing/index',
    // Codes on paper open it, as 小程序码 and by WeChat's rule for ordinary QR codes.
    'pages/entry/index',
  ],
  subPackages: [
    {
      root: 'packages/staff',
      pages: [
        'pages/list/index',
        'pages/pick/index',
        'pages/edit/index',
        'pages/review/index',
        'pages/proofs/index',
        'pages/privacy/index',
        'pages/batch/index',
        'pages/factor/index',
        'pages/objections/index',
        'pages/objection/index',
        'pages/claims/index',
        'pages/jobs/index',
        'pages/holidays/index',
        'pages/contacts/index',
      ],
    },
    {
      root: 'packages/account',
      pages: [
        'pages/confirm/index',
        'pages/logins/index',
        'pages/unified/index',
        'pages/policy/index',
        'pages/data/index',
      ],
    },
    {
      root: 'packages/admin',
      pages: [
        'pages/grants/index',
        'pages/account/index',
        'pages/audit/index',
        'pages/roster/index',
        'pages/code/index',
      ],
    },
    {
      root: 'packages/inbox',
      pages: ['pages/list/index', 'pages/follow/index', 'pages/feedback/index'],
    },
    {
      root: 'packages/objection',
      pages: [
        'pages/point/index',
        'pages/write/index',
        'pages/one/index',
        'pages/mine/index',
        'pages/asked/index',
        'pages/residence/index',
        'pages/household/index',
      ],
    },
    {
      root: 'packages/application',
      pages: [
        'pages/mine/index',
        'pages/write/index',
        'pages/one/index',
        'pages/progress/index',
        'pages/desk/index',
        'pages/intake/index',
        'pages/handle/index',
        'pages/places/index',
      ],
    },
    {
      root: 'packages/street',
      pages: [
        'pages/villages/index',
        'pages/align/index',
        'pages/village-catalogue/index',
        'pages/discrepancies/index',
        'pages/discrepancy/index',
        'pages/import/index',
        'pages/draft/index',
        'pages/diff/index',
        // Former addresses, until the next release.
        'pages/list/index',
        'pages/findings/index',
        'pages/finding/index',
      ],
    },
    {
      root: 'packages/matrix',
      pages: [
        'pages/board/index',
        'pages/cell/index',
        'pages/obligations/index',
        'pages/coverage/index',
        'pages/events/index',
        'pages/inspections/index',
        'pages/split-alarms/index',
        'pages/inspection/index',
      ],
    },
    {
      root: 'packages/power',
      pages: [
        'pages/list/index',
        'pages/item/index',
        'pages/cases/index',
        'pages/case/index',
        'pages/work/index',
        'pages/open/index',
        'pages/step/index',
        'pages/keep/index',
      ],
    },
    {
      root: 'packages/removal',
      pages: ['pages/register/index', 'pages/desk/index', 'pages/one/index', 'pages/propose/index'],
    },
    // Former addresses: sent messages open them.
    { root: 'packages/desk', pages: ['pages/duties/index', 'pages/board/index'] },
    { root: 'packages/finance', pages: ['pages/year/index', 'pages/class/index'] },
    { root: 'packages/payout', pages: ['pages/year/index'] },
    { root: 'packages/column', pages: ['pages/one/index', 'pages/all/index', 'pages/calendar/index'] },
    { root: 'packages/verify', pages: ['pages/check/index', 'pages/sheet/index'] },
  ],
  // eslint-disable-next-line no-restricted-syntax -- read by Taro while it builds, not by the app
  ...(process.env.TARO_APP_VOICE === '1' && { plugins: VOICE }),
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  // The browser's router alone has transitions between pages; WeChat knows no such setting.
  // eslint-disable-next-line no-restricted-syntax -- read by Taro while it builds, not by the app
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  sitemapLocation: 'sitemap.json',
  // WeChat on a computer: a window wide enough for the matrix as a table.
  resizable: true,
  window: {
    navigationBarTitleText: '明白栏',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@scroll',
  },
})
