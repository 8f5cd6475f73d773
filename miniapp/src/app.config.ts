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
      pages: ['pages/list/index', 'pages/pick/index', 'pages/edit/index', 'pages/review/index'],
    },
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
