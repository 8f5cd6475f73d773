export default definePageConfig({
  navigationBarTitleText: '栏目',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
