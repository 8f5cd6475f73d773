export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mine/index'],
  subPackages: [{ root: 'packages/staff', pages: ['pages/list/index'] }],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '明白栏',
    navigationBarBackgroundColor: '#F7F5F0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F7F5F0',
  },
})
