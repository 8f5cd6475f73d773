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
  ],
  subPackages: [
    {
      root: 'packages/staff',
      pages: [
        'pages/list/index',
        'pages/pick/index',
        'pages/edit/index',
        'pages/review/index',
        'pages/factor/index',
        'pages/objections/index',
        'pages/objection/index',
        'pages/claims/index',
      ],
    },
    {
      root: 'packages/inbox',
      pages: ['pages/list/index', 'pages/follow/index'],
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
      ],
    },
    {
      root: 'packages/street',
      pages: ['pages/villages/index', 'pages/align/index', 'pages/list/index'],
    },
    { root: 'packages/verify', pages: ['pages/check/index', 'pages/sheet/index'] },
  ],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  animation: false,
  window: {
    navigationBarTitleText: '明白栏',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@scroll',
  },
})
