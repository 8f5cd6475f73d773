export default definePageConfig({
  navigationBarTitleText: '财务公开',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
