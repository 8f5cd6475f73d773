export default definePageConfig({
  navigationBarTitleText: '财务年档',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
